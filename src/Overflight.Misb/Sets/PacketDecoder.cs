using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Sets;

/// <summary>Decodes packets of whatever set, keeping what a stream said before. Not thread-safe.</summary>
public sealed class PacketDecoder
{
    private readonly Dictionary<SetDefinition, MetadataPacket> _packets = [];
    private readonly Dictionary<int, VmtiState> _vmti = [];

    /// <summary>Decodes a packet.</summary>
    /// <param name="packet">Key, length and value, as <see cref="KlvReader"/> finds them; not copied.</param>
    /// <param name="pid">Of its stream, whose VMTI version holds on; null in bare KLV.</param>
    public DecodedPacket Decode(ReadOnlyMemory<byte> packet, int? pid)
    {
        var key = UniversalKey.Read(packet.Span);
        if (Standards.Find(key) is not { } set)
            return new DecodedPacket(key, null, null, ChecksumState.Absent, [], []);
        var value = KlvPacket.ValueOf(packet);
        var header = packet.Length - value.Length;
        var inside = new List<KlvProblem>();
        if (Standards.IsUniversal(set))
        {
            var nodes = UniversalSet.Read(set, value, inside);
            return new DecodedPacket(key, set, null, ChecksumState.Absent, nodes, Placed(inside, header));
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
        return new DecodedPacket(key, set, reader.Set, reader.Checksum, items, problems);
    }

    private static List<KlvProblem> Placed(IEnumerable<KlvProblem> problems, int header) =>
        [.. problems.Select(p => p with { Offset = p.Offset + header }).OrderBy(p => p.Offset)];
}
