using CsCheck;
using Overflight.Geodesy;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Tests.Sight;

/// <summary>Aiming and looking are each other's opposite.</summary>
public sealed class AimTests
{
    [Fact]
    public void What_is_aimed_at_is_in_the_middle_of_the_picture() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 179], Gen.Double[1_000, 15_000], Gen.Double[0, 360], Gen.Double[10, 40_000], Gen.Double[0, 900])
            .Sample((latitude, longitude, height, azimuth, distance, ground) =>
            {
                var sensor = new GeoPoint(latitude, longitude);
                var place = Geodesic.Direct(sensor, azimuth, distance);
                var aim = Aim.At(sensor, height, place, ground);
                var met = new LevelGround(ground).Meet(new CameraView(sensor, height, aim.Attitude, 5, 4).Origin, new CameraView(sensor, height, aim.Attitude, 5, 4).Ray(0, 0))!.Value;
                Assert.Equal(0, Geodesic.DistanceMetres(place, met.Place), 0.01);
                Assert.Equal(aim.SlantRangeMetres, met.RangeMetres, 0.01);
            });

    [Fact]
    public void On_a_platform_the_angles_make_the_same_attitude() =>
        Gen.Select(Gen.Double[0, 360], Gen.Double[-19, 19], Gen.Double[-49, 49], Gen.Double[0, 360], Gen.Double[-89, 20]).Sample((heading, pitch, roll, azimuth, elevation) =>
        {
            var (platform, attitude) = (Rotation.Of(heading, pitch, roll), Rotation.Of(azimuth, elevation, 0));
            var on = new Aim(attitude, 0).On(platform);
            var (x, y) = (attitude.Apply(0.4, -0.2, 0.9), (platform * Rotation.Of(on.AzimuthDegrees, on.ElevationDegrees, on.RollDegrees)).Apply(0.4, -0.2, 0.9));
            Assert.Equal(x.Forward, y.Forward, 1e-9);
            Assert.Equal(x.Right, y.Right, 1e-9);
            Assert.Equal(x.Down, y.Down, 1e-9);
        });
}
