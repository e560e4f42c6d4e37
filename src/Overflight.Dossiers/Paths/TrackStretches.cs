using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Paths;

/// <summary>Cuts a flight where it falls silent and where certainty changes.</summary>
internal static class TrackStretches
{
    public static IEnumerable<TrackStretch> Of(PreparedFlight flight, PresenceTimeline presence)
    {
        var first = 0;
        var current = PresenceCertainty.Outside;
        for (var leg = 0; leg + 1 < flight.Count; leg++)
        {
            var (from, to) = (presence.At(flight.TimeAt(leg)), presence.At(flight.TimeAt(leg + 1)));
            var isGap = flight.SecondsAfter(leg) > TrackStretch.GapSeconds;
            var what = presence.IsOpenWithin(flight.TimeAt(leg), flight.TimeAt(leg + 1)) || from != to ? PresenceCertainty.Possible : from;
            if (leg > first && (isGap || what != current))
            {
                yield return new TrackStretch(first, leg, current, false);
                first = leg;
            }
            if (isGap)
            {
                yield return new TrackStretch(leg, leg + 1, what, true);
                first = leg + 1;
            }
            current = what;
        }
        if (first < flight.Count - 1)
            yield return new TrackStretch(first, flight.Count - 1, current, false);
        else if (flight.Count == 1)
            yield return new TrackStretch(0, 0, presence.At(flight.TimeAt(0)), false);
    }
}
