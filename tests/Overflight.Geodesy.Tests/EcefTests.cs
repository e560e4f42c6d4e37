using CsCheck;
using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

public sealed class EcefTests
{
    [Fact]
    public void Round_trip_to_20_nm() =>
        Gen.Select(Gens.Point, Gen.Double[-10_000, 1e6]).Sample((p, height) =>
        {
            var (x, y, z) = Ecef.From(p, height);
            var (back, backHeight) = Ecef.ToGeodetic(x, y, z);
            return Geodesic.DistanceMetres(p, back) < 2e-8 && Math.Abs(height - backHeight) < 2e-8;
        }, iter: 50_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Any_point_of_space_returns() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Double[0, 8]).Sample((x, y, z, power) =>
        {
            var size = Math.Pow(10, power);
            (x, y, z) = (x * size, y * size, z * size);
            var (p, height) = Ecef.ToGeodetic(x, y, z);
            var (u, v, w) = Ecef.From(p, height);
            return p.IsValid && Math.Abs(u - x) + Math.Abs(v - y) + Math.Abs(w - z) < 2e-8 + 2e-15 * size;
        }, iter: 50_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Special_places()
    {
        Assert.Equal((new GeoPoint(90, 0), -Wgs84.SemiMinorAxisMetres), Ecef.ToGeodetic(0, 0, 0));
        var (south, height) = Ecef.ToGeodetic(0, 0, -Wgs84.SemiMinorAxisMetres - 100);
        Assert.Equal(-90, south.LatitudeDegrees);
        Assert.Equal(100, height, 8);
        var (equator, depth) = Ecef.ToGeodetic(0, Wgs84.SemiMajorAxisMetres - 7, 0);
        Assert.Equal(new GeoPoint(0, 90), equator);
        Assert.Equal(-7, depth, 8);
        var (disc, _) = Ecef.ToGeodetic(20_000, 0, 0);
        Assert.InRange(disc.LatitudeDegrees, 1, 89);
        Assert.Equal((Wgs84.SemiMajorAxisMetres, 0.0, 0.0), Ecef.From(new GeoPoint(0, 0), 0));
    }

    [Fact]
    public void Enu_turns_without_stretching() =>
        Gen.Select(Gens.Point, Gen.Double[-1e5, 1e5], Gen.Double[-1e5, 1e5], Gen.Double[-1e4, 1e4]).Sample((p, e, n, u) =>
        {
            var frame = new EnuFrame(p, 123);
            var (x, y, z) = frame.Unrotate(e, n, u);
            var (e2, n2, u2) = frame.Rotate(x, y, z);
            return Math.Abs(Math.Sqrt(x * x + y * y + z * z) - Math.Sqrt(e * e + n * n + u * u)) < 1e-9
                && Math.Abs(e - e2) + Math.Abs(n - n2) + Math.Abs(u - u2) < 1e-9;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Enu_returns_and_points_where_its_names_say()
    {
        var origin = new GeoPoint(48, 11);
        var frame = new EnuFrame(origin, 500);
        var north = frame.ToEnu(new GeoPoint(48.001, 11), 500);
        Assert.True(north.North > 111 && Math.Abs(north.East) < 1e-8 && Math.Abs(north.Up) < 0.01);
        var east = frame.ToEnu(new GeoPoint(48, 11.001), 500);
        Assert.True(east.East > 74 && Math.Abs(east.North) < 0.01);
        Assert.Equal(250, frame.ToEnu(origin, 750).Up, 8);
        var (back, height) = frame.FromEnu(1000, -2000, 300);
        var (e, n, u) = frame.ToEnu(back, height);
        Assert.Equal((1000, -2000, 300), (Math.Round(e, 7), Math.Round(n, 7), Math.Round(u, 7)));
    }
}
