using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Integrity;

/// <summary>Holds positions against the speed and track that came with them, which do not come from the same place in a receiver that is led astray.</summary>
internal static class MotionChecks
{
    private const double LeastMetresPerSecond = 50;
    private const double StillMetres = 100;
    private const double LeastStillSeconds = 120;
    private const int LeastFixes = 5;
    private const double LongestLegSeconds = 20;
    private const double WindowSeconds = 60;
    private const double LeastContradictionSeconds = 60;

    // Positions and velocities are sent apart, and turns happen within a leg.
    private const double Tolerance = 0.6;

    [ThreadStatic]
    private static Way[]? t_ways;

    private readonly record struct Way(double East, double North, double Said);

    public static void Find(PreparedFlight flight, List<IntegrityFinding> found)
    {
        Frozen(flight, found);
        Contradictions(flight, found);
    }

    private static void Frozen(PreparedFlight flight, List<IntegrityFinding> found)
    {
        for (var first = 0; first + 1 < flight.Count;)
        {
            var last = first;
            var said = 0.0;
            while (last + 1 < flight.Count && IsFlying(flight, last + 1) && Apart(flight.PositionAt(first), flight.PositionAt(last + 1)) < StillMetres)
            {
                last++;
                said += Speed(flight, last) * flight.SecondsAfter(last - 1);
            }
            if (last - first + 1 >= LeastFixes && Between(flight, first, last) >= LeastStillSeconds)
                AddFrozen(Finding(IntegrityKind.Frozen, flight, first, last, said), found);
            first = Math.Max(first + 1, last);
        }
    }

    /// <summary>A position that creeps on is still the same one.</summary>
    private static void AddFrozen(in IntegrityFinding frozen, List<IntegrityFinding> found)
    {
        if (found is [.., { Kind: IntegrityKind.Frozen } before] && before.Last == frozen.First)
            found[^1] = before with { End = frozen.End, Last = frozen.Last, Fixes = before.Fixes + frozen.Fixes - 1, Magnitude = before.Magnitude + frozen.Magnitude };
        else
            found.Add(frozen);
    }

    private static void Contradictions(PreparedFlight flight, List<IntegrityFinding> found)
    {
        if (!flight.Track.Sources.ContainsAny(FixSource.Adsb, FixSource.Adsr))
            return;
        var ways = Ways(flight);
        var (start, end, worst) = (-1, -1, 0.0);
        var from = 0;
        for (var i = 1; i < flight.Count; i++)
        {
            if (!IsLeg(flight, i))
            {
                Close(flight, start, end, worst, found);
                (start, from, worst) = (-1, i, 0);
                continue;
            }
            while (Between(flight, from, i) > WindowSeconds && from + 1 < i)
                from++;
            if (Between(flight, from, i) < 0.7 * WindowSeconds)
                continue;
            var (said, missed) = Missed(flight, ways, from, i);
            if (missed > Tolerance * said + flight.RadiusAt(from).Metres95 + flight.RadiusAt(i).Metres95)
            {
                if (start < 0 || flight.TimeAt(from).SecondsSince(flight.TimeAt(end)) > WindowSeconds)
                {
                    Close(flight, start, end, worst, found);
                    (start, worst) = (from, 0);
                }
                (end, worst) = (i, Math.Max(worst, missed));
            }
        }
        Close(flight, start, end, worst, found);
    }

    private static void Close(PreparedFlight flight, int start, int end, double worst, List<IntegrityFinding> found)
    {
        if (start >= 0 && Between(flight, start, end) >= LeastContradictionSeconds && !found.Exists(f => f.Kind == IntegrityKind.Frozen && f.First <= flight.IndexInTrack(end) && f.Last >= flight.IndexInTrack(start)))
            found.Add(Finding(IntegrityKind.Contradiction, flight, start, end, worst));
    }

