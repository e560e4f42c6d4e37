using Overflight.Geodesy;
using Overflight.Patterns.Reach;

namespace Overflight.Patterns.Tests.Reach;

/// <summary>Horizons and reach where a formula gives the answer.</summary>
public class ClosedFormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(-70)]
    public void The_cap_of_an_eye_ends_at_the_tangent_of_the_ellipsoid(double latitude)
    {
        foreach (var height in (double[])[2, 150, 3_000, 12_000, 30_000])
            for (var azimuth = 0; azimuth < 360; azimuth += 15)
            {
                var from = new GeoPoint(latitude, 20);
                var horizon = Ellipsoid.HorizonTowards(from, height, azimuth);
                var cap = SightCap.Of(from, new Estimate(height, height, height), 0, new Sensor(SightLine.Geometric));
                var angle = cap.Centre.AngleTo(SightCap.Scaled(horizon.Point));
                Assert.Equal(cap.Radii.Likely, angle, 1e-9);
            }
    }

    [Fact]
    public void Horizons_are_as_the_tables_have_them()
    {
        // d = 3.57 km √h[m] without refraction, 4.12 km √h for 4/3 earth (ITU-R P.310, the radio horizon); 1.17 NM √h[ft] for light in
        // navigators' tables, which take k = 1.2, here 1.155 for 7/6.
        const double Earth = 6_371_000;
        Assert.Equal(3.570, SightHorizon.SurfaceMetres(Earth, 100, 1) / 10_000, 3);
        Assert.Equal(4.122, SightHorizon.SurfaceMetres(Earth, 100, 4.0 / 3) / 10_000, 3);
        Assert.Equal(1.149, SightHorizon.SurfaceMetres(Earth, 100 * 0.3048, 7.0 / 6) / 18_520, 2);
        foreach (var height in (double[])[1, 500, 12_000])
            foreach (var factor in (double[])[1, 7.0 / 6, 4.0 / 3])
            {
                var radius = factor * Earth;
                Assert.Equal(radius * Math.Acos(radius / (radius + height)), SightHorizon.SurfaceMetres(Earth, height, factor), 0.01);
                var straight = SightHorizon.StraightHeightMetres(Earth, height, factor);
                Assert.Equal(SightHorizon.SurfaceMetres(Earth, height, factor), SightHorizon.SurfaceMetres(Earth, straight, 1), 1e-3);
            }
    }

    [Fact]
    public void A_range_is_the_straight_way_to_the_ground()
    {
        const double Earth = 6_371_000;
        var surface = SightHorizon.SurfaceOfRangeMetres(Earth, 5_000, 40_000);
        var (sin, cos) = Math.SinCos(surface / Earth);
        Assert.Equal(40_000, Math.Sqrt(Math.Pow(Earth * sin, 2) + Math.Pow(Earth + 5_000 - Earth * cos, 2)), 1e-3);
        Assert.Equal(0, SightHorizon.SurfaceOfRangeMetres(Earth, 5_000, 4_999));
    }

    [Fact]
    public void A_cap_within_a_region_has_the_area_of_a_cap()
    {
        foreach (var latitude in (double[])[-3, 47, 78])
        {
            var reach = ReachFinder.Find(Made.Flight(9_000, new GeoPoint(latitude, 10)), Made.Box(latitude - 11, -60, latitude + 11, 80), new Sensor(SightLine.Geometric));
            var radius = SightHorizon.GaussianRadiusMetres(latitude);
            // Of a sphere with the ellipsoid's curvature: 2πR² h/(R + h).
            Assert.Equal(1, reach.AreaSquareMetres.Likely / (2 * Math.PI * radius * radius * 9_000 / (radius + 9_000)), 0.002);
        }
    }

    [Fact]
    public void The_deepest_place_lies_straight_beyond_a_straight_edge()
    {
        var from = new GeoPoint(-1, 15);
        var reach = ReachFinder.Find(Made.Flight(11_000, from), Made.Box(0, 0, 25, 30), new Sensor(SightLine.Geometric));
        var horizon = Ellipsoid.HorizonTowards(from, 11_000, 0);
        Assert.Equal(Geodesic.DistanceMetres(new GeoPoint(0, 15), horizon.Point), reach.Deepest!.DepthMetres.Likely, 60.0);
        Assert.Equal(horizon.SurfaceMetres, reach.Deepest.SurfaceMetres, 60.0);
        Assert.Equal(Geodesic.DistanceMetres(from, new GeoPoint(0, 15)), reach.ClosestMetres!.Value, 1.0);
        Assert.True(reach.IsOutsideThroughout);
    }

    [Fact]
    public void A_stated_range_limits_the_reach()
    {
        var flight = Made.Flight(6_000, new GeoPoint(10, 10));
        var region = Made.Box(0, 0, 20, 20);
        var reach = ReachFinder.Find(flight, region, Sensor.Optical with { RangeMetres = 50_000 });
        var surface = SightHorizon.SurfaceOfRangeMetres(SightHorizon.GaussianRadiusMetres(10), 6_000, 50_000);
        Assert.Equal(1, reach.AreaSquareMetres.Likely / (Math.PI * surface * surface), 0.002);
        Assert.Equal(0, ReachFinder.Find(flight, region, Sensor.Optical with { RangeMetres = 5_000 }).AreaSquareMetres.Likely);
    }

    [Fact]
    public void A_region_has_the_area_between_its_parallels()
    {
        var area = double.DegreesToRadians(7) * (ParallelStrip.AreaPerRadian(43) - ParallelStrip.AreaPerRadian(40));
        Assert.Equal(1, Made.Box(40, 1, 43, 8).AreaSquareMetres / area, 1e-6);
        // The whole of WGS-84: 510,065,621.7 km² (NGA.STND.0036).
        Assert.Equal(510_065_621.7, 2 * Math.PI * (ParallelStrip.AreaPerRadian(90) - ParallelStrip.AreaPerRadian(-90)) / 1e6, 0.2);
    }

    [Fact]
    public void Seconds_are_those_with_the_edge_before_the_horizon()
    {
        // Northwards along a meridian towards an edge at 10° N, a fix a minute, 6 km a minute.
        var path = Enumerable.Range(0, 120).Select(i => Geodesic.Direct(new GeoPoint(3, 5), 0, 6_000.0 * i)).ToArray();
        var flight = Made.Flight(4_000, path);
        var reach = ReachFinder.Find(flight, Made.Box(10, 0, 12, 10), new Sensor(SightLine.Geometric));
        var horizon = SightHorizon.SurfaceMetres(SightHorizon.GaussianRadiusMetres(8), 4_000, 1);
        var away = Geodesic.DistanceMetres(path[0], new GeoPoint(10, 5));
        Assert.Equal(flight.End.SecondsSince(flight.Start) - (away - horizon) / 100, reach.VisibleSeconds.Likely, 61.0);
    }

    [Fact]
    public void Without_altitude_nothing_is_claimed()
    {
        var reach = ReachFinder.Find(Made.Flight(double.NaN, new GeoPoint(5, 5), new GeoPoint(5.1, 5)), Made.Box(0, 0, 10, 10), Sensor.Optical);
        Assert.Equal((AltitudeOrigin.None, 2, 0.0, null), (reach.Altitude, reach.FixesWithoutHeight, reach.AreaSquareMetres.Upper, reach.Deepest));
        Assert.False(reach.IsOutsideThroughout);
    }

    [Fact]
    public void A_long_silence_adds_nothing()
    {
        var region = Made.Box(0, 0, 10, 10);
        var (a, b) = ((new GeoPoint(5, 2), 3_000.0), (new GeoPoint(5, 8), 3_000.0));
        var silent = ReachFinder.Find(Made.Flight([a, b], 3_600), region, Sensor.Optical);
        var heard = ReachFinder.Find(Made.Flight([a, b], 500), region, Sensor.Optical);
        Assert.Equal((0.0, 3_600.0), (silent.VisibleSeconds.Likely, silent.SilentSeconds));
        Assert.Equal((500.0, 0.0), (heard.VisibleSeconds.Likely, heard.SilentSeconds));
        Assert.True(heard.AreaSquareMetres.Likely > 1.2 * silent.AreaSquareMetres.Likely);
    }
}
