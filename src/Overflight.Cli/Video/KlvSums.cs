using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Cli.Video;

/// <summary>Counts the packets of a file: sets, items, checksums, problems. Trees are made only of what nests and has changed since the packet before.</summary>
internal sealed class KlvSums : IKlvOutput
{
    private readonly Dictionary<(SetDefinition Set, int Pid), Counted> _counted = [];
    private readonly List<KlvProblem> _inside = [];

    public SortedDictionary<string, long> Sets { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<ChecksumState, long> Checksums { get; } = [];

    public SortedDictionary<KlvReason, long> Problems { get; } = [];

    public long Packets { get; private set; }

    public long Items { get; private set; }

    public void Packet(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid)
    {
        Packets++;
        var key = UniversalKey.Read(packet.Span);
        if (Standards.Find(key) is not { } set)
        {
            Count(Sets, key.ToString());
            Count(Checksums, ChecksumState.Absent);
            return;
        }
        Count(Sets, set.Standard);
        if (Standards.IsUniversal(set))
        {
            Universal(set, packet);
            return;
        }
        if (!_counted.TryGetValue((set, pid ?? -1), out var counted))
            _counted.Add((set, pid ?? -1), counted = new Counted(set));
        counted.Packet.Read(packet);
        Items += counted.Packet.Set.Count;
        Count(Checksums, counted.Packet.Checksum);
        if (counted.Packet.ChecksumProblem is { } wrong)
            Count(Problems, wrong.Reason);
        _inside.Clear();
        counted.Inside(_inside);
        var problems = counted.Packet.Set.Problems;
        if (problems.Count + _inside.Count > 0)
            foreach (var problem in problems.Concat(_inside).Distinct())
                Count(Problems, problem.Reason);
    }

    public void Damage(KlvProblem problem, long offset, int? pid) => Count(Problems, problem.Reason);

    private void Universal(SetDefinition set, ReadOnlyMemory<byte> packet)
    {
        Count(Checksums, ChecksumState.Absent);
        _inside.Clear();
        Items += UniversalSet.Read(set, KlvPacket.ValueOf(packet), _inside).Count;
        foreach (var problem in _inside)
            Count(Problems, problem.Reason);
    }

    private static void Count<T>(SortedDictionary<T, long> counts, T what)
        where T : notnull => counts[what] = counts.GetValueOrDefault(what) + 1;

    /// <summary>One set of one stream, and what was wrong within its items when they were last looked into.</summary>
    private sealed class Counted(SetDefinition definition)
    {
        private readonly Dictionary<ulong, (byte[] Raw, int Offset, KlvProblem[] Problems)> _last = [];
        private readonly VmtiState _vmti = new();
        private readonly List<KlvProblem> _found = [];

        public MetadataPacket Packet { get; } = new(definition);

        public void Inside(List<KlvProblem> problems)
        {
            var set = Packet.Set;
            for (var i = 0; i < set.Count; i++)
            {
                var item = set[i];
                if (item.Kind is not (ValueKind.Set or ValueKind.Structure))
                    continue;
                if (!_last.TryGetValue(item.Tag, out var last) || !last.Raw.AsSpan().SequenceEqual(item.Raw.Span))
                {
                    _found.Clear();
                    item.ToNode(_found, _vmti);
                    last = (item.Raw.ToArray(), item.Place.ValueOffset, [.. _found]);
                    _last[item.Tag] = last;
                }
                foreach (var problem in last.Problems)
                    problems.Add(problem with { Offset = problem.Offset - last.Offset + item.Place.ValueOffset });
            }
        }
    }
}
