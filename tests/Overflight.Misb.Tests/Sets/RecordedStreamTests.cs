using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Eg0104;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0902;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Tests.Sets;

/// <summary>KLV taken out of recorded transport streams.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedStreamTests
{
    [Fact]
    public void Osh_sample_has_its_packets_its_targets_and_one_version_for_all()
    {
        var packets = All("video/osh_sample.ts", St0601Set.Definition);
        var packet = new St0601Packet();
        var vmti = new VmtiState();
        int sets = 0, targets = 0, stated = 0;
        foreach (var memory in packets)
        {
            var problems = new List<KlvProblem>();
            Assert.True(packet.Read(memory));
            Assert.Equal(ChecksumState.Valid, packet.Checksum);
            Assert.Equal(memory.ToArray(), packet.Encode());
            Assert.Equal(memory.ToArray(), Rebuilt.From(packet).Encode());
            if (!packet.Set.TryGet(74, out var item))
                continue;
            var node = item.ToNode(problems, vmti);
            Assert.Empty(problems);
            sets++;
            stated += node[4] is null ? 0 : 1;
            foreach (var target in node[101]?.Children ?? [])
            {
                targets++;
                if (target["VTarget Local Set"] is not { } set || set[17] is not { } location)
                    continue;
                // A target states its place twice: against the frame centre and by itself.
                Assert.Equal(location["Latitude"]!.Number, packet.FrameCenterLatitude!.Value + set[10]!.Number, 0.0005);
                Assert.Equal(location["Longitude"]!.Number, packet.FrameCenterLongitude!.Value + set[11]!.Number, 0.0005);
            }
        }

        Assert.Equal((277, 37, 4, 130), (packets.Count, sets, stated, targets));
        Assert.Equal(3, vmti.Version);
    }

    [Fact]
    public void Aphill_is_read_by_the_old_standard()
    {
        var packets = All("video/aphill_short.ts", Eg0104Set.Definition);
        foreach (var memory in packets)
        {
            var problems = new List<KlvProblem>();
            var reader = new KlvReader(memory.Span);
            Assert.Equal(KlvRead.Found, reader.Read());
            var nodes = UniversalSet.Read(Eg0104Set.Definition, memory[reader.Packet.HeaderSize..], problems);
            Assert.DoesNotContain(problems, p => p.Reason != KlvReason.UnknownTag);
            Assert.InRange(nodes.First(n => n.Tag == 13).Number, 38, 38.3);
            Assert.InRange(nodes.First(n => n.Tag == 14).Number, -77.5, -77.1);
        }
        Assert.Equal(48, packets.Count);
    }

    [Fact]
    public void A_time_stamp_of_seven_bytes_in_a_nested_set_is_read_and_reported()
    {
        var packet = new St0601Packet();
        var reported = 0;
        var packets = All("video/h265_tricky_klv.ts", St0601Set.Definition);
        foreach (var memory in packets)
        {
            Assert.True(packet.Read(memory));
            Assert.Equal(ChecksumState.Valid, packet.Checksum);
            Assert.Empty(packet.Set.Problems);
            var problems = new List<KlvProblem>();
            var nodes = packet.Set.ToNodes(problems);
            if (problems.Count == 0)
                continue;
            reported++;
            Assert.Equal((KlvReason.WrongLength, 2UL, 7L), (problems.Single().Reason, problems[0].Tag, problems[0].Found));
            var stamp = nodes.Single(n => n.Tag == 74)[2]!;
            Assert.Equal((ValueKind.UnsignedInteger, 7), (stamp.Kind, stamp.Raw.Length));
        }
        Assert.Equal((90, 30), (packets.Count, reported));
    }

    [Fact]
    public void Every_tag_of_the_synthetic_stream_is_read_and_written_back()
    {
        var packets = All("video/h264_klv.ts", St0601Set.Definition);
        var packet = new St0601Packet();
        var tags = new HashSet<ulong>();
        foreach (var memory in packets)
        {
            Assert.True(packet.Read(memory));
            Assert.NotEqual(ChecksumState.Invalid, packet.Checksum);
            Assert.Equal(memory.ToArray(), packet.Encode());
            for (var i = 0; i < packet.Set.Count; i++)
                tags.Add(packet.Set[i].Tag);
        }

        Assert.NotEmpty(packets);
        Assert.True(tags.Count >= 100, $"{tags.Count} tags");
    }

    [Fact]
    public void The_packet_of_every_tag_is_read_without_a_problem_and_rebuilt_from_its_values()
    {
        var hex = Vectors.Section("packets")[0].Hex();
        var packet = new St0601Packet();
        var problems = new List<KlvProblem>();
        Assert.True(packet.Read(hex));

        packet.Set.ToNodes(problems);
        Assert.Equal(ChecksumState.Valid, packet.Checksum);
        Assert.Empty(packet.Set.Problems);
        Assert.Empty(problems);
        Assert.Equal(142, packet.Set.Count);
        Assert.Equal(hex, Rebuilt.From(packet).Encode());
    }

    [Fact]
    public void The_samples_of_the_minimum_set_have_their_values()
    {
        var packet = new St0601Packet();
        foreach (var row in Vectors.Section("packets").Skip(1))
        {
            Assert.True(packet.Read(row.Hex()));
            Assert.Equal(row.GetProperty("checksum_valid").GetBoolean() ? ChecksumState.Valid : ChecksumState.Invalid, packet.Checksum);
            foreach (var expected in row.GetProperty("expected").EnumerateObject())
            {
                Assert.True(packet.Set.TryGet(ulong.Parse(expected.Name), out var item));
                if (expected.Name == "1")
                    continue;
                if (expected.Value.ValueKind == System.Text.Json.JsonValueKind.Number)
                    Assert.Equal(expected.Value.GetDouble(), item.Number, 1e-9);
                else
                    Assert.Contains(expected.Value.GetString()!, new[] { item.Text, Convert.ToHexStringLower(item.Raw.Span) });
            }
        }
        Assert.True(packet.Read(Vectors.Section("packets")[1].Hex()));
        Assert.Empty(MinimumSet.Missing(packet.Set));
        Assert.True(packet.Read(Vectors.Section("packets")[2].Hex()));
        Assert.Equal([3UL, 10, 11, 12, 48, 48, 48, 48, 48, 48, 94], MinimumSet.Missing(packet.Set).Select(m => m.Tag));
    }

    private static List<ReadOnlyMemory<byte>> All(string relative, SetDefinition definition)
    {
        var packets = new List<ReadOnlyMemory<byte>>();
        foreach (var bytes in TsPayload.WithKeys(relative))
            packets.AddRange(RecordedPacketTests.Packets(bytes, out _).Where(p => UniversalKey.Read(p.Span).Names(definition.Key)));
        return packets;
    }
}