    /// <summary>The way that was said to be flown, and how far from its end the position is, metres.</summary>
    private static (double Said, double Missed) Missed(PreparedFlight flight, Way[] way, int from, int to)
    {
        var (movedEast, movedNorth) = Moved(flight.PositionAt(from), flight.PositionAt(to));
        var (east, north) = (movedEast - way[to].East + way[from].East, movedNorth - way[to].North + way[from].North);
        return (way[to].Said - way[from].Said, Math.Sqrt(east * east + north * north));
    }

    /// <summary>Where each fix would be by the speeds and tracks since the first of its run of legs, the mean of both ends so that turns are followed.</summary>
    private static Way[] Ways(PreparedFlight flight)
    {
        var ways = t_ways ??= [];
        if (ways.Length < flight.Count)
            t_ways = ways = new Way[2 * flight.Count];
        ways[0] = default;
        var (beforeEast, beforeNorth) = (0.0, 0.0);
        for (var i = 0; i < flight.Count; i++)
        {
            var (east, north) = IsOwn(flight, i) ? Velocity(flight, i) : (double.NaN, double.NaN);
            if (i > 0)
                ways[i] = IsLeg(flight, i)
                    ? new Way(
                        ways[i - 1].East + 0.5 * (beforeEast + east) * flight.SecondsAfter(i - 1),
                        ways[i - 1].North + 0.5 * (beforeNorth + north) * flight.SecondsAfter(i - 1),
                        ways[i - 1].Said + 0.5 * (Speed(flight, i - 1) + Speed(flight, i)) * flight.SecondsAfter(i - 1))
                    : default;
            (beforeEast, beforeNorth) = (east, north);
        }
        return ways;
    }

    /// <summary>Only where speed and track are known to have come from the aircraft itself: tables of positions often carry older ones.</summary>
    private static bool IsLeg(PreparedFlight flight, int i) =>
        IsOwn(flight, i) && IsOwn(flight, i - 1) && flight.SecondsAfter(i - 1) is > 0 and <= LongestLegSeconds && IsFlying(flight, i) && IsFlying(flight, i - 1)
        && !float.IsNaN(flight.Track.TrackAnglesDegrees[flight.IndexInTrack(i)]) && !float.IsNaN(flight.Track.TrackAnglesDegrees[flight.IndexInTrack(i - 1)]);

    private static bool IsOwn(PreparedFlight flight, int i) => flight.Track.Sources[flight.IndexInTrack(i)] is FixSource.Adsb or FixSource.Adsr;

    private static bool IsFlying(PreparedFlight flight, int i) =>
        Speed(flight, i) >= LeastMetresPerSecond && (flight.Track.Statuses[flight.IndexInTrack(i)] & FixStatus.OnGround) == 0;

    private static double Speed(PreparedFlight flight, int i) => flight.Track.GroundSpeedsKnots[flight.IndexInTrack(i)] * SiUnits.MetresPerSecondPerKnot;

    private static (double East, double North) Velocity(PreparedFlight flight, int i)
    {
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(flight.Track.TrackAnglesDegrees[flight.IndexInTrack(i)]));
        return (Speed(flight, i) * sine, Speed(flight, i) * cosine);
    }

    private static (double East, double North) Moved(GeoPoint from, GeoPoint to) => (
        Math.IEEERemainder(to.LongitudeDegrees - from.LongitudeDegrees, 360) * Wgs84.MetresPerDegree * Math.Cos(double.DegreesToRadians(from.LatitudeDegrees)),
        (to.LatitudeDegrees - from.LatitudeDegrees) * Wgs84.MetresPerDegree);

    private static double Apart(GeoPoint a, GeoPoint b)
    {
        var (east, north) = Moved(a, b);
        return Math.Sqrt(east * east + north * north);
    }

    private static double Between(PreparedFlight flight, int from, int to) => flight.TimeAt(to).SecondsSince(flight.TimeAt(from));

    private static IntegrityFinding Finding(IntegrityKind kind, PreparedFlight flight, int first, int last, double magnitude) => new(
        kind, flight.TimeAt(first), flight.TimeAt(last), flight.IndexInTrack(first), flight.IndexInTrack(last), last - first + 1, flight.PositionAt(first), magnitude);
}
