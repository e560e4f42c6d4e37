using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Sets;

/// <summary>What is read where it stands is what the trees hold, the oracle; and it allocates nothing.</summary>
[Trait("Category", "Recorded")]
public sealed class PartsTests
{
    [Theory]
    [InlineData("osh_sample.ts")]
    [InlineData("h264_klv.ts")]
    [InlineData("h265_tricky_klv.ts")]
    public void Parts_are_those_of_the_tree(string file)
    {
        var (parts, trees) = (new VmtiState(), new VmtiState());
        var packet = new St0601Packet();
        var count = 0;
        foreach (var bytes in Packets(file))
            if (packet.Read(bytes))
                count += Compare(packet.Set, parts, trees);
        Assert.True(count > 700, $"{count}");
    }

    [Fact]
    public void Parts_of_damaged_sets_are_those_of_the_tree()
    {
        var random = new Random(11);
        var packets = Packets("h264_klv.ts").Concat(Packets("osh_sample.ts").Take(40)).ToList();
        var packet = new St0601Packet();
        for (var round = 0; round < 4_000; round++)
        {
            var spoilt = (byte[])packets[round % packets.Count].Clone();
            for (var flips = random.Next(1, 8); flips > 0; flips--)
                spoilt[random.Next(20, spoilt.Length)] = (byte)random.Next(256);
            if (packet.Read(spoilt))
                Compare(packet.Set, null, null);
        }
    }

    [Fact]
    public void Reading_them_allocates_nothing()
    {
        var packets = Packets("h264_klv.ts");
        var packet = new St0601Packet();
        var vmti = new VmtiState();
        var sum = 0.0;

        Assert.Equal(0, Allocation.Least(() =>
        {
            foreach (var bytes in packets)
            {
                packet.Read(bytes);
                for (var i = 0; i < packet.Set.Count; i++)
                    sum += Sum(packet.Set[i].Parts(vmti));
            }
        }));
        Assert.True(double.IsFinite(sum) && sum != 0);
    }

    private static double Sum(KlvParts parts)
    {
        var sum = 0.0;
        foreach (var part in parts)
            sum += (double.IsFinite(part.Number) ? part.Number : 0) + part.Raw.Length + Sum(part.Parts);
        return sum;
    }

    private static int Compare(KlvSet set, VmtiState? forParts, VmtiState? forTrees)
    {
        var count = 0;
        for (var i = 0; i < set.Count; i++)
            // Arrays and uncertainties are read as wholes.
            if (set[i].Definition is { Coding: not (Coding.Array or Coding.Sdcc) } && set[i].Kind is ValueKind.Set or ValueKind.Structure)
                count += Compare(set[i].Parts(forParts), set[i].ToNode(null, forTrees));
        return count;
    }

    private static int Compare(KlvParts parts, KlvNode node)
    {
        var (index, count) = (0, 0);
        foreach (var part in parts)
        {
            var child = node.Children[index++];
            Assert.Equal(child.Tag, part.Tag);
            Assert.True(child.Raw.Span.SequenceEqual(part.Raw));
            count++;
            // Whether these are sound is found when they are read, as the tree does.
            if (part.Definition is { Coding: Coding.Array or Coding.Sdcc })
                continue;
            Assert.Equal((child.Kind, child.Special, child.Number), (part.Kind, part.Special, part.Number));
            if (part.Kind == ValueKind.Text)
                Assert.Equal(child.Text, part.Text);
            count += Compare(part.Parts, child);
        }
        Assert.Equal(node.Children.Count, index);
        return count;
    }

    private static List<byte[]> Packets(string file)
    {
        var sink = new Collector();
        using var stream = File.OpenRead(Recorded.PathOf($"video/{file}"));
        new TsDemuxer(sink).Read(stream);
        return sink.Packets;
    }

    private sealed class Collector : TsSink
    {
        public List<byte[]> Packets { get; } = [];

        public override void OnKlv(in KlvAccessUnit unit)
        {
            var reader = new KlvReader(unit.Bytes);
            while (reader.Read() == KlvRead.Found)
                Packets.Add(reader.Packet.Bytes.ToArray());
        }
    }
}
