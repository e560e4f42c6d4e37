using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Safety;

/// <summary>Paths flown within a speed bound, and reports of them within their radii: the worst that the assumptions allow.</summary>
internal static class TruePaths
{
    private const double JustUnder = 1 - 1e-7;

    public static SafetyCase Random(Random random, MovableRegion region, double size) => random.Next(7) switch
    {
        0 => Touching(random, region, size),
        1 or 5 or 6 => Grazing(random, region, size),
        2 => Skimming(random, region, size),
        3 => Wandering(random, region, size),
        _ => Dashing(random, region, size),
    };

    /// <summary>Straight to a place of the true boundary and straight back out, at the bound, seen only at both ends, from afar.</summary>
    private static SafetyCase Touching(Random random, MovableRegion region, double size)
    {
        var (a, b) = (random.NextDouble() * 360, random.NextDouble() * 360);
        if (random.Next(2) == 0)
            b = a + 180 + 20 * (random.NextDouble() - 0.5);
        return ThereAndBack(random, region.Truth.BoundaryPlace(random), a, b, size, "touching");
    }

    /// <summary>The same, to a boundary that is moved evenly by all of its uncertainty just towards where the flight came from and went.</summary>
    private static SafetyCase Grazing(Random random, MovableRegion region, double size)
    {
        var towards = random.NextDouble() * 360;
        var touched = Geodesic.Direct(region.MappedRings.BoundaryPlace(random), towards, region.Uncertainty * JustUnder);
        var open = 90 * (random.Next(2) == 0 ? 1 - 0.1 * random.NextDouble() : random.NextDouble());
        var skew = 30 * (random.NextDouble() - 0.5) * random.Next(2);
        return ThereAndBack(random, touched, towards + open + skew, towards - open + skew, size, "grazing");
    }

    private static SafetyCase ThereAndBack(Random random, GeoPoint touched, double a, double b, double size, string kind)
    {
        var speed = RandomSpeed(random);
        var (out1, out2) = (Reach(random, size), Reach(random, size));
        // Mostly small, so that the fix itself leaves no doubt.
        var (u1, u2) = random.Next(3) == 0 ? (RandomRadius(random), RandomRadius(random)) : (3, 3);
        var (t1, t2) = (Ceil(out1 / speed), Ceil(out2 / speed));
        var first = Geodesic.Direct(touched, a, speed * t1 * JustUnder);
        var second = Geodesic.Direct(touched, b, speed * t2 * JustUnder);
        // Reported still farther away, by all of the radius.
        var reports = new List<(double, GeoPoint, double)>
        {
            (1000, Beyond(touched, first, u1 * JustUnder), u1),
            (1000 + t1 + t2, Beyond(touched, second, u2 * JustUnder), u2),
        };
        return new SafetyCase(speed, reports, true, kind) { InsideAt = [1000 + t1] };
    }

    /// <summary>Along the boundary's corners at a small distance, reported now and then.</summary>
    private static SafetyCase Skimming(Random random, MovableRegion region, double size)
    {
        var ring = region.Truth.Rings[random.Next(region.Truth.Rings.Count)];
        var aside = (random.NextDouble() - 0.2) * size * Math.Pow(10, -4 * random.NextDouble());
        var centre = new GeoPoint(ring.Average(c => c.Y), ring.Average(c => c.X)).Normalised();
        var corners = new List<GeoPoint>();
        var first = random.Next(ring.Length);
        for (var k = 0; k < Math.Min(ring.Length, random.Next(2, 8)); k++)
        {
            var corner = ring[(first + k) % ring.Length];
            corners.Add(Beyond(centre, new GeoPoint(corner.Y, corner.X).Normalised(), aside));
        }
        return Flown(random, region, corners, "skimming");
    }

    /// <summary>Between places around the region.</summary>
    private static SafetyCase Wandering(Random random, MovableRegion region, double size)
    {
        var centre = region.Truth.BoundaryPlace(random);
        var corners = new List<GeoPoint>();
        var away = Geodesic.Direct(centre, random.NextDouble() * 360, random.Next(2) * 3 * size);
        for (var k = random.Next(2, 7); k > 0; k--)
            corners.Add(Geodesic.Direct(away, random.NextDouble() * 360, size * 2 * random.NextDouble()));
        return Flown(random, region, corners, "wandering");
    }

