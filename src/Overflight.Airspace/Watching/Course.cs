using Overflight.Airspace.Nearest;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>Where the present course leads.</summary>
internal static class Course
{
    // A step that certainly does not reach the boundary may be as long as the way to it; near it, this.
    private const double LeastStepMetres = 100;
    private const int MostSteps = 256;

    /// <summary>
    /// Seconds until the geodesic flown on from a fix at its reported speed and track reaches the region, or null where it
    /// does not within a time.
    /// </summary>
    public static double? SecondsToRegion(AirspaceRegion region, in Fix fix, double withinSeconds)
    {
        var metresPerSecond = fix.GroundSpeedKnots * (Wgs84.MetresPerNauticalMile / 3600);
        if (!(metresPerSecond > 0) || float.IsNaN(fix.TrackDegrees))
            return null;
        var line = GeodesicLine.From(fix.Position, fix.TrackDegrees);
        var limit = metresPerSecond * withinSeconds;
        var likely = -1;
        var metres = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var place = line.PointAt(metres);
            if (region.Contains(place))
                return metres / metresPerSecond;
            var nearest = region.Tree.Nearest(SurfacePoint.From(place), likely: likely);
            if (nearest.Slot < 0)
                return null;
            likely = nearest.Slot;
            metres += Math.Max(LeastStepMetres, nearest.ChordMetres);
            if (metres > limit)
                return null;
        }
        return null;
    }
}
