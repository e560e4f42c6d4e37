using Overflight.Airspace.Locating;

namespace Overflight.Airspace.Tests.Locating;

public sealed class ExactOrientationTests
{
    [Fact]
    public void Random_triples_agree_with_rational_arithmetic() =>
        Check(100_000, r => ((Any(r), Any(r)), (Any(r), Any(r)), (Any(r), Any(r))));

    [Fact]
    public void Nearly_degenerate_triples_agree_with_rational_arithmetic() => Check(200_000, r =>
    {
        var (a, b) = ((Any(r), Any(r)), (Any(r), Any(r)));
        var f = r.Next(3) == 0 ? 2 * r.NextDouble() - 0.5 : r.NextDouble();
        var p = (Nudge(r, a.Item1 + f * (b.Item1 - a.Item1)), Nudge(r, a.Item2 + f * (b.Item2 - a.Item2)));
        return (a, b, p);
    });

    [Fact]
    public void Degenerate_triples_are_in_line() => Check(50_000, r =>
    {
        // Whole steps on a coarse lattice: in line exactly.
        var (x, y, dx, dy) = (r.Next(-1000, 1000) / 8.0, r.Next(-1000, 1000) / 8.0, r.Next(-100, 100) / 8.0, r.Next(-100, 100) / 8.0);
        var k = r.Next(-20, 20);
        Assert.Equal(0, ExactOrientation.Sign(x, y, x + dx, y + dy, x + k * dx, y + k * dy));
        return ((x, y), (x + dx, y + dy), (x + k * dx, y + k * dy));
    });

    [Fact]
    public void Very_different_sizes_agree_with_rational_arithmetic() => Check(100_000, r =>
        ((Wide(r), Wide(r)), (Wide(r), Wide(r)), (Wide(r), Wide(r))));

    [Fact]
    public void Coordinates_at_the_edge_of_zero_agree_with_rational_arithmetic() => Check(50_000, r =>
        ((Small(r), Small(r)), (Small(r), Small(r)), (Small(r), Small(r))));

    private static double Small(Random random) => random.Next(3) switch
    {
        0 => random.Next(-2, 3),
        1 => random.Next(-2, 3) * double.Epsilon,
        _ => random.Next(-2, 3) * Math.Pow(10, -random.Next(300)),
    };

    private static void Check(int count, Func<Random, ((double X, double Y) A, (double X, double Y) B, (double X, double Y) P)> triple)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
        {
            var (a, b, p) = triple(random);
            var sign = ExactOrientation.Sign(a.X, a.Y, b.X, b.Y, p.X, p.Y);
            Assert.True(sign == Rational.Side(a, b, p), $"{a:R} {b:R} {p:R}: {sign}");
            Assert.Equal(-sign, ExactOrientation.Sign(b.X, b.Y, a.X, a.Y, p.X, p.Y));
        }
    }

    private static double Any(Random random) => 360 * random.NextDouble() - 180;

    private static double Wide(Random random) => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-15, 3));

    private static double Nudge(Random random, double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) + random.Next(-3, 4));
}
