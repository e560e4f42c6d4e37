using Overflight.Airspace.Locating;
using Overflight.Airspace.Pack;
using Overflight.Airspace.Tests.Shapes;

namespace Overflight.Airspace.Tests.Locating;

/// <summary>On the real boundaries the fast locator gives the exact one's answer or none.</summary>
public sealed class PackLocatingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    public void Fast_is_exact(int setNumber, int kind)
    {
        var set = Boundaries.Index.SetAt(setNumber);
        var random = new Random(11 + kind);
        var claims = new List<ushort>();
        var (count, unsure) = (Boundaries.Count(200_000, 1_000_000), 0);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = Place(set, random, kind);
            ExactLocator.Locate(set, y, x, claims);
            var fast = PointLocator.Locate(set, y, x);
            unsure += fast < 0 ? 1 : 0;
            if (fast >= 0 && !set.ClaimsOf(fast).SequenceEqual(claims.ToArray()))
                Assert.Fail($"{y:R},{x:R}: fast {fast}, exact {string.Join(',', claims)}");
        }
        output.WriteLine($"{count} places, {unsure} left to the exact locator");
    }

    /// <summary>0 anywhere, 1 rounded onto an edge, 2 within a nanometre to a metre of an edge, 3 on a corner.</summary>
    private static (double X, double Y) Place(BoundarySet set, Random random, int kind)
    {
        if (kind == 0)
            return (360 * random.NextDouble() - 180, double.RadiansToDegrees(Math.Asin(2 * random.NextDouble() - 1)));
        var edge = EdgeAt(set, random);
        if (kind == 3)
            return (set.Longitude(edge), set.Latitude(edge));
        var f = random.NextDouble();
        var x = set.Longitude(edge) + f * (set.Longitude(edge + 1) - set.Longitude(edge));
        var y = set.Latitude(edge) + f * (set.Latitude(edge + 1) - set.Latitude(edge));
        var off = kind == 1 ? 0 : Math.Pow(10, -14 + 9 * random.NextDouble()) * (random.Next(2) * 2 - 1);
        return (Math.Clamp(x + off, -180, 180), y);
    }

    private static unsafe int EdgeAt(BoundarySet set, Random random)
    {
        for (; ; )
            if (random.Next(set.VertexCount - 1) is var edge && set.Edges[edge] != 0)
                return edge;
    }
}
