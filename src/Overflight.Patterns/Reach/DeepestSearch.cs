using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>
/// The visible place deepest in a region, by branch and bound: cells of the region from the deepest down, quartered where only a
/// part of them is before the horizon, left out where they cannot be deeper than the best so far.
/// </summary>
internal static class DeepestSearch
{
    private const double Indifference = 0.001;
    private const double LeastHalfMetres = 150;
    private const double LeastStepMetres = 10;

    [ThreadStatic]
    private static PriorityQueue<DepthCell, double>? t_open;

    /// <summary>The place and its depth in metres; null where nothing is visible.</summary>
    public static (GeoPoint Place, double DepthMetres)? Find(AirspaceRegion region, ReachRows rows, ReadOnlySpan<SightCap> caps, Bound bound)
    {
        var stretches = rows.Stretches;
        if (stretches.Length == 0)
            return null;
        var (best, depth, hint) = (default(GeoPoint), 0.0, 0);
        // However little is visible, the middle of the widest stretch is.
        foreach (var (row, west, east) in stretches)
        {
            var middle = new GeoPoint(rows.LatitudeOf(row), 0.5 * (west + east));
            if (depth == 0 || row % 64 == 0)
                Try(region.NearestBoundaryMetres(middle, ref hint, out _), middle, ref best, ref depth);
        }
        var (south, north) = (rows.LatitudeOf(stretches[0].Row - 1), rows.LatitudeOf(stretches[^1].Row + 1));
        var open = t_open ??= new PriorityQueue<DepthCell, double>();
        open.Clear();
        foreach (var cell in DepthField.Of(region).Cells)
        {
            if (cell.MostMetres <= depth * (1 + Indifference))
                break;
            if (cell.South <= north && cell.South + cell.Height >= south)
                Look(cell, caps, bound, open, ref best, ref depth);
        }
        while (open.TryDequeue(out var cell, out _) && cell.MostMetres > depth * (1 + Indifference))
            foreach (var (s, w, h, x) in cell.Quarters())
                Look(DepthField.Measure(region, s, w, h, x, ref hint), caps, bound, open, ref best, ref depth);
        Improve(region, caps, bound, 4 * LeastHalfMetres, ref best, ref depth, ref hint);
        FollowRim(region, caps, bound, ref best, ref depth, ref hint);
        return (best, depth);
    }

    private static void Look(in DepthCell cell, ReadOnlySpan<SightCap> caps, Bound bound, PriorityQueue<DepthCell, double> open, ref GeoPoint best, ref double depth)
    {
        if (cell.MostMetres <= depth * (1 + Indifference))
            return;
        var middle = cell.Middle;
        var margin = Margin(middle, caps, bound);
        if (margin >= 0)
            Try(cell.DepthMetres, middle, ref best, ref depth);
        // A radian of the scaled sphere is no longer than its larger axis, and no shorter than the smaller one.
        if (margin * Wgs84.SemiMajorAxisMetres + 1.01 * cell.HalfMetres >= 0 && cell.HalfMetres > Math.Max(LeastHalfMetres, Indifference * depth) && cell.MostMetres > depth * (1 + Indifference))
            open.Enqueue(cell, -cell.MostMetres);
    }

    private static void Try(double metres, GeoPoint place, ref GeoPoint best, ref double depth)
    {
        if (metres > depth)
            (best, depth) = (place, metres);
    }

    /// <summary>How far within the cap that shows it best a place lies, radians of the scaled sphere; negative where none shows it.</summary>
    private static double Margin(GeoPoint place, ReadOnlySpan<SightCap> caps, Bound bound)
    {
        var scaled = SightCap.Scaled(place);
        var most = double.NegativeInfinity;
        foreach (ref readonly var cap in caps)
        {
            var (x, y, z) = (scaled.X - cap.Centre.X, scaled.Y - cap.Centre.Y, scaled.Z - cap.Centre.Z);
            var chord = Math.Sqrt(x * x + y * y + z * z);
            // The angle is no less than the chord, so what is worse by the chord already needs no arc sine.
            if (cap.Radii.At(bound) - chord > most)
                most = Math.Max(most, cap.Radii.At(bound) - 2 * Math.Asin(Math.Min(1, 0.5 * chord)));
        }
        return most;
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

    private static void Improve(AirspaceRegion region, ReadOnlySpan<SightCap> caps, Bound bound, double step, ref GeoPoint best, ref double depth, ref int hint)
    {
        for (step = Math.Max(step, 2 * Indifference * depth); step > LeastStepMetres;)
        {
            var (from, improved) = (best, false);
            for (var direction = 0; direction < 12; direction++)
            {
                var (sin, cos) = Math.SinCos(direction * Math.PI / 6);
                var latitude = from.LatitudeDegrees + step * cos / Wgs84.GreatestMetresPerDegree;
                if (Math.Abs(latitude) > 90)
                    continue;
                var place = new GeoPoint(latitude, from.LongitudeDegrees + step * sin / (Wgs84.GreatestMetresPerDegree * Math.Max(1e-3, Math.Cos(double.DegreesToRadians(latitude))))).Normalised();
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
