using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

/// <summary>Seeded pairs of places that take every branch of the inverse problem.</summary>
internal static class Pairs
{
    public static IEnumerable<(string Kind, GeoPoint A, GeoPoint B)> Mixed(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var a = Point(random);
            yield return (i % 10) switch
            {
                0 or 1 => ("uniform", a, Point(random)),
                2 or 3 => ("near-antipodal", a, Near(random, new GeoPoint(-a.LatitudeDegrees, a.LongitudeDegrees + 180), 2)),
                4 => ("short", a, Near(random, a, 1e-4)),
                5 => ("regional", a, Near(random, a, 5)),
                6 => ("meridional", a, Rounded(random.NextDouble() * 180 - 90, a.LongitudeDegrees + (random.Next(2) == 0 ? 0 : 180))),
                7 => ("equatorial", Rounded(0, a.LongitudeDegrees), Rounded(random.Next(2) * 1e-9 * random.NextDouble(), random.NextDouble() * 360 - 180)),
                8 => ("same-latitude", a, Rounded(a.LatitudeDegrees, random.NextDouble() * 360 - 180)),
                _ => ("polar", Rounded(90 - Scale(random), a.LongitudeDegrees), Rounded((90 - Scale(random)) * (random.Next(2) * 2 - 1), random.NextDouble() * 360 - 180)),
            };
        }
    }

    public static GeoPoint Point(Random random) =>
        Rounded(double.RadiansToDegrees(Math.Asin(random.NextDouble() * 2 - 1)), random.NextDouble() * 360 - 180);

    private static GeoPoint Near(Random random, GeoPoint p, double degrees)
    {
        var size = degrees * Scale(random);
        return Rounded(
            Math.Clamp(p.LatitudeDegrees + size * (random.NextDouble() * 2 - 1), -90, 90),
            p.LongitudeDegrees + size * (random.NextDouble() * 2 - 1));
    }

    /// <summary>1 down to 10⁻⁸, evenly in its logarithm.</summary>
    private static double Scale(Random random) => Math.Pow(10, -8 * random.NextDouble());

    private static GeoPoint Rounded(double latitude, double longitude) =>
        new(Math.Round(latitude, 13), Math.Round(Math.IEEERemainder(longitude, 360), 13));
}
