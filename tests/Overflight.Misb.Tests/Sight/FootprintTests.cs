using CsCheck;
using Overflight.Geodesy;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Tests.Sight;

/// <summary>Footprints on level ground, against places of the ground asked one by one whether the picture shows them.</summary>
public sealed class FootprintTests
{
    private static readonly Gen<GeoPoint> s_place = Gen.Select(Gen.Double[-85, 85], Gen.Double[-180, 179.99], (lat, lon) => new GeoPoint(lat, lon));

    private static readonly Gen<CameraView> s_camera = Gen.Select(
        s_place, Gen.Double[200, 15_000], Gen.Double[0, 360], Gen.Double[-90, 5], Gen.Double[-30, 30], Gen.Double[0.2, 110], Gen.Double[0.2, 90],
        (place, height, azimuth, elevation, roll, across, down) => new CameraView(place, height, Rotation.Of(azimuth, elevation, roll), across, down));

    [Fact]
    public void A_place_is_within_the_outline_where_the_picture_shows_it() =>
        Gen.Select(s_camera, Gen.Double[-50, 500], Gen.Int[0, int.MaxValue]).Sample((camera, ground, seed) =>
        {
            var footprint = FootprintFinder.Find(camera, new LevelGround(ground));
            if (camera.HeightMetres < ground)
            {
                Assert.Equal(FootprintKind.BelowGround, footprint.Kind);
                return;
            }
            if (footprint.Outline.Count == 0)
                return;
            var polygon = new GeodesicPolygon(footprint.Outline);
            var horizon = Ellipsoid.HorizonMetres(camera.Place.LatitudeDegrees, camera.HeightMetres - ground);
            var random = new Random(seed);
            for (var i = 0; i < 60; i++)
            {
                var ray = camera.Ray(2.4 * random.NextDouble() - 1.2, 2.4 * random.NextDouble() - 1.2);
                var place = Ellipsoid.RayIntersection(camera.Origin, ray, ground)?.Point
                    ?? Geodesic.Direct(camera.Place, random.NextDouble() * 360, random.NextDouble() * 1.2 * horizon);
                if (Shows(camera, place, ground, horizon) is { } shows)
                    Assert.True(shows == polygon.Contains(place), Told(camera, footprint, place, ground));
            }
        }, iter: 300);

    // The last of the equal pieces of an edge before the horizon is a hundred kilometres long and more, and bends by more than so low a picture is deep.
    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public void Edges_that_lead_to_the_horizon_are_followed(double roll)
    {
        var camera = new CameraView(new GeoPoint(12.966, 0), 8_246, Rotation.Of(0.5, -8.87, roll), 60, 0.5);
        var footprint = FootprintFinder.Find(camera, new LevelGround(125));
        var polygon = new GeodesicPolygon(footprint.Outline);
        var horizon = Ellipsoid.HorizonMetres(12.966, 8_246 - 125);

        Assert.Equal(FootprintKind.CutByHorizon, footprint.Kind);
        for (var right = -0.98; right < 0.99; right += 0.01)
            foreach (var down in (double[])[-1.05, -0.95, 0.95, 1.05])
                if (Ellipsoid.RayIntersection(camera.Origin, camera.Ray(right, down), 125)?.Point is { } place && Shows(camera, place, 125, horizon) is { } shows)
                    Assert.True(shows == polygon.Contains(place), Told(camera, footprint, place, 125));
    }

    [Fact]
    public void Corners_are_those_of_the_picture() => s_camera.Sample(camera =>
    {
        var footprint = FootprintFinder.Find(camera, new LevelGround(100));
        (double Right, double Down)[] expected = [(-1, -1), (1, -1), (1, 1), (-1, 1)];
        foreach (var (corner, at) in footprint.Corners.Zip(expected))
            if (corner.End == SightEnd.Ground)
            {
                var (right, down) = camera.InPicture(corner.Place, corner.HeightMetres)!.Value;
                Assert.Equal(at.Right, right, 1e-5);
                Assert.Equal(at.Down, down, 1e-5);
            }
            else
            {
                Assert.Equal(FootprintKind.CutByHorizon, footprint.Kind);
            }
    });

