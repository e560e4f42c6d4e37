using CsCheck;
using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

public sealed class EllipsoidTests
{
    [Fact]
    public void Horizon_touches_the_ellipsoid() =>
        Gen.Select(Gens.Point, Gen.Double[1, 30_000], Gen.Double[-180, 180]).Sample((p, height, azimuth) =>
        {
            var horizon = Ellipsoid.HorizonTowards(p, height, azimuth);
            var eye = Ecef.From(p, height);
            var touch = Ecef.From(horizon.Point, 0);
            var sight = (touch.X - eye.X, touch.Y - eye.Y, touch.Z - eye.Z);
            var (_, _, up) = new EnuFrame(horizon.Point, 0).Rotate(sight.Item1, sight.Item2, sight.Item3);
            var slant = Math.Sqrt(sight.Item1 * sight.Item1 + sight.Item2 * sight.Item2 + sight.Item3 * sight.Item3);
            // A rounding of 1 nm in depth moves the point of touch by √(2 R nm) = 0.1 m; hence the tolerances.
            return Math.Abs(up) < 0.1 * slant / 6e6 + 1e-3
                && Math.Abs(slant - horizon.SlantMetres) < 0.01
                && Math.Abs(slant / Ellipsoid.HorizonMetres(p.LatitudeDegrees, height) - 1) < 0.0035
                && horizon.SurfaceMetres < slant * 1.01;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Horizon_of_a_drone_at_120_m()
    {
        Assert.Equal(39_115, Ellipsoid.HorizonMetres(45, 120), 15.0);
        Assert.Equal(0, Ellipsoid.HorizonMetres(45, -5));
    }

    [Fact]
    public void Ray_meets_the_surface_where_it_was_aimed() =>
        Gen.Select(Gens.Point, Gen.Double[500, 10_000], Gen.Double[-180, 180], Gen.Double[5, 90], Gen.Double[-400, 20_000]).Sample((p, above, azimuth, depression, surface) =>
        {
            var height = surface + above;
            var frame = new EnuFrame(p, height);
            var (sd, cd) = Math.SinCos(double.DegreesToRadians(depression));
            var (sa, ca) = Math.SinCos(double.DegreesToRadians(azimuth));
            var hit = Ellipsoid.RayIntersection(frame.ToEcef(0, 0, 0), frame.Unrotate(cd * sa, cd * ca, -sd), surface);
            if (hit is not var (point, range))
                return false;
            var (x, y, z) = Ecef.From(point, surface);
            var (ex, ey, ez) = frame.ToEcef(range * cd * sa, range * cd * ca, -range * sd);
            return Math.Abs(x - ex) + Math.Abs(y - ey) + Math.Abs(z - ez) < 1e-6;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Ray_misses_and_leaves()
    {
        Assert.Null(Ellipsoid.RayIntersection((7e6, 0, 0), (1, 0, 0)));
        Assert.Null(Ellipsoid.RayIntersection((7e6, 0, 0), (0, 1, 0)));
        Assert.Null(Ellipsoid.RayIntersection((7e6, 0, 0), (0, 0, 0)));
        Assert.Equal(7e6 - Wgs84.SemiMajorAxisMetres, Ellipsoid.RayIntersection((7e6, 0, 0), (-5, 0, 0))!.Value.RangeMetres, 7);
        Assert.Equal(Wgs84.SemiMinorAxisMetres, Ellipsoid.RayIntersection((0, 0, 0), (0, 0, 1))!.Value.RangeMetres, 7);
    }
}
