using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Integrity;

/// <summary>
/// What was set aside as out of reach, where it is more than a stray fix: many fixes over some time, far from anywhere the
/// aircraft can have been. Where believable fixes came at the same time, two aircraft use one address.
/// </summary>
internal static class FalseTracks
{
    private const int LeastFixes = 5;
    private const double LeastSeconds = 30;
    // State vectors repeat a position for up to five minutes after it was received, which looks like kilometres of haste and waiting.
    private const double LeastMetres = 20_000;
    private const double LongestBreakSeconds = 300;

    public static void Find(PreparedFlight flight, List<IntegrityFinding> found)
    {
        var aside = flight.SetAside;
        for (var i = 0; i < aside.Count;)
        {
            if (aside[i].Reason != RejectionReason.OutOfReach)
            {
                i++;
                continue;
            }
            var end = i;
            for (var next = i + 1; next < aside.Count && Seconds(flight, aside[end].Index, aside[next].Index) <= LongestBreakSeconds; next++)
                if (aside[next].Reason == RejectionReason.OutOfReach)
                    end = next;
            Add(flight, i, end, found);
            i = end + 1;
        }
    }

    private static void Add(PreparedFlight flight, int from, int to, List<IntegrityFinding> found)
    {
        var (first, last) = (flight.SetAside[from].Index, flight.SetAside[to].Index);
        if (to - from + 1 < LeastFixes || Seconds(flight, first, last) < LeastSeconds || flight.Count == 0)
            return;
        var (before, after) = Kept(flight, first, last);
        var (farthest, fixes) = (0.0, 0);
        for (var i = from; i <= to; i++)
        {
            if (flight.SetAside[i].Reason != RejectionReason.OutOfReach)
                continue;
            fixes++;
            farthest = Math.Max(farthest, BeyondReach(flight, flight.SetAside[i].Index, before, after));
        }
        if (farthest < LeastMetres)
            return;
        var meanwhile = after - before - 1;
        // A position now and then that agrees with neither is no second aircraft.
        var kind = before >= 0 && meanwhile > 0.2 * fixes ? IntegrityKind.TwoAtOnce : IntegrityKind.FalseTrack;
        found.Add(new IntegrityFinding(
            kind,
            before >= 0 && kind == IntegrityKind.FalseTrack ? flight.TimeAt(before) : flight.Track.TimeAt(first),
            after < flight.Count && kind == IntegrityKind.FalseTrack ? flight.TimeAt(after) : flight.Track.TimeAt(last),
            first, last, fixes, flight.PositionAt(Math.Max(0, before)), farthest));
    }

    /// <summary>The last kept fix before and the first after.</summary>
    private static (int Before, int After) Kept(PreparedFlight flight, int first, int last)
    {
        var (low, high) = (0, flight.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (flight.IndexInTrack(middle) < first)
                low = middle + 1;
            else
                high = middle;
        }
        var after = low;
        while (after < flight.Count && flight.IndexInTrack(after) < last)
            after++;
        return (low - 1, after);
    }

    /// <summary>How much farther a place is from the believable fixes than the speed bound allows, metres.</summary>
    private static double BeyondReach(PreparedFlight flight, int index, int before, int after)
    {
        var (place, time) = (flight.Track.PositionAt(index), flight.Track.TimeAt(index));
        var beyond = double.NegativeInfinity;
        if (before >= 0)
            beyond = Geodesic.DistanceMetres(flight.PositionAt(before), place) - flight.Speed.MetresPerSecond * time.SecondsSince(flight.TimeAt(before));
        if (after < flight.Count)
            beyond = Math.Max(beyond, Geodesic.DistanceMetres(flight.PositionAt(after), place) - flight.Speed.MetresPerSecond * flight.TimeAt(after).SecondsSince(time));
        return beyond;
    }

    private static double Seconds(PreparedFlight flight, int a, int b) => flight.Track.TimeAt(b).SecondsSince(flight.Track.TimeAt(a));
}
