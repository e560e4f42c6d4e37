using Overflight.Airspace.Verdicts;
using Overflight.Tracks;

namespace Overflight.Dossiers.Paths;

/// <summary>Certain and possible presence of one verdict over the time its track covers.</summary>
internal sealed class PresenceTimeline
{
    public PresenceTimeline(AirspaceVerdict? verdict)
    {
        var parts = new List<(UtcInstant From, UtcInstant To, PresenceCertainty What)>();
        foreach (var interval in verdict?.Intervals ?? [])
        {
            var from = interval.Enter.Earliest ?? verdict!.Covered.From;
            var to = interval.Exit.Latest ?? verdict!.Covered.To;
            var (sureFrom, sureTo) = (interval.Enter.Latest ?? from, interval.Exit.Earliest ?? to);
            if (!interval.IsCertain || sureTo < sureFrom)
            {
                parts.Add((from, to, PresenceCertainty.Possible));
                continue;
            }
            parts.Add((from, sureFrom, PresenceCertainty.Possible));
            parts.Add((sureFrom, sureTo, PresenceCertainty.Inside));
            parts.Add((sureTo, to, PresenceCertainty.Possible));
        }
        Parts = parts.Where(p => p.To >= p.From).ToList();
    }

    /// <summary>Stretches of time, in order; what lies in none is outside.</summary>
    public IReadOnlyList<(UtcInstant From, UtcInstant To, PresenceCertainty What)> Parts { get; }

    /// <summary>What is known of an instant; certainty wins where stretches meet.</summary>
    public PresenceCertainty At(UtcInstant time)
    {
        var found = PresenceCertainty.Outside;
        foreach (var (from, to, what) in Parts)
            if (from <= time && time <= to && what > found)
                found = what;
        return found;
    }

    /// <summary>Whether presence is possible but not certain at some time of a span.</summary>
    public bool IsOpenWithin(UtcInstant from, UtcInstant to)
    {
        foreach (var part in Parts)
            if (part.What == PresenceCertainty.Possible && part.From < to && from < part.To)
                return true;
        return false;
    }
}
