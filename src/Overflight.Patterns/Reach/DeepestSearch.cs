using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>
/// The visible place deepest in a region. The distance to the boundary changes no faster than one moves, so along a stretch a
/// step as long as what is missing to the best is safe; the best is then improved by ever smaller steps among what the caps show.
/// </summary>
internal static class DeepestSearch
{
    // Rows are closer together for the area than a search needs: first every sixteenth of every fourth, then every fourth, and
    // all where that meets nothing.
    private static readonly int[] s_strides = [64, 4, 1];

    private const double Indifference = 0.003;
    private const double LeastStepMetres = 10;
    private const double LongestDegree = 111_700;

    /// <summary>The place and its depth in metres; null where nothing is visible.</summary>
    public static (GeoPoint Place, double DepthMetres)? Find(AirspaceRegion region, ReachRows rows, ReadOnlySpan<SightCap> caps, Bound bound)
    {
        var stretches = rows.Stretches;
        if (stretches.Length == 0)
            return null;
        var (best, depth, hint) = (default(GeoPoint), -1.0, 0);
        for (var pass = 0; pass < s_strides.Length && (pass < 2 || depth < 0); pass++)
            foreach (var (row, west, east) in stretches)
                if (row % s_strides[pass] == 0 && (pass == 0 || row % s_strides[pass - 1] != 0))
                    Walk(region, rows.LatitudeOf(row), west, east, ref best, ref depth, ref hint);
        Improve(region, caps, bound, rows.StepDegrees * s_strides[1] * LongestDegree, ref best, ref depth, ref hint);
        FollowRim(region, caps, bound, ref best, ref depth, ref hint);
        return (best, depth);
    }

    /// <summary>Whether a cap shows a place.</summary>
    public static bool IsSeen(GeoPoint place, ReadOnlySpan<SightCap> caps, Bound bound)
    {
        var scaled = SightCap.Scaled(place);
        foreach (ref readonly var cap in caps)
        {
            // Chord against 2 sin(r/2), squared: no cosine that cancels.
            var (x, y, z) = (scaled.X - cap.Centre.X, scaled.Y - cap.Centre.Y, scaled.Z - cap.Centre.Z);
            var half = cap.Radii.At(bound) * 0.5;
            // sin x > x (1 − x²/6), so most of what is far is passed over without a sine.
            var square = x * x + y * y + z * z;
            if (square <= 4 * half * half && square <= 4 * Math.Sin(half) * Math.Sin(half))
                return true;
        }
        return false;
    }

    private static void Walk(AirspaceRegion region, double latitude, double west, double east, ref GeoPoint best, ref double depth, ref int hint)
    {
        var degree = LongestDegree * Math.Max(1e-3, Math.Cos(double.DegreesToRadians(latitude)));
        for (var longitude = west; ;)
        {
            var place = new GeoPoint(latitude, longitude);
            var here = region.NearestBoundaryMetres(place, ref hint, out _);
            if (here > depth)
                (best, depth) = (place, here);
            if (longitude == east)
                return;
            var step = Math.Max(depth * (1 + Indifference) - here, Math.Max(LeastStepMetres, Indifference * depth));
            longitude = Math.Min(east, longitude + step / degree);
        }
    }

    private static void Improve(AirspaceRegion region, ReadOnlySpan<SightCap> caps, Bound bound, double step, ref GeoPoint best, ref double depth, ref int hint)
    {
        for (step = Math.Max(step, Indifference * depth); step > LeastStepMetres;)
        {
            var (from, improved) = (best, false);
            for (var direction = 0; direction < 12; direction++)
            {
                var (sin, cos) = Math.SinCos(direction * Math.PI / 6);
                var latitude = from.LatitudeDegrees + step * cos / LongestDegree;
                if (Math.Abs(latitude) > 90)
                    continue;
                var place = new GeoPoint(latitude, from.LongitudeDegrees + step * sin / (LongestDegree * Math.Max(1e-3, Math.Cos(double.DegreesToRadians(latitude))))).Normalised();
                var here = region.NearestBoundaryMetres(place, ref hint, out _);
                if (here <= depth || !region.Contains(place) || !IsSeen(place, caps, bound))
                    continue;
                (best, depth, improved) = (place, here, true);
            }
            if (!improved)
                step *= 0.5;
        }
    }

    /// <summary>
    /// Along the rims of the cap that shows the place best and of its neighbours: steps across a rim end outside of it, and those
    /// along a straight edge gain nothing, so <see cref="Improve"/> can stop beside the top.
    /// </summary>
    private static void FollowRim(AirspaceRegion region, ReadOnlySpan<SightCap> caps, Bound bound, ref GeoPoint best, ref double depth, ref int hint)
    {
        var scaled = SightCap.Scaled(best);
        var (shower, most) = (0, double.NegativeInfinity);
        for (var i = 0; i < caps.Length; i++)
            if (caps[i].Radii.At(bound) - caps[i].Centre.AngleTo(scaled) is var margin && margin > most)
                (shower, most) = (i, margin);
        for (var i = Math.Max(0, shower - 2); i < Math.Min(caps.Length, shower + 3); i++)
        {
            var bearing = caps[i].BearingOf(best);
            for (var step = 0.1; step > 1e-4;)
            {
                var improved = false;
                foreach (var next in (ReadOnlySpan<double>)[bearing + step, bearing - step, bearing])
                {
                    var place = caps[i].RimAt(next, bound);
                    var here = region.NearestBoundaryMetres(place, ref hint, out _);
                    if (here <= depth || !region.Contains(place))
                        continue;
                    (best, depth, bearing, improved) = (place, here, next, true);
                    break;
                }
                if (!improved)
                    step *= 0.5;
            }
        }
    }
}
