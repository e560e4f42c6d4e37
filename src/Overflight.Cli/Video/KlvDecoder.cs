using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Cli.Video;

/// <summary>Decodes packets of whatever set, keeping what a stream said before. Not thread-safe.</summary>
internal sealed class KlvDecoder
{
    private readonly Dictionary<SetDefinition, MetadataPacket> _packets = [];
    private readonly Dictionary<int, VmtiState> _vmti = [];

    /// <summary>A packet decoded.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Set">Its set; null where the key is not known.</param>
    /// <param name="Checksum">What its checksum says.</param>
    /// <param name="Items">Its items.</param>
    /// <param name="Problems">What is wrong, with offsets from the packet's first byte.</param>
    public sealed record Decoded(UniversalKey Key, SetDefinition? Set, ChecksumState Checksum, IReadOnlyList<KlvNode> Items, IReadOnlyList<KlvProblem> Problems);

    public Decoded Decode(ReadOnlyMemory<byte> packet, int? pid)
    {
        var key = UniversalKey.Read(packet.Span);
        if (Standards.Find(key) is not { } set)
            return new Decoded(key, null, ChecksumState.Absent, [], []);
        Ber.TryReadLength(packet.Span[UniversalKey.Size..], out var length, out var size);
        var header = UniversalKey.Size + size;
        var inside = new List<KlvProblem>();
        if (Standards.IsUniversal(set))
        {
            var nodes = UniversalSet.Read(set, packet.Slice(header, (int)length), inside);
            return new Decoded(key, set, ChecksumState.Absent, nodes, Placed(inside, header));
        }
        if (!_packets.TryGetValue(set, out var reader))
            _packets.Add(set, reader = new MetadataPacket(set));
        reader.Read(packet);
        if (!_vmti.TryGetValue(pid ?? -1, out var vmti))
            _vmti.Add(pid ?? -1, vmti = new VmtiState());
        var items = reader.Set.ToNodes(inside, vmti);
        var problems = Placed(reader.Set.Problems.Concat(inside).Distinct(), header);
        if (reader.ChecksumProblem is { } checksum)
            problems.Add(checksum);
        return new Decoded(key, set, reader.Checksum, items, problems);
    }

    private static List<KlvProblem> Placed(IEnumerable<KlvProblem> problems, int header) =>
        [.. problems.Select(p => p with { Offset = p.Offset + header }).OrderBy(p => p.Offset)];
}
