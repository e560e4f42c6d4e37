using Overflight.Geodesy;
using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Preparing;

/// <summary>
/// Finds the fixes that one aircraft could have flown through. The track is cut into runs wherever the next fix is out of
/// reach, and at silences, after which a false stretch may begin within reach; of all sequences of runs that can follow one
/// another, the one that bears itself out best (<see cref="FlownEvidence"/>) is kept. So a bad fix, a spoofed stretch or a
/// second aircraft falls out as a whole, whether it lasts a second or an hour.
/// </summary>
internal static class ReachableChain
{
    // OpenSky repeats a position for up to 15 s after it was last received.
    private const double StaleSeconds = 15;

    // Runs are compared with at most this many runs before them, so that noise cannot make the work quadratic.
    private const int Lookback = 4096;

    private readonly record struct Run(int First, int Last, double Weight);

    public static void MarkOutOfReach(Track flight, PositionRadius[] radii, double metresPerSecond, RejectionReason[] reasons)
    {
        if (!CutIntoRuns(flight, radii, metresPerSecond, reasons, out var runs))
            return;
        var weight = new double[runs.Count];
        var previous = new int[runs.Count];
        var best = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            weight[i] = runs[i].Weight;
            previous[i] = -1;
            for (var j = i - 1; j >= Math.Max(0, i - Lookback); j--)
                if (weight[j] + runs[i].Weight > weight[i] && IsReachable(flight, radii, metresPerSecond, runs[j].Last, runs[i].First, StaleSeconds))
                    (weight[i], previous[i]) = (weight[j] + runs[i].Weight, j);
            if (weight[i] > weight[best])
                best = i;
        }
        var keep = new bool[runs.Count];
        for (var i = best; i >= 0; i = previous[i])
            keep[i] = true;
        for (var i = 0; i < runs.Count; i++)
            if (!keep[i])
                for (var k = runs[i].First; k <= runs[i].Last; k++)
                    if (reasons[k] == RejectionReason.None)
                        reasons[k] = RejectionReason.OutOfReach;
    }

    /// <summary>Returns whether any fix is out of its neighbour's reach; silences alone are no reason to set anything aside.</summary>
    private static bool CutIntoRuns(Track flight, PositionRadius[] radii, double metresPerSecond, RejectionReason[] reasons, out List<Run> runs)
    {
        runs = [];
        var isBroken = false;
        var (first, last, weight) = (-1, -1, 0.0);
        for (var i = 0; i < flight.Count; i++)
        {
            if (reasons[i] != RejectionReason.None)
                continue;
            var isReachable = last < 0 || IsReachable(flight, radii, metresPerSecond, last, i, 0);
            isBroken |= !isReachable;
            if (last >= 0 && (!isReachable || flight.TimeAt(i).SecondsSince(flight.TimeAt(last)) > FlownEvidence.LongestLegSeconds))
            {
                runs.Add(new Run(first, last, weight));
                (first, weight) = (i, 0);
            }
            else if (last >= 0)
                weight += FlownEvidence.OfLeg(flight, radii, metresPerSecond, last, i);
            first = first < 0 ? i : first;
            // A metre a fix, so that of stretches without motion the one seen more often stays.
            (last, weight) = (i, weight + 1);
        }
        if (last >= 0)
            runs.Add(new Run(first, last, weight));
        return isBroken;
    }

    private static bool IsReachable(Track flight, PositionRadius[] radii, double metresPerSecond, int from, int to, double staleSeconds) => IsReachable(
        flight.TimeAt(to).SecondsSince(flight.TimeAt(from)), flight.PositionAt(from), flight.PositionAt(to),
        flight.Statuses[from] | flight.Statuses[to], radii[from].BoundMetres + radii[to].BoundMetres, metresPerSecond, staleSeconds);

    /// <summary>Whether the aircraft can have flown from within one fix's radius to within the other's.</summary>
    public static bool IsReachable(
        double seconds, GeoPoint from, GeoPoint to, FixStatus statuses, double radiiMetres, double metresPerSecond, double staleSeconds = StaleSeconds)
    {
        // A row's time may be that of a position many seconds older. The jump when the position is renewed is no reason to
        // doubt the minutes of consistent flight on either side of it: it parts runs, but they may follow one another.
        if ((statuses & FixStatus.TimeIsOfRecord) != 0)
            seconds += staleSeconds;
        var reach = metresPerSecond * seconds + radiiMetres;
        // Most pairs need no more.
        var quick = Wgs84.GreatestMetresPerDegree * (Math.Abs(from.LatitudeDegrees - to.LatitudeDegrees) + Math.Abs(from.LongitudeDegrees - to.LongitudeDegrees));
        return quick <= reach || Geodesic.DistanceMetres(from, to) <= reach;
    }
}
