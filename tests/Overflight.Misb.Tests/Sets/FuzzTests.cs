using System.Globalization;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sets.St1204;

namespace Overflight.Misb.Tests.Sets;

/// <summary>Damages sound packets and asks that nothing throws, nothing is read out of bounds, and the bytes come back as they were. <c>OVERFLIGHT_LONG=n</c> makes the passes n times as long.</summary>
public sealed class FuzzTests
{
    private const int UsualPackets = 30_000;

    private static readonly long s_length = long.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    [Fact]
    public void Damaged_packets_are_read_as_far_as_they_can_be()
    {
        var seeds = Seeds();
        var threads = Environment.ProcessorCount;
        Parallel.For(0, threads, thread =>
        {
            var packet = new St0601Packet();
            var problems = new List<KlvProblem>();
            var vmti = new VmtiState();
            for (long i = thread; i < UsualPackets * s_length; i += threads)
                Read(Damage(seeds[i % seeds.Length], new Random((int)(i % int.MaxValue))), packet, problems, vmti, i);
        });
    }

    [Fact]
    public void Every_truncation_is_read_and_a_cut_packet_is_told()
    {
        var packet = new St0601Packet();
        foreach (var seed in Seeds())
            for (var length = 0; length < seed.Length; length++)
            {
                Assert.False(packet.Read(seed.AsMemory(0, length)));
                var reader = new KlvReader(seed.AsSpan(0, length));
                Assert.Equal(length == 0 ? KlvRead.End : KlvRead.Problem, reader.Read());
            }
    }

    [Fact]
    public void Every_set_reads_any_bytes()
    {
        var random = new Random(7);
        foreach (var definition in Standards.All.Append(St0903Set.Legacy))
            for (var i = 0; i < 300 * s_length; i++)
            {
                var bytes = new byte[random.Next(200)];
                random.NextBytes(bytes);
                // Low tags and short lengths, so that items are reached and not only refused.
                for (var at = 0; at + 1 < bytes.Length; at += 2 + bytes[at + 1])
                    (bytes[at], bytes[at + 1]) = ((byte)random.Next(1, definition.MaxTag + 2 & 0x7F), (byte)random.Next(12));
                var problems = new List<KlvProblem>();
                var set = new KlvSet(definition);
                set.Read(bytes);
                set.ToNodes(problems);
                UniversalSet.Read(definition, bytes, problems);
                Assert.All(problems, p => Assert.InRange(p.Offset, 0, bytes.Length));
            }
    }

