using Overflight.Patterns.Watched;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Kinds;

/// <summary>What an aircraft is doing just now, by its last fixes.</summary>
public static class PresentPattern
{
    private const double LeastSeconds = 240;
    private const double StillSeconds = 90;

    /// <summary>The orbit, racetrack, figure of eight, ladder or loiter that it is in, once that has lasted four minutes; else null.</summary>
    public static FlightPattern? Of(PreparedFlight lately)
    {
        var patterns = PatternFinder.Find(lately);
        for (var i = patterns.Count - 1; i >= 0; i--)
            if (lately.End.SecondsSince(patterns[i].End) > StillSeconds)
                return null;
            else if (WatchedPlaces.IsAbout(patterns[i]) && patterns[i].ObservedSeconds >= LeastSeconds)
                return patterns[i];
        return null;
    }
}
