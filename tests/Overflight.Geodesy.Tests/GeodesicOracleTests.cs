using Overflight.Geodesy;
using static Overflight.Geodesy.Tests.GeographicLibTool;

namespace Overflight.Geodesy.Tests;

public sealed class GeodesicOracleTests(ITestOutputHelper output)
{
    private const double FifteenNanometres = 1.5e-8;
    private const double PrintedDigit = 5e-10;

    [Fact]
    public void Inverse_agrees_with_GeodSolve_to_15_nm()
    {
        var pairs = Pairs.Mixed(100_000, seed: 20130614).ToArray();
        var lines = Run("GeodSolve", "-i -p 9", pairs.Select(p => $"{Text(p.A)} {Text(p.B)}"));
        Assert.Equal(pairs.Length, lines.Length);
        var worst = new Dictionary<string, (double Distance, double Azimuth)>();
        for (var i = 0; i < pairs.Length; i++)
        {
            var (kind, a, b) = pairs[i];
            var expected = Numbers(lines[i]);
            var inverse = Geodesic.Inverse(a, b);
            var error = Math.Abs(inverse.DistanceMetres - expected[2]);
            Assert.True(error <= FifteenNanometres + PrintedDigit, $"{kind} {Text(a)} {Text(b)}: {inverse.DistanceMetres:R}, not {lines[i]}");
            Assert.Equal(inverse.DistanceMetres, Geodesic.DistanceMetres(a, b));

            // An azimuth is only as sharp as the reduced length that it moves: judge it by where it leads.
            var end = Geodesic.Direct(a, inverse.InitialAzimuthDegrees, inverse.DistanceMetres);
            var miss = Chord(end, b);
            Assert.True(miss <= 2 * FifteenNanometres, $"{kind} {Text(a)} {Text(b)}: azimuth {inverse.InitialAzimuthDegrees:R} misses by {miss} m");
            var back = Geodesic.Direct(b, inverse.FinalAzimuthDegrees, -inverse.DistanceMetres);
            var missBack = Chord(back, a);
            Assert.True(missBack <= 2 * FifteenNanometres, $"{kind} {Text(a)} {Text(b)}: azimuth {inverse.FinalAzimuthDegrees:R} misses by {missBack} m");
            var (d, z) = worst.GetValueOrDefault(kind);
            worst[kind] = (Math.Max(d, error), Math.Max(z, Math.Max(miss, missBack)));
        }
        foreach (var (kind, (distance, azimuth)) in worst)
            output.WriteLine($"{kind,-15} distance {distance * 1e9:0.0} nm, end missed by {azimuth * 1e9:0.0} nm");
    }

    [Fact]
    public void Azimuths_agree_with_GeodSolve()
    {
        var pairs = Pairs.Mixed(100_000, seed: 7).Where(p => p.Kind is "uniform" or "regional" or "same-latitude").ToArray();
        var lines = Run("GeodSolve", "-i -p 9", pairs.Select(p => $"{Text(p.A)} {Text(p.B)}"));
        for (var i = 0; i < pairs.Length; i++)
        {
            var (kind, a, b) = pairs[i];
            var expected = Numbers(lines[i]);
            var inverse = Geodesic.Inverse(a, b);
            if (expected[2] is < 10_000 or > 19_900_000)
                continue;
            Assert.True(Turn(inverse.InitialAzimuthDegrees - expected[0]) < 1e-9, $"{kind} {Text(a)} {Text(b)}: {inverse}, not {lines[i]}");
            Assert.True(Turn(inverse.FinalAzimuthDegrees - expected[1]) < 1e-9, $"{kind} {Text(a)} {Text(b)}: {inverse}, not {lines[i]}");
        }
    }

    [Fact]
    public void Direct_agrees_with_GeodSolve_to_15_nm()
    {
        var random = new Random(1828);
        var cases = Enumerable.Range(0, 100_000).Select(i => (
            From: Pairs.Point(random),
            Azimuth: i % 50 == 0 ? 90 * random.Next(-1, 3) : Math.Round(random.NextDouble() * 360 - 180, 12),
            Metres: Math.Round(i % 3 == 0 ? 1e4 * random.NextDouble() : 2e7 * random.NextDouble(), 8))).ToArray();
        var lines = Run("GeodSolve", "-p 9", cases.Select(c => $"{Text(c.From)} {Text(c.Azimuth)} {Text(c.Metres)}"));
        var worst = 0.0;
        for (var i = 0; i < cases.Length; i++)
        {
            var expected = Numbers(lines[i]);
            var direct = Geodesic.DirectWithAzimuth(cases[i].From, cases[i].Azimuth, cases[i].Metres);
            var miss = Chord(direct.Point, new GeoPoint(expected[0], expected[1]));
            Assert.True(miss <= FifteenNanometres + PrintedDigit, $"{cases[i]}: {miss} m; {direct}, not {lines[i]}");
            worst = Math.Max(worst, miss);
        }
        output.WriteLine($"direct: {worst * 1e9:0.0} nm");
    }

    private static double Turn(double degrees) => Math.Abs(Math.IEEERemainder(degrees, 360));

    /// <summary>Metres between places that are close, from differences of their coordinates, so that it has no rounding of its own.</summary>
    private static double Chord(GeoPoint a, GeoPoint b)
    {
        var north = 6.4e6 * double.DegreesToRadians(a.LatitudeDegrees - b.LatitudeDegrees);
        var turn = double.DegreesToRadians(Math.IEEERemainder(a.LongitudeDegrees - b.LongitudeDegrees, 360));
        var colatitude = double.DegreesToRadians(90 - Math.Abs(a.LatitudeDegrees));
        var east = 2 * 6.4e6 * Math.Sin(colatitude) * Math.Sin(turn / 2);
        return Math.Sqrt(north * north + east * east);
    }
}