    [Fact]
    public void A_picture_of_the_sky_has_no_footprint()
    {
        var camera = new CameraView(new GeoPoint(20, -105), 6_000, Rotation.Of(30, 20, 0), 10, 8);
        var footprint = FootprintFinder.Find(camera, new LevelGround(0));

        Assert.Equal(FootprintKind.Sky, footprint.Kind);
        Assert.Null(footprint.Centre);
        Assert.Empty(footprint.Outline);
        Assert.Equal(0, footprint.AreaSquareMetres);
    }

    [Fact]
    public void A_picture_of_half_the_sky_ends_at_the_horizon()
    {
        var camera = new CameraView(new GeoPoint(20, -105), 6_000, Rotation.Of(30, 0, 0), 40, 30);
        var footprint = FootprintFinder.Find(camera, new LevelGround(0));
        var horizon = Ellipsoid.HorizonTowards(camera.Place, 6_000, 30);

        Assert.Equal(FootprintKind.CutByHorizon, footprint.Kind);
        Assert.Null(footprint.Centre);
        Assert.Equal([SightEnd.Horizon, SightEnd.Horizon, SightEnd.Ground, SightEnd.Ground], footprint.Corners.Select(c => c.End));
        Assert.Equal(horizon.SurfaceMetres, footprint.Outline.Max(p => Geodesic.DistanceMetres(camera.Place, p)), 0.0035 * horizon.SurfaceMetres);
    }

    [Fact]
    public void A_picture_that_holds_the_whole_horizon_is_round()
    {
        var camera = new CameraView(new GeoPoint(64, 10), 5_000, Rotation.Of(0, -90, 0), 178.5, 178.5);
        var footprint = FootprintFinder.Find(camera, new LevelGround(0));

        Assert.Equal(FootprintKind.CutByHorizon, footprint.Kind);
        var radius = Ellipsoid.HorizonTowards(camera.Place, 5_000, 90).SurfaceMetres;
        Assert.Equal(Math.PI * radius * radius, footprint.AreaSquareMetres, 0.01 * Math.PI * radius * radius);
    }

    [Fact]
    public void Without_a_field_of_view_only_the_axis_is_known()
    {
        var camera = new CameraView(new GeoPoint(20, -105), 6_000, Rotation.Of(30, -40, 0), double.NaN, 5);
        var footprint = FootprintFinder.Find(camera, new LevelGround(0));

        Assert.Equal(FootprintKind.AxisOnly, footprint.Kind);
        Assert.Equal(6_000 / Math.Sin(double.DegreesToRadians(40)), footprint.Centre!.Value.RangeMetres, 20.0);
        Assert.Empty(footprint.Outline);
    }

    [Fact]
    public void Without_place_or_direction_there_is_nothing() =>
        Assert.Equal(FootprintKind.NoPose, FootprintFinder.Find(new StatedPose { Sensor = new GeoPoint(1, 2), SensorAltitudeMetres = 3 }, PoseReading.Standard).Kind);

    private static string Told(CameraView camera, Footprint footprint, GeoPoint place, double ground) =>
        $"{camera.Place} {camera.HeightMetres} m, axis {camera.Axis}, {footprint.Kind}, place {place} at {camera.InPicture(place, ground)}, outline {string.Join(' ', footprint.Outline)}";

    // Null near the edge of the picture and near the horizon, where pieces of lines stand for curves.
    private static bool? Shows(CameraView camera, GeoPoint place, double ground, double horizon)
    {
        var distance = Geodesic.DistanceMetres(camera.Place, place);
        if (distance > 0.99 * horizon)
            return distance > 1.01 * horizon ? false : null;
        if (camera.InPicture(place, ground) is not { } at)
            return false;
        var outside = Math.Max(Math.Abs(at.Right), Math.Abs(at.Down));
        return outside < 0.99 ? true : outside > 1.01 ? false : null;
    }
}
