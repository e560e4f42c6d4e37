using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Patterns.Reach;

namespace Overflight.Patterns.Tests.Reach;

/// <summary>Reach against rays counted one by one.</summary>
public class OracleTests
{
    public static TheoryData<string> Cases => [.. AllCases.Keys];

    private static readonly Dictionary<string, (AirspaceRegion Region, double Height, GeoPoint[] Route)> AllCases = new()
    {
        ["stand-off beside a coast"] = (Made.Box(40, 0, 44, 6), 10_000, [new(39, 0.5), new(38.5, 3), new(39.2, 5)]),
        ["a low flight, a sliver seen"] = (Made.Box(50, 1, 52, 4), 600, [new(49.4, 1.5), new(49.3, 2.5)]),
        ["within, in the north"] = (Made.Box(60, 10, 68, 30), 8_000, [new(62, 12), new(64, 18), new(66, 24)]),
        ["a dent in the region"] = (Made.Region(new(0, 0), new(0, 8), new(6, 8), new(6, 0), new(3, 4)), 9_000, [new(3, -2), new(3.2, 1.5), new(2.8, -1)]),
        ["there and back"] = (Made.Box(-36, 140, -32, 146), 5_000, [new(-38, 141), new(-37, 143), new(-38, 145), new(-37.5, 141)]),
        ["beside the 180th meridian"] = (Made.Box(-20, 176, -16, 179.99), 7_000, [new(-18.5, -178), new(-17, -177.5), new(-15.5, -178.6)]),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Straight_rays_agree_within_a_hundredth(string name) => Agrees(name, new Sensor(SightLine.Geometric), RayOracle.SeesStraight);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bent_rays_agree_within_a_hundredth(string name) => Agrees(name, Sensor.Optical, RayOracle.SeesOptically);

    private static void Agrees(string name, Sensor sensor, Func<GeoPoint, double, GeoPoint, bool> sees)
    {
        var (region, height, route) = AllCases[name];
        var path = Made.Along(3_000, route).ToArray();
        var reach = ReachFinder.Find(Made.Flight(height, path), region, sensor);
        var scale = Math.Sqrt(Math.Max(1e6, reach.AreaSquareMetres.Likely));
        var net = Math.Min(4_000, scale / 60);
        var (area, deepest) = RayOracle.Measure(region, [.. path.Select(p => (p, height))], sees, net);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name}: {reach.AreaSquareMetres.Likely / 1e6:0.0} km2 against {area / 1e6:0.0}: {reach.AreaSquareMetres.Likely / area - 1:0.00%}; deepest {reach.Deepest!.DepthMetres.Likely:0} against {deepest:0} on a net of {net:0} m");
        Assert.InRange(reach.AreaSquareMetres.Likely, 0.99 * area, 1.01 * area);
        // The net misses the deepest place by at most a diagonal.
        Assert.InRange(reach.Deepest!.DepthMetres.Likely, deepest - 0.005 * deepest, deepest + net + 0.005 * deepest);
        Assert.True(reach.AreaSquareMetres.Lower <= reach.AreaSquareMetres.Likely && reach.AreaSquareMetres.Likely <= reach.AreaSquareMetres.Upper);
    }
}
