using Overflight.Tracks.Preparing;

namespace Overflight.Tracks.Live;

/// <summary>Fixes that contradict a flight, while it is not yet clear which of the two is false.</summary>
internal sealed class SuspectRun
{
    // More than this are counted and weighed, but only the latest are held.
    private const int MostHeld = 512;
    private readonly List<KeptFix> _fixes;

    public SuspectRun(in KeptFix first)
    {
        First = first.Fix;
        _fixes = [first];
        Weight = 1;
        Count = 1;
    }

    public Fix First { get; }

    public KeptFix Last => _fixes[^1];

    public int Count { get; private set; }

    /// <summary>How far it bears itself out, metres (<see cref="FlownEvidence"/>).</summary>
    public double Weight { get; private set; }

    public IReadOnlyList<KeptFix> Fixes => _fixes;

    public void Add(in KeptFix kept, double metresPerSecond)
    {
        var last = Last;
        Weight += 1 + FlownEvidence.OfLeg(
            kept.Fix.Time.SecondsSince(last.Fix.Time), last.Fix.Position, kept.Fix, last.Radius.Metres95 + kept.Radius.Metres95, metresPerSecond);
        Count++;
        if (_fixes.Count == MostHeld)
            _fixes.RemoveRange(0, MostHeld / 2);
        _fixes.Add(kept);
    }
}
