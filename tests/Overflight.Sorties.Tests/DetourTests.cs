using Overflight.Geodesy;
using Overflight.Sorties.Autopilot;

namespace Overflight.Sorties.Tests;

public class DetourTests
{
    /// <summary>A triangle beside a shape of a thousand corners: corners are taken by turns of each shape's own.</summary>
    [Fact]
    public void A_way_is_found_between_a_shape_of_few_corners_and_one_of_many()
    {
        GeoPoint[] triangle = [new(30, -118), new(30, -117.9), new(30.1, -117.95)];
        GeoPoint[] many = [.. Enumerable.Range(0, 1_000).Select(i => Geodesic.Direct(new(31, -117), 360.0 * i / 1_000, 20_000))];
        FenceShape[] shapes = [new(new("few", FenceKind.KeepOut, true, triangle), "few"), new(new("many", FenceKind.KeepOut, true, many), "many")];

        Assert.NotNull(DetourPlanner.Plan(new(31, -117.5), new(31, -116.5), shapes, 3_000, 1_000));
    }
}
