using Overflight.Geodesy;
using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Preparing;

/// <summary>
/// How much a stretch of fixes speaks for itself: the metres flown as its own reported speed and track say they were. Not
/// the number of fixes, for a position that stands still under a moving aircraft, or creeps about a false place, is
/// received as often as a true one.
/// </summary>
internal static class FlownEvidence
{
    /// <summary>Longer legs say nothing of how they were flown, seconds.</summary>
    public const double LongestLegSeconds = 60;

    // Of the reported motion; a turn or a change of speed within the leg is not a contradiction.
    private const double Tolerance = 0.5;

    /// <summary>Metres of a leg that bear its fixes out; 0 where the reported motion contradicts the positions.</summary>
    public static double OfLeg(Track flight, PositionRadius[] radii, double metresPerSecond, int from, int to) => OfLeg(
        flight.TimeAt(to).SecondsSince(flight.TimeAt(from)), flight.PositionAt(from), flight[to],
        radii[from].Metres95 + radii[to].Metres95, metresPerSecond);

    /// <summary>The same for one leg by itself.</summary>
    /// <param name="seconds">How long it took.</param>
    /// <param name="start">Where it began.</param>
    /// <param name="end">The fix that ends it.</param>
    /// <param name="radiiMetres">The sum of both fixes' 95 % radii.</param>
    /// <param name="metresPerSecond">The speed bound.</param>
    public static double OfLeg(double seconds, GeoPoint start, in Fix end, double radiiMetres, double metresPerSecond)
    {
        if (seconds is <= 0 or > LongestLegSeconds)
            return 0;
        var (east, north) = Moved(start, end.Position);
        var moved = Math.Sqrt(east * east + north * north);
        if (float.IsNaN(end.GroundSpeedKnots) || float.IsNaN(end.TrackDegrees))
            return 0.5 * Math.Min(moved, metresPerSecond * seconds);
        var reported = end.GroundSpeedKnots * SiUnits.MetresPerSecondPerKnot * seconds;
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(end.TrackDegrees));
        var (missEast, missNorth) = (east - reported * sin, north - reported * cos);
        var allowed = Tolerance * reported + radiiMetres;
        return missEast * missEast + missNorth * missNorth <= allowed * allowed ? Math.Min(moved, reported) : 0;
    }

    /// <summary>A minute's motion, well enough on a sphere's tangent plane.</summary>
    private static (double East, double North) Moved(GeoPoint from, GeoPoint to)
    {
        const double metresPerDegree = 111_195;
        var cosine = Math.Cos(double.DegreesToRadians(0.5 * (from.LatitudeDegrees + to.LatitudeDegrees)));
        return (Math.IEEERemainder(to.LongitudeDegrees - from.LongitudeDegrees, 360) * cosine * metresPerDegree, (to.LatitudeDegrees - from.LatitudeDegrees) * metresPerDegree);
    }
}
