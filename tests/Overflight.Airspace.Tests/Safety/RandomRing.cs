namespace Overflight.Airspace.Tests.Safety;

/// <summary>Rings of random corners around a place, on the 1e-7 degree lattice: blobs, combs with narrow necks, slivers.</summary>
internal static class RandomRing
{
    public static (double X, double Y)[] Of(Random random, double x, double y, double metres)
    {
        var ring = random.Next(4) switch { 0 => Comb(random), 1 => Sliver(random), _ => Star(random) };
        var (perX, perY) = (metres / (111_320 * Math.Cos(double.DegreesToRadians(y))), metres / 110_570);
        var corners = new List<(double X, double Y)>();
        foreach (var (u, v) in ring)
        {
            var corner = (Math.Round(x + u * perX, 7), Math.Round(y + v * perY, 7));
            if (corners.Count == 0 || corners[^1] != corner)
                corners.Add(corner);
        }
        return [.. corners];
    }

    private static (double, double)[] Star(Random random)
    {
        var count = random.Next(3, 40);
        var ragged = random.NextDouble();
        return Enumerable.Range(0, count).Select(k =>
        {
            var (sin, cos) = Math.SinCos(Math.Tau * (k + 0.8 * random.NextDouble()) / count);
            var r = 1 - ragged * random.NextDouble();
            return (r * cos, r * sin);
        }).ToArray();
    }

    private static (double, double)[] Comb(Random random)
    {
        var teeth = random.Next(1, 6);
        var neck = Math.Pow(10, -3 * random.NextDouble());
        var ring = new List<(double, double)> { (-1, -1), (1, -1), (1, -0.8) };
        for (var k = teeth - 1; k >= 0; k--)
        {
            var middle = -1 + 2 * (k + 0.5) / teeth;
            ring.AddRange([(middle + neck / teeth, -0.8), (middle + 0.5 * neck / teeth, 1), (middle - 0.5 * neck / teeth, 1), (middle - neck / teeth, -0.8)]);
        }
        ring.Add((-1, -0.8));
        return [.. ring];
    }

    private static (double, double)[] Sliver(Random random)
    {
        var (sin, cos) = Math.SinCos(Math.Tau * random.NextDouble());
        var width = Math.Pow(10, -3 * random.NextDouble());
        return ((double, double)[])[Turn(-1, -width), Turn(1, -width), Turn(1, width), Turn(-1, width)];

        (double, double) Turn(double u, double v) => (u * cos - v * sin, u * sin + v * cos);
    }
}
