using CsCheck;
using Overflight.Geodesy;
using Overflight.Patterns.Reach;

namespace Overflight.Patterns.Tests.Reach;

/// <summary>What holds of any flight and region.</summary>
public class PropertyTests
{
    private static readonly Gen<GeoPoint> Place = Gen.Select(Gen.Double[-8, 8], Gen.Double[-8, 8], (north, east) => new GeoPoint(40 + north, 20 + east));

    private static readonly Gen<(GeoPoint Place, double Height)[]> Path =
        Gen.Select(Place, Gen.Double[200, 15_000]).Select((place, height) => (place, height)).Array[1, 12];

    private static readonly Gen<(double South, double West, double North, double East)> Box =
        Gen.Select(Gen.Double[34, 44], Gen.Double[13, 25], Gen.Double[0.3, 5], Gen.Double[0.3, 5], (south, west, high, wide) => (south, west, south + high, west + wide));

    [Fact]
    public void Higher_sees_no_less() => Gen.Select(Path, Box, Gen.Double[0, 3_000]).Sample((path, box, more) =>
    {
        var region = Made.Box(box.South, box.West, box.North, box.East);
        var (low, high) = (Find(path), Find([.. path.Select(f => (f.Place, f.Height + more))]));
        Assert.True(high.AreaSquareMetres.Likely >= 0.997 * low.AreaSquareMetres.Likely - 1e5);
        Assert.True(high.VisibleSeconds.Likely >= low.VisibleSeconds.Likely);

        SensorReach Find((GeoPoint, double)[] fixes) => ReachFinder.Find(Made.Flight(fixes), region, Sensor.Optical);
    }, iter: 60);

    [Fact]
    public void A_longer_flight_sees_no_less_and_no_more_than_its_parts() => Gen.Select(Path, Path, Box).Sample((first, second, box) =>
    {
        var region = Made.Box(box.South, box.West, box.North, box.East);
        // Far apart in time, so that the way between adds nothing.
        var whole = Find([.. first, .. second]);
        var (a, b) = (Find(first), Find(second));
        Assert.True(whole.AreaSquareMetres.Likely >= 0.997 * Math.Max(a.AreaSquareMetres.Likely, b.AreaSquareMetres.Likely) - 1e5);
        Assert.True(whole.AreaSquareMetres.Likely <= 1.003 * (a.AreaSquareMetres.Likely + b.AreaSquareMetres.Likely) + 1e5);
        Assert.True((whole.Deepest?.DepthMetres.Likely ?? 0) >= 0.99 * Math.Max(a.Deepest?.DepthMetres.Likely ?? 0, b.Deepest?.DepthMetres.Likely ?? 0) - 50);

        SensorReach Find((GeoPoint, double)[] fixes) => ReachFinder.Find(Made.Flight(fixes, 700), region, Sensor.Optical);
    }, iter: 60);

    [Fact]
    public void Turning_the_earth_about_its_axis_changes_nothing() => Gen.Select(Path, Box, Gen.Int[-150, 130]).Sample((path, box, turn) =>
    {
        var here = Find(0);
        var there = Find(turn);
        Assert.Equal(here.AreaSquareMetres.Likely, there.AreaSquareMetres.Likely, 1e-4 * here.AreaSquareMetres.Likely + 1e4);
        Assert.Equal(here.VisibleSeconds.Likely, there.VisibleSeconds.Likely, 1e-6);
        Assert.Equal(here.Deepest?.DepthMetres.Likely ?? 0, there.Deepest?.DepthMetres.Likely ?? 0, 0.01 * (here.Deepest?.DepthMetres.Likely ?? 0) + 50);

        SensorReach Find(double east) => ReachFinder.Find(
            Made.Flight(path.Select(f => (new GeoPoint(f.Place.LatitudeDegrees, f.Place.LongitudeDegrees + east).Normalised(), f.Height))),
            Made.Box(box.South, box.West + east, box.North, box.East + east), Sensor.Optical);
    }, iter: 60);

    [Fact]
    public void Bounds_hold_the_likely_figures() => Gen.Select(Path, Box).Sample(AreBounded, iter: 100);

    // A little is seen in the south of the box and a little in the north, so that few of the rows between meet any.
    [Fact]
    public void Pieces_far_apart_are_drawn_as_large_as_they_are() => AreBounded(
        [(new GeoPoint(37, 20), 31487d / 14), (new GeoPoint(39.972973, 25), 3860.94483461139), (new GeoPoint(40.10965, 15.3721325), 14791d / 15), (new GeoPoint(46, 18.4124807), 7343.6275877776825)],
        (38.63525445151034, 137d / 7, 43.257579345415856, 5216d / 259));

    private static void AreBounded((GeoPoint Place, double Height)[] path, (double South, double West, double North, double East) box)
    {
        var reach = ReachFinder.Find(Made.Flight(path), Made.Box(box.South, box.West, box.North, box.East), Sensor.Optical, withOutline: true);
        foreach (var figure in (Estimate[])[reach.AreaSquareMetres, reach.VisibleSeconds, reach.Deepest?.DepthMetres ?? default])
            Assert.True(figure.Lower <= figure.Likely && figure.Likely <= figure.Upper, $"{figure}");
        Assert.InRange(reach.Share, 0, 1);
        Assert.Equal(reach.AreaSquareMetres.Likely > 0, reach.Deepest is not null);
        Assert.Equal(reach.AreaSquareMetres.Likely, reach.Outline.Sum(Area), 0.02 * reach.AreaSquareMetres.Likely + 1e5);
    }

    /// <summary>Area of a ring by the trapezoids of its edges between parallels.</summary>
    private static double Area(IReadOnlyList<GeoPoint> ring)
    {
        var area = 0.0;
        for (var i = 0; i + 1 < ring.Count; i++)
            area += double.DegreesToRadians(0.5 * (ring[i].LongitudeDegrees + ring[i + 1].LongitudeDegrees))
                * (ParallelStrip.AreaPerRadian(ring[i + 1].LatitudeDegrees) - ParallelStrip.AreaPerRadian(ring[i].LatitudeDegrees));
        return Math.Abs(area);
    }
}
