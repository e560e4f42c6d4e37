using CsCheck;
using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;

namespace Overflight.Scenery.Tests.Ground;

public class GroundRayTests
{
    private static readonly SceneWorld s_land = Worlds.Land();

    [Fact]
    public void Quick_geodetic_places_are_right_to_a_millimetre() => Gen.Select(Gen.Double[-80, 80], Gen.Double[-179, 179], Gen.Double[-100, 20_000]).Sample((latitude, longitude, height) =>
    {
        var place = new GeoPoint(latitude, longitude);
        var hit = QuickGeodetic.At(Ecef.From(place, height), (1, 0, 0), 0);
        Assert.Equal(height, hit.HeightMetres, 3);
        Assert.True(Geodesic.DistanceMetres(place, WorldMap.PlaceOf(hit.X, hit.Y)) < 1e-3);
    });

    [Fact]
    public void Lines_of_sight_end_where_short_exact_steps_first_go_under() => Gen.Select(Gen.Double[0, 360], Gen.Double[8, 89], Gen.Double[1_800, 6_000], Gen.Double[-0.4, 0.4]).Sample((heading, depression, height, off) =>
    {
        var view = new CameraView(new GeoPoint(31.2 + off, -115.5), height, Rotation.Of(heading, -depression, 0), 10, 10);
        var ray = view.Ray(0, 0);
        var met = s_land.Meet(view.Origin, ray);
        Assert.NotNull(met);
        // On the ground, and nothing before it, but what is thinner than a step of the walk.
        Assert.Equal(s_land.HeightMetres(met.Value.Place), met.Value.HeightMetres, 0.1);
        var hidden = 0.0;
        for (var range = 0.0; range < met.Value.RangeMetres - 5; range += 5)
        {
            var (place, at) = view.At(ray, range);
            hidden = Math.Max(hidden, s_land.HeightMetres(place) - at);
        }
        Assert.True(hidden < 6, $"{hidden} m of ground before");
    }, iter: 150);

    [Fact]
    public void Over_the_sea_lines_of_sight_end_where_the_exact_formula_has_them() => Gen.Select(Gen.Double[0, 360], Gen.Double[3, 89], Gen.Double[300, 12_000]).Sample((heading, depression, height) =>
    {
        var sea = Worlds.Sea();
        var view = new CameraView(new GeoPoint(30, -118), height, Rotation.Of(heading, -depression, 0), 10, 10);
        var met = sea.Meet(view.Origin, view.Ray(0, 0))!.Value;
        var exact = Ellipsoid.RayIntersection(view.Origin, view.Ray(0, 0), met.HeightMetres)!.Value;
        Assert.Equal(exact.RangeMetres, met.RangeMetres, 0.05 / Math.Sin(double.DegreesToRadians(depression)));
    }, iter: 40);
}
