using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0902;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Items of ST 0902 that a stream lacks. Each may come once in 30 seconds, so windows of that length are asked.</summary>
internal sealed class MinimumSetCheck : StreamCheck
{
    private const double WindowSeconds = 30;

    private readonly SortedDictionary<int, Window> _windows = [];

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Definition != St0601Set.Definition || packet.Set is not { } set)
            return;
        var pid = packet.Pid ?? -1;
        if (!_windows.TryGetValue(pid, out var window))
            _windows.Add(pid, window = new Window(packet.Pid));
        window.Take(set, packet.Pts is { } pts ? pts / 90_000.0 : packet.Time / 1e6);
    }

    public override IEnumerable<Finding> Findings()
    {
        foreach (var window in _windows.Values)
        {
            window.Close();
            if (window.Missing.Count == 0)
                continue;
            var always = window.Missing.Where(m => m.Value.Windows == window.Count).Select(Name).ToList();
            var often = window.Missing.Where(m => m.Value.Windows < window.Count).Select(m => Sentence.Of($"{Name(m)} (in {m.Value.Windows} of {window.Count} windows of 30 s)")).ToList();
            yield return new Finding("minimum-set", FindingGrade.Warning,
                window.Missing.Count == 1 ? "An item of the minimum set (ST 0902) is missing" : Sentence.Of($"{window.Missing.Count} items of the minimum set (ST 0902) are missing"),
                string.Join("; ", (string[])[.. always.Count > 0 ? [$"never: {string.Join(", ", always)}"] : Array.Empty<string>(), .. often]))
            {
                Count = window.Missing.Count,
                Of = MinimumSet.Count,
                Pid = window.Pid,
                Effect = "users that rely on the minimum set find items absent",
                EffectSize = window.Missing.Count,
                EffectUnit = "items",
            };
        }
    }

    private static string Name(KeyValuePair<(ulong Tag, ulong? Inner), (string Name, long Windows)> missing) =>
        Sentence.Of($"{missing.Value.Name} (tag {missing.Key.Tag}") + (missing.Key.Inner is { } inner ? Sentence.Of($".{inner})") : ")");

    // A packet is kept only if it has an item that none before it had.
    private sealed class Window(int? pid)
    {
        private readonly HashSet<ulong> _tags = [];
        private readonly List<KlvSet> _sets = [];
        private double? _start;

        public int? Pid { get; } = pid;

        public long Count { get; private set; }

        public SortedDictionary<(ulong Tag, ulong? Inner), (string Name, long Windows)> Missing { get; } = [];

        public void Take(KlvSet set, double? seconds)
        {
            _start ??= seconds;
            if (seconds < _start || seconds - _start > WindowSeconds)
            {
                Close();
                _start = seconds;
            }
            var isNew = false;
            for (var i = 0; i < set.Count; i++)
                isNew |= set[i].Kind != ValueKind.Empty && _tags.Add(set[i].Tag);
            if (!isNew)
                return;
            var copy = new KlvSet(set.Definition);
            copy.Read(set.Bytes.ToArray());
            _sets.Add(copy);
        }

        public void Close()
        {
            if (_sets.Count == 0)
                return;
            Count++;
            foreach (var missing in MinimumSet.Missing(_sets))
            {
                var key = (missing.Tag, missing.NestedTag);
                Missing[key] = (missing.Name, Missing.TryGetValue(key, out var seen) ? seen.Windows + 1 : 1);
            }
            _tags.Clear();
            _sets.Clear();
        }
    }
}
