using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Sets;

/// <summary>Bare KLV of real flights.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedPacketTests
{
    [Fact]
    public void Truck_is_read_whole_and_every_item_encodes_to_its_own_bytes()
    {
        var bytes = File.ReadAllBytes(Recorded.PathOf("video/Truck.klv"));
        var packets = Packets(bytes, out var problems);

        Assert.Empty(problems);
        Assert.Equal(711, packets.Count);
        var packet = new MetadataPacket(St0601Set.Definition);
        foreach (var memory in packets)
        {
            Assert.True(packet.Read(memory));
            Assert.Equal(ChecksumState.Valid, packet.Checksum);
            Assert.Empty(packet.Set.Problems);
            Assert.Equal(memory.ToArray(), packet.Encode());
            Assert.Equal(memory.ToArray(), Rebuilt.From(packet).Encode());
        }
    }

    [Fact]
    public void DayFlight_loses_only_the_items_whose_length_is_wrong()
    {
        var packets = Packets(File.ReadAllBytes(Recorded.PathOf("video/DayFlight.klv")), out _);
        var packet = new MetadataPacket(St0601Set.Definition);

        Assert.Equal(6, packets.Count);
        foreach (var memory in packets)
        {
            Assert.True(packet.Read(memory));
            var problem = Assert.Single(packet.Set.Problems);
            Assert.Equal((KlvReason.WrongLength, 22UL, 4L, 2L), (problem.Reason, problem.Tag, problem.Found, problem.Expected));
            Assert.Equal(memory.ToArray(), packet.Encode());
        }
    }

    [Fact]
    public void A_packet_cut_short_is_reported_with_its_place()
    {
        var packets = Packets(File.ReadAllBytes(Recorded.PathOf("video/bad-klv-packet.klv")), out var problems);

        Assert.Empty(packets);
        var problem = Assert.Single(problems);
        Assert.Equal((KlvReason.LengthPastEnd, 0L), (problem.Reason, problem.Offset));
    }

    internal static List<ReadOnlyMemory<byte>> Packets(byte[] bytes, out List<KlvProblem> problems)
    {
        var packets = new List<ReadOnlyMemory<byte>>();
        problems = [];
        var reader = new KlvReader(bytes);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                packets.Add(bytes.AsMemory((int)reader.Packet.Offset, reader.Packet.Bytes.Length));
            else
                problems.Add(reader.Problem);
        return packets;
    }
}
