using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Eg0104;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Sight;

/// <summary>What the packets of a recorded file say of the camera, with their items where they hold targets.</summary>
internal static class RecordedPoses
{
    public static List<(StatedPose Pose, IReadOnlyList<KlvNode>? Items)> Of(string file)
    {
        var path = Recorded.PathOf($"video/{file}");
        var poses = new List<(StatedPose, IReadOnlyList<KlvNode>?)>();
        var packet = new St0601Packet();
        var vmti = new VmtiState();
        foreach (var bytes in file.EndsWith(".ts", StringComparison.Ordinal) ? Carried(path) : Packets(File.ReadAllBytes(path)))
            if (packet.Read(bytes))
                poses.Add((PoseReader.Of(packet), packet.Set.TryGet(74, out _) ? packet.Set.ToNodes(null, vmti) : null));
            else
                poses.Add((PoseReader.Of(UniversalSet.Read(Eg0104Set.Definition, Value(bytes))), null));
        return poses;
    }

    public static ReadingFit Fit(IEnumerable<(StatedPose Pose, IReadOnlyList<KlvNode>? Items)> poses)
    {
        var finder = new ReadingFinder();
        foreach (var (pose, items) in poses)
            finder.Add(pose, items);
        return finder.Find();
    }

    private static List<byte[]> Carried(string path)
    {
        var sink = new Collector();
        using var stream = File.OpenRead(path);
        new TsDemuxer(sink).Read(stream);
        return sink.Packets;
    }

    private static List<byte[]> Packets(ReadOnlySpan<byte> bytes)
    {
        var packets = new List<byte[]>();
        var reader = new KlvReader(bytes);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                packets.Add(reader.Packet.Bytes.ToArray());
        return packets;
    }

    private static ReadOnlyMemory<byte> Value(byte[] packet)
    {
        Assert.True(Ber.TryReadLength(packet.AsSpan(UniversalKey.Size), out var length, out var size));
        return packet.AsMemory(UniversalKey.Size + size, (int)length);
    }

    private sealed class Collector : TsSink
    {
        public List<byte[]> Packets { get; } = [];

        public override void OnKlv(in KlvAccessUnit unit) => Packets.AddRange(RecordedPoses.Packets(unit.Bytes));
    }
}
