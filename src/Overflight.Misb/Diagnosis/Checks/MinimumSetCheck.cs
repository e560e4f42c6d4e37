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
        if (packet.Definition != St0601Set.Definition)
            return;
        var pid = packet.Pid ?? -1;
        if (!_windows.TryGetValue(pid, out var window))
            _windows.Add(pid, window = new Window(packet.Pid));
        window.Take(MinimumSet.SaidBy(packet.Items), packet.Pts is { } pts ? pts / 90_000.0 : packet.Time / 1e6);
    }

    public override IEnumerable<Finding> Findings()
    {
        foreach (var window in _windows.Values)
        {
            window.Close();
            var missing = MinimumSet.Items.Select((item, i) => (Name: Name(item), Windows: window.Without[i])).Where(m => m.Windows > 0).ToList();
            if (missing.Count == 0)
                continue;
            var always = missing.Where(m => m.Windows == window.Count).Select(m => m.Name).ToList();
            var often = missing.Where(m => m.Windows < window.Count).Select(m => Sentence.Of($"{m.Name} (in {m.Windows} of {window.Count} windows of 30 s)")).ToList();
            yield return new Finding("minimum-set", FindingGrade.Warning,
                missing.Count == 1 ? "An item of the minimum set (ST 0902) is missing" : Sentence.Of($"{missing.Count} items of the minimum set (ST 0902) are missing"),
                string.Join("; ", (string[])[.. always.Count > 0 ? [$"never: {string.Join(", ", always)}"] : Array.Empty<string>(), .. often]))
            {
                Count = missing.Count,
                Of = MinimumSet.Count,
                Pid = window.Pid,
                Effect = "users that rely on the minimum set find items absent",
                EffectSize = missing.Count,
                EffectUnit = "items",
            };
        }
    }

    private static string Name(MinimumItem item) =>
        Sentence.Of($"{item.Name} (tag {item.Tags[0]}") + (item.NestedTag is { } nested ? Sentence.Of($".{nested})") : ")");

    private sealed class Window(int? pid)
    {
        private double? _start;
        private uint _said;
        private bool _isOpen;

        public int? Pid { get; } = pid;

        public long Count { get; private set; }

        /// <summary>The windows in which each item of the minimum set was not stated.</summary>
        public long[] Without { get; } = new long[MinimumSet.Count];

        public void Take(uint said, double? seconds)
        {
            _start ??= seconds;
            if (seconds < _start || seconds - _start > WindowSeconds)
            {
                Close();
                _start = seconds;
            }
            (_said, _isOpen) = (_said | said, true);
        }

        public void Close()
        {
            if (!_isOpen)
                return;
            Count++;
            for (var i = 0; i < Without.Length; i++)
                Without[i] += ~_said >> i & 1;
            (_said, _isOpen) = (0, false);
        }
    }
}