    [Fact]
    public void Any_text_is_refused_or_returns_as_an_identifier()
    {
        var random = new Random(3);
        const string Characters = "0123456789ABCDEF:/-x ";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Characters[random.Next(Characters.Length)])]);
            if (MiisIdentifier.TryParse(text, out var identifier))
                Assert.True(MiisIdentifier.TryParse(identifier.ToString(), out var again) && again == identifier);
        }
    }

    /// <summary>Reads bytes as packets and asks what must hold of anything read; the packets found are returned.</summary>
    internal static int Read(byte[] bytes, St0601Packet packet, List<KlvProblem> problems, VmtiState vmti, long seed)
    {
        problems.Clear();
        var reader = new KlvReader(bytes);
        long covered = 0;
        var found = 0;
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
        {
            if (step == KlvRead.Problem)
                continue;
            var memory = bytes.AsMemory((int)reader.Packet.Offset, reader.Packet.Bytes.Length);
            covered += memory.Length;
            found++;
            if (!packet.Read(memory))
                continue;
            Assert.True(packet.Encode().AsSpan().SequenceEqual(memory.Span), $"seed {seed}");
            // Offsets are of this packet, not of one before it in the same bytes.
            problems.Clear();
            packet.Set.ToNodes(problems, vmti);
            for (var i = 0; i < packet.Set.Count; i++)
                Assert.True(packet.Set[i].Kind != ValueKind.Number || double.IsFinite(packet.Set[i].Number), $"seed {seed}: tag {packet.Set[i].Tag}");
            foreach (var problem in packet.Set.Problems.Concat(problems))
                Assert.True(problem.Offset >= 0 && problem.Offset <= packet.Set.Bytes.Length && problem.Text.Length > 0, $"seed {seed}: {problem}");
        }
        Assert.True(covered <= bytes.Length, $"seed {seed}");
        if (bytes.Length <= UniversalKey.Size + 3)
            return found;
        // The set by itself, so that damage is read also where the packet's length gives it away.
        var set = new KlvSet(St0601Set.Definition);
        set.Read(bytes.AsMemory(UniversalKey.Size + 3));
        foreach (var node in set.ToNodes(problems, vmti))
            Assert.True(node.Raw.Length <= bytes.Length, $"seed {seed}");
        // However damaged a set is, a change to it can be read back.
        set.SetNumber(5, 90);
        Assert.True(set.TryGet(5, out var heading) && Math.Abs(heading.Number - 90) < 0.01, $"seed {seed}");
        return found;
    }

    internal static byte[] Damage(byte[] seed, Random random)
    {
        var bytes = (byte[])seed.Clone();
        for (var i = random.Next(1, 6); i > 0; i--)
            switch (random.Next(5))
            {
                case 0:
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[random.Next(bytes.Length)] = (byte)(random.Next(2) * 0x7F + random.Next(2));
                    break;
                case 3:
                    bytes = [.. bytes[..random.Next(1, bytes.Length + 1)]];
                    break;
                default:
                    var at = random.Next(bytes.Length);
                    bytes = [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]];
                    if (bytes.Length == 0)
                        bytes = [0];
                    break;
            }
        return bytes;
    }

    // Sound packets made here, so that the pass needs no recorded data: numbers of every coding, lists, nested sets.
    internal static byte[][] Seeds()
    {
        var random = new Random(1);
        var seeds = new List<byte[]>();
        for (var i = 0; i < 12; i++)
        {
            var packet = new St0601Packet { MissionId = "FUZZ", Time = DateTimeOffset.UnixEpoch.AddSeconds(i) };
            foreach (var item in St0601Set.Definition.Items.Where(_ => random.Next(3) > 0))
                if (item.Coding is Coding.Linear or Coding.Imapb)
                    packet.Set.SetNumber(item.Tag, item.Min + random.NextDouble() * (item.Max - item.Min));
                else if (item.Coding == Coding.Utf8)
                    packet.Set.SetText(item.Tag, "text");
            packet.Set.SetNode(48, KlvNode.Of(48, KlvNode.Of(1, 1), KlvNode.Of(3, "//USA"), KlvNode.Of(13, "USA")));
            packet.Set.SetNode(74, KlvNode.Of(74, KlvNode.Of(4, 3 + i % 2), KlvNode.Of(101, KlvNode.Of(1, KlvNode.Of(1, 7), KlvNode.Of(2, KlvNode.Of(1, 5000), KlvNode.Of(8, KlvNode.Of(1, 1), KlvNode.Of(2, 2), KlvNode.Of(3, 3)), KlvNode.Of(102, KlvNode.Of(1, "o"), KlvNode.Of(4, 50.0)))))));
            packet.Set.SetNode(141, KlvNode.Of(141, KlvNode.Of(1, KlvNode.Of(1, 300), KlvNode.Of(2, -2), KlvNode.Of(3, 1))));
            packet.Set.SetNode(138, KlvNode.Of(138, KlvNode.Of(1, KlvNode.Of(1, 1), KlvNode.Of(2, 0), KlvNode.Of(3, "EO"))));
            packet.Set.SetBytes(102, Convert.FromHexString("03B304803F8000004000000000000000200000"));
            packet.Set.SetBytes(95, Convert.FromHexString("160B0203030104000C3602810001"));
            packet.Set.SetUnsigned(1, 0);
            seeds.Add(packet.Encode());
        }
        return [.. seeds];
    }
}
