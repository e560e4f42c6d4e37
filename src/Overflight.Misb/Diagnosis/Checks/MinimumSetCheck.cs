using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0902;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Items of ST 0902 that a stream lacks. Each may come once in 30 seconds, so windows of that length are asked.</summary>
internal sealed class MinimumSetCheck : StreamCheck
{
    private const double WindowSeconds = 30;

    private readonly Dictionary<int, Window> _windows = [];
    private readonly SortedDictionary<(ulong Tag, ulong? Inner), (string Name, long Windows)> _missing = [];
    private long _count;

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Definition != St0601Set.Definition || packet.Set is not { } set)
            return;
        var pid = packet.Pid ?? -1;
        if (!_windows.TryGetValue(pid, out var window))
            _windows.Add(pid, window = new Window());
        var seconds = packet.Pts is { } pts ? pts / 90_000.0 : packet.Time / 1e6;
        window.Start ??= seconds;
        if (seconds < window.Start || seconds - window.Start > WindowSeconds)
        {
            Close(window);
            window.Start = seconds;
        }
        window.Take(set);
    }

    public override IEnumerable<Finding> Findings()
    {
        foreach (var window in _windows.Values)
            Close(window);
        _windows.Clear();
        if (_missing.Count == 0)
            yield break;
        var always = _missing.Where(m => m.Value.Windows == _count).Select(Name).ToList();
        var often = _missing.Where(m => m.Value.Windows < _count).Select(m => Sentence.Of($"{Name(m)} (in {m.Value.Windows} of {_count} windows of 30 s)")).ToList();
        yield return new Finding("minimum-set", FindingGrade.Warning, Sentence.Of($"{_missing.Count} items of the minimum set (ST 0902) are missing"),
            string.Join("; ", (string[])[.. always.Count > 0 ? [$"never: {string.Join(", ", always)}"] : Array.Empty<string>(), .. often]))
        {
            Count = _missing.Count,
            Of = MinimumSet.Count,
            Effect = "users that rely on the minimum set find items absent",
            EffectSize = _missing.Count,
            EffectUnit = "items",
        };
    }

    private static string Name(KeyValuePair<(ulong Tag, ulong? Inner), (string Name, long Windows)> missing) =>
        Sentence.Of($"{missing.Value.Name} (tag {missing.Key.Tag}") + (missing.Key.Inner is { } inner ? Sentence.Of($".{inner})") : ")");

    private void Close(Window window)
    {
        if (window.Sets.Count == 0)
            return;
        _count++;
        foreach (var missing in MinimumSet.Missing(window.Sets))
        {
            var key = (missing.Tag, missing.NestedTag);
            _missing[key] = (missing.Name, _missing.TryGetValue(key, out var seen) ? seen.Windows + 1 : 1);
        }
        window.Clear();
    }

    // A packet is kept only if it has an item that none before it had.
    private sealed class Window
    {
        private readonly HashSet<ulong> _tags = [];

        public double? Start { get; set; }

        public List<KlvSet> Sets { get; } = [];

        public void Take(KlvSet set)
        {
            var isNew = false;
            for (var i = 0; i < set.Count; i++)
                isNew |= set[i].Kind != ValueKind.Empty && _tags.Add(set[i].Tag);
            if (!isNew)
                return;
            var copy = new KlvSet(set.Definition);
            copy.Read(set.Bytes.ToArray());
            Sets.Add(copy);
        }

        public void Clear()
        {
            _tags.Clear();
            Sets.Clear();
        }
    }
}