    /// <summary>Straight across, or just past, seen at both ends only.</summary>
    private static SafetyCase Dashing(Random random, MovableRegion region, double size)
    {
        var middle = Geodesic.Direct(region.Truth.BoundaryPlace(random), random.NextDouble() * 360, size * Math.Pow(10, -5 * random.NextDouble()));
        var azimuth = random.NextDouble() * 360;
        List<GeoPoint> corners = [Geodesic.Direct(middle, azimuth, Reach(random, size)), middle, Geodesic.Direct(middle, azimuth + 180 + 5 * (random.NextDouble() - 0.5), Reach(random, size))];
        return Flown(random, region, corners, "dashing");
    }

    private static SafetyCase Flown(Random random, MovableRegion region, List<GeoPoint> corners, string kind)
    {
        var speed = RandomSpeed(random);
        var share = random.Next(3) == 0 ? 1 : 0.3 + 0.7 * random.NextDouble();
        var gap = random.Next(2) == 0 ? 0.02 : 0.5;
        var path = new List<GeoPoint> { corners[0] };
        var reports = new List<(double, GeoPoint, double)>();
        var inside = new List<double>();
        var time = 1000.0;
        Report(corners[0]);
        for (var i = 1; i < corners.Count; i++)
        {
            var line = GeodesicLine.Between(corners[i - 1], corners[i]);
            var steps = (int)Math.Clamp(line.DistanceMetres / 500, 1, 400);
            for (var k = 1; k <= steps; k++)
            {
                var from = path[^1];
                path.Add(line.PointAt(line.DistanceMetres * k / steps));
                // Straight in longitude and latitude is a little longer than the geodesic.
                time += Ceil(Geodesic.DistanceMetres(from, path[^1]) * Longer(from, path[^1]) / (speed * share));
                if (k % 8 == 0 && region.Truth.Holds(path[^1]))
                    inside.Add(time);
                if (random.NextDouble() > gap || (k == steps && random.Next(3) == 0) || (k == steps && i == corners.Count - 1))
                    Report(path[^1]);
            }
        }
        return new SafetyCase(speed, reports, region.Truth.IsTouchedBy(path), kind) { InsideAt = inside };

        void Report(GeoPoint place)
        {
            var radius = RandomRadius(random);
            var error = radius * (random.Next(2) == 0 ? JustUnder : random.NextDouble());
            reports.Add((time, Geodesic.Direct(place, random.NextDouble() * 360, error), radius));
        }
    }

    private static double Longer(GeoPoint a, GeoPoint b)
    {
        var middle = new GeoPoint(0.5 * (a.LatitudeDegrees + b.LatitudeDegrees), a.LongitudeDegrees + 0.5 * Math.IEEERemainder(b.LongitudeDegrees - a.LongitudeDegrees, 360)).Normalised();
        var direct = Geodesic.DistanceMetres(a, b);
        // Half-way sag s lengthens an arc by 8/3 (s/L)^2, four times what one corner in the middle shows at most.
        return direct == 0 ? 1 : 1 + 4 * Math.Max(0, (Geodesic.DistanceMetres(a, middle) + Geodesic.DistanceMetres(middle, b)) / direct - 1) + 1e-9;
    }

    private static GeoPoint Beyond(GeoPoint from, GeoPoint place, double metres)
    {
        var line = GeodesicLine.Between(from, place);
        return line.PointAt(line.DistanceMetres + metres);
    }

    private static double Reach(Random random, double size) => size * Math.Pow(10, 2.2 * random.NextDouble() - 1.5);

    private static double RandomSpeed(Random random) => 30 + 320 * random.NextDouble();

    private static double RandomRadius(Random random) => (float)Math.Pow(10, 0.5 + 2.8 * random.NextDouble());

    /// <summary>Up to the next microsecond, as fixes have it, so that no leg is faster than the bound.</summary>
    private static double Ceil(double seconds) => Math.Ceiling(seconds * 1e6 + 1) / 1e6;
}
