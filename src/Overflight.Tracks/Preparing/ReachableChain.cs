using Overflight.Geodesy;
using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Preparing;

/// <summary>
/// Finds the fixes that one aircraft could have flown through. The track is cut into runs wherever the next fix is out of
/// reach; of all sequences of runs that can follow one another, the one with the most fixes is kept. So a bad fix, a
/// spoofed stretch or a second aircraft falls out as a whole, whether it lasts a second or an hour.
/// </summary>
internal static class ReachableChain
{
    // Runs are compared with at most this many runs before them, so that noise cannot make the work quadratic.
    private const int Lookback = 4096;

    private readonly record struct Run(int First, int Last, int Fixes);

    public static void MarkOutOfReach(Track flight, PositionRadius[] radii, double metresPerSecond, RejectionReason[] reasons)
    {
        var runs = CutIntoRuns(flight, radii, metresPerSecond, reasons);
        if (runs.Count < 2)
            return;
        var weight = new int[runs.Count];
        var previous = new int[runs.Count];
        var best = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            weight[i] = runs[i].Fixes;
            previous[i] = -1;
            for (var j = i - 1; j >= Math.Max(0, i - Lookback); j--)
                if (weight[j] + runs[i].Fixes > weight[i] && IsReachable(flight, radii, metresPerSecond, runs[j].Last, runs[i].First))
                    (weight[i], previous[i]) = (weight[j] + runs[i].Fixes, j);
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

    private static List<Run> CutIntoRuns(Track flight, PositionRadius[] radii, double metresPerSecond, RejectionReason[] reasons)
    {
        var runs = new List<Run>();
        var (first, last, count) = (-1, -1, 0);
        for (var i = 0; i < flight.Count; i++)
        {
            if (reasons[i] != RejectionReason.None)
                continue;
            if (last >= 0 && !IsReachable(flight, radii, metresPerSecond, last, i))
            {
                runs.Add(new Run(first, last, count));
                (first, count) = (i, 0);
            }
            first = first < 0 ? i : first;
            (last, count) = (i, count + 1);
        }
        if (last >= 0)
            runs.Add(new Run(first, last, count));
        return runs;
    }

    /// <summary>Whether the aircraft can have flown from within one fix's radius to within the other's.</summary>
    private static bool IsReachable(Track flight, PositionRadius[] radii, double metresPerSecond, int from, int to)
    {
        var seconds = flight.TimeAt(to).SecondsSince(flight.TimeAt(from));
        var reach = metresPerSecond * seconds + radii[from].BoundMetres + radii[to].BoundMetres;
        var (a, b) = (flight.PositionAt(from), flight.PositionAt(to));
        // A degree of latitude is never more than 111,695 m, nor one of longitude more than 111,321 m: most pairs need no more.
        var quick = 111_700 * (Math.Abs(a.LatitudeDegrees - b.LatitudeDegrees) + Math.Abs(a.LongitudeDegrees - b.LongitudeDegrees));
        return quick <= reach || Geodesic.DistanceMetres(a, b) <= reach;
    }
}
