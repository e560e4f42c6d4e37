using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

/// <summary>Attacks the bracket of <see cref="Wgs84.LeastRatioToSphere"/> and <see cref="Wgs84.GreatestRatioToSphere"/> that every certified bound of the program rests on.</summary>
public sealed class SphereBracketTests(ITestOutputHelper output)
{
    [Fact]
    public void No_pair_found_leaves_the_bracket()
    {
        var random = new Random(99442);
        var least = Climb(random, -1);
        var greatest = Climb(random, 1);
        output.WriteLine($"least {least.Ratio:R} at {least.A} - {least.B}");
        output.WriteLine($"greatest {greatest.Ratio:R} at {greatest.A} - {greatest.B}");
        Assert.InRange(least.Ratio, Wgs84.LeastRatioToSphere, Wgs84.LeastRatioToSphere + 1e-5);
        Assert.InRange(greatest.Ratio, Wgs84.GreatestRatioToSphere - 1e-5, Wgs84.GreatestRatioToSphere);
    }

    [Fact]
    public void Local_extremes_are_those_of_the_curvature_radii()
    {
        // For near places the ratio is a radius of curvature, metres per radian of geodetic latitude or longitude, over the mean
        // radius: M at the equator (least), M = N = a²/b at the poles and N elsewhere (greatest).
        const double Least = Wgs84.SemiMinorAxisMetres * Wgs84.SemiMinorAxisMetres / Wgs84.SemiMajorAxisMetres / Wgs84.MeanRadiusMetres;
        const double Greatest = Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres / Wgs84.SemiMinorAxisMetres / Wgs84.MeanRadiusMetres;
        output.WriteLine($"b²/(aR) = {Least:R}, a²/(bR) = {Greatest:R}");
        Assert.InRange(Least, Wgs84.LeastRatioToSphere, 1);
        Assert.InRange(Greatest, 1, Wgs84.GreatestRatioToSphere);
    }

    /// <summary>Random starts of every kind, each improved by shrinking random steps.</summary>
    private static (double Ratio, GeoPoint A, GeoPoint B) Climb(Random random, int sign)
    {
        var best = (Ratio: 1.0, A: default(GeoPoint), B: default(GeoPoint));
        var starts = Pairs.Mixed(20_000, random.Next()).Select(p => (p.A, p.B, Ratio: Ratio(p.A, p.B)))
            .Where(p => !double.IsNaN(p.Ratio)).OrderByDescending(p => sign * p.Ratio).Take(40).ToArray();
        foreach (var start in starts)
        {
            var (a, b, ratio) = start;
            for (var i = 0; i < 4000; i++)
            {
                var size = 20 * Math.Pow(10, -6 * random.NextDouble());
                var (c, d) = (Moved(random, a, size), Moved(random, b, size));
                var next = Ratio(c, d);
                if (sign * next > sign * ratio)
                    (a, b, ratio) = (c, d, next);
            }
            if (sign * ratio > sign * best.Ratio)
                best = (ratio, a, b);
        }
        return best;
    }

    /// <summary>Not a number below 1 m, where rounding rules the ratio.</summary>
    private static double Ratio(GeoPoint a, GeoPoint b)
    {
        var sphere = GreatCircle.DistanceMetres(a, b);
        return sphere < 1 ? double.NaN : Geodesic.DistanceMetres(a, b) / sphere;
    }

    private static GeoPoint Moved(Random random, GeoPoint p, double size) => new GeoPoint(
        Math.Clamp(p.LatitudeDegrees + size * (2 * random.NextDouble() - 1), -90, 90),
        p.LongitudeDegrees + size * (2 * random.NextDouble() - 1)).Normalised();
}
