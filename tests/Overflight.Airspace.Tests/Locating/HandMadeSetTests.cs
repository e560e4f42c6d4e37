using Overflight.Airspace.Locating;
using Overflight.Airspace.Tests.Shapes;

namespace Overflight.Airspace.Tests.Locating;

/// <summary>Small sets with every trouble in them: fast, exact and oracle give one answer, on edges and corners as well.</summary>
public sealed class HandMadeSetTests
{
    public static TheoryData<string> Names => [.. s_soups.Keys];

    private static readonly Dictionary<string, Func<Soup>> s_soups = new()
    {
        ["square"] = () => new Soup().Add("A", (10, 10), (12, 10), (12, 12), (10, 12)),
        ["square with a hole and an island in it"] = () => new Soup().Add("A", (0, 0), (3, 0), (3, 3), (0, 3)).Add("A", (1, 1), (2, 1), (2, 2), (1, 2)).Add("A", (1.4, 1.4), (1.6, 1.4), (1.5, 1.6)),
        ["two that share an edge"] = () => new Soup().Add("A", (0, 0), (1, 0), (1, 1), (0, 1)).Add("B", (1, 0), (2, 0), (2, 1), (1, 1)),
        ["one claim in two parts that share an edge"] = () => new Soup().Add("A", (0, 0), (1, 0), (1, 1), (0, 1)).Add("A", (1, 0), (2, 0), (2, 1), (1, 1)),
        ["double claim"] = () => new Soup().Add("A", (0, 0), (2, 0), (2, 2), (0, 2)).Add("B", (1, 1), (3, 1), (3, 3), (1, 3)).Add("C", (1, 1), (2, 1), (2, 2), (1, 2)),
        ["across the seam"] = () => new Soup().Add("A", (179, -17), (180, -17), (180, -15), (179, -15)).Add("A", (-180, -17), (-179, -17), (-179, -15), (-180, -15)).Add("B", (179.5, 1), (180, 0.3), (180, 2)),
        ["southern end"] = () => new Soup().Add("A", (-180, -85.05), (-180, -70), (-60, -65), (60, -72), (180, -70), (180, -85.05)),
        ["slivers"] = () => new Soup().Add("A", (5, 5), (5.0000001, 5), (5.0000001, 6), (5, 6)).Add("B", (7, 7), (9, 7.0000001), (9, 7.0000002)),
        ["touching corners"] = () => new Soup().Add("A", (0, 0), (1, 0), (1, 1), (0, 1)).Add("A", (1, 1), (2, 1), (2, 2), (1, 2)).Add("B", (1, 1), (2, 0), (2, 1)),
        ["on whole degrees and cell lines"] = () => new Soup().Add("A", (-1, -1), (1, -1), (1, 1), (-1, 1)).Add("B", (0, 0), (0.015625, 0), (0.015625, 0.015625), (0, 0.015625)),
        ["long edges"] = () => new Soup().Add("A", (-170, -60), (170, -59), (160, 61), (-150, 70)),
        ["far north"] = () => new Soup().Add("A", (-100, 88), (40, 89), (140, 88.5), (20, 87)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Fast_exact_and_oracle_agree(string name)
    {
        var soup = s_soups[name]();
        var set = soup.Build();
        var oracle = new EvenOdd(soup);
        var random = new Random(3);
        var claims = new List<ushort>();
        foreach (var (x, y) in Places(oracle, random))
        {
            var expected = oracle.Locate(y, x);
            ExactLocator.Locate(set, y, x, claims);
            // South of the data's end the last claim runs on to the pole.
            if (name == "southern end" && y < -85)
                expected = [0];
            Assert.True(expected.SequenceEqual(claims), $"{name} at {y:R},{x:R}: {string.Join(',', claims)} instead of {string.Join(',', expected)}");
            var fast = PointLocator.Locate(set, y, x);
            if (fast >= 0)
                Assert.True(expected.AsSpan().SequenceEqual(set.ClaimsOf(fast)), $"{name} at {y:R},{x:R}, fast");
        }
    }

    private static IEnumerable<(double X, double Y)> Places(EvenOdd oracle, Random random)
    {
        var edges = oracle.Edges;
        foreach (var (x, y) in oracle.Corners.ToArray())
        {
            for (var dx = -2; dx <= 2; dx++)
                for (var dy = -2; dy <= 2; dy++)
                    yield return Place(Step(x, dx), Step(y, dy));
            yield return Place(x, y + 0.5);
            yield return Place(x, y - 0.5);
            yield return Place(x + 0.3, y);
            yield return Place(x - 0.3, y);
        }
        for (var i = 0; i < 1500; i++)
        {
            var (a, b) = edges[random.Next(edges.Count)];
            var f = i % 5 == 0 ? 0.5 : random.NextDouble();
            yield return Place(Step(a.X + f * (b.X - a.X), random.Next(-1, 2)), Step(a.Y + f * (b.Y - a.Y), random.Next(-1, 2)));
            yield return Place(a.X + 2 * (random.NextDouble() - 0.5), a.Y + 2 * (random.NextDouble() - 0.5));
            yield return Place(random.Next(-180, 181), random.Next(-90, 91));
            yield return Place(360 * random.NextDouble() - 180, 180 * random.NextDouble() - 90);
        }
        foreach (var x in (double[])[-180, 0, 180])
            foreach (var y in (double[])[-90, 90, 0, -16, -85.05])
                yield return Place(x, y);
    }

    private static (double, double) Place(double x, double y) => (Math.Clamp(x, -180, 180), Math.Clamp(y, -90, 90));

    private static double Step(double value, int ulps)
    {
        for (; ulps > 0; ulps--)
            value = Math.BitIncrement(value);
        for (; ulps < 0; ulps++)
            value = Math.BitDecrement(value);
        return value;
    }
}
