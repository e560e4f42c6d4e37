using CsCheck;
using Overflight.Geodesy;
using static Overflight.Geodesy.Tests.GeographicLibTool;

namespace Overflight.Geodesy.Tests;

public sealed class TransverseMercatorTests(ITestOutputHelper output)
{
    private static readonly TransverseMercator s_tenEast = new(10, 0.9996);

    [Fact]
    public void Agrees_with_TransverseMercatorProj()
    {
        // Its exact method, not the series.
        var random = new Random(2011);
        var places = Enumerable.Range(0, 20_000).Select(_ => new GeoPoint(
            Math.Round(double.RadiansToDegrees(Math.Asin(random.NextDouble() * 2 - 1)), 12), Math.Round(10 + (random.NextDouble() * 2 - 1) * 20, 12))).ToArray();
        var lines = Run("TransverseMercatorProj", "-l 10 -k 0.9996 -p 9", places.Select(Text));
        Assert.Equal(places.Length, lines.Length);
        double worst = 0, worstTurn = 0, worstScale = 0, worstBack = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var expected = Numbers(lines[i]);
            var found = s_tenEast.Forward(places[i]);
            worst = Math.Max(worst, Math.Max(Math.Abs(found.EastMetres - expected[0]), Math.Abs(found.NorthMetres - expected[1])));
            worstTurn = Math.Max(worstTurn, Math.Abs(found.ConvergenceDegrees - expected[2]));
            worstScale = Math.Max(worstScale, Math.Abs(found.Scale - expected[3]));
            worstBack = Math.Max(worstBack, Geodesic.DistanceMetres(places[i], s_tenEast.Reverse(expected[0], expected[1])));
        }
        output.WriteLine($"{worst * 1e9:0.0} nm forward, {worstBack * 1e9:0.0} nm back, convergence {worstTurn:0.0e+0}°, scale {worstScale:0.0e+0}");
        Assert.True(worst < 1e-7 && worstBack < 1e-7 && worstTurn < 1e-10 && worstScale < 1e-11, $"{worst} {worstBack} {worstTurn} {worstScale}");
    }

    [Fact]
    public void Utm_agrees_with_GeoConvert()
    {
        var random = new Random(1947);
        var places = Enumerable.Range(0, 20_000).Select(i => new GeoPoint(
            // Every fourth in the north, where zones are uneven.
            Math.Round(i % 4 == 0 ? 54 + 30 * random.NextDouble() : -80 + 164 * random.NextDouble(), 12),
            Math.Round(i % 4 == 0 ? -5 + 50 * random.NextDouble() : -180 + 360 * random.NextDouble(), 12))).ToArray();
        var lines = Run("GeoConvert", "-u -p 9", places.Select(Text));
        var turns = Run("GeoConvert", "-c -p 9", places.Select(Text));
        Assert.Equal(places.Length, lines.Length);
        var worst = 0.0;
        for (var i = 0; i < places.Length; i++)
        {
            var words = lines[i].Split(' ');
            var found = Utm.From(places[i]);
            Assert.Equal(words[0], $"{found.Zone:00}{(found.IsNorth ? 'n' : 's')}");
            var (easting, northing) = (Numbers(words[1])[0], Numbers(words[2])[0]);
            worst = Math.Max(worst, Math.Max(Math.Abs(found.EastingMetres - easting), Math.Abs(found.NorthingMetres - northing)));
            Assert.True(Geodesic.DistanceMetres(places[i], Utm.ToGeoPoint(found.Zone, found.IsNorth, easting, northing)) < 1e-7);
            var turn = Numbers(turns[i]);
            Assert.Equal(turn[0], found.ConvergenceDegrees, 1e-10);
            Assert.Equal(turn[1], found.Scale, 1e-11);
        }
        output.WriteLine($"{worst * 1e9:0.0} nm");
        Assert.True(worst < 1e-7, $"{worst}");
    }

    [Theory]
    [InlineData(60, 4, 32)]
    [InlineData(64, 4, 31)]
    [InlineData(55.999, 4, 31)]
    [InlineData(78, 8.9, 31)]
    [InlineData(78, 9, 33)]
    [InlineData(78, 21, 35)]
    [InlineData(84, 41.9, 37)]
    [InlineData(78, 42, 38)]
    [InlineData(71.9, 9, 32)]
    [InlineData(0, 180, 1)]
    [InlineData(0, -180, 1)]
    [InlineData(-80, 179.999, 60)]
    public void Zones(double latitude, double longitude, int zone) => Assert.Equal(zone, Utm.Zone(new GeoPoint(latitude, longitude)));

    [Fact]
    public void Beyond_the_grid_is_an_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Utm.Zone(new GeoPoint(84.001, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Utm.From(new GeoPoint(-80.001, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Utm.Zone(new GeoPoint(double.NaN, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Utm.ToGeoPoint(61, true, 5e5, 0));
    }

    [Fact]
    public void Round_trip_to_20_nm() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-30, 30]).Sample((latitude, longitude) =>
        {
            var place = new GeoPoint(latitude, longitude + 10);
            var at = s_tenEast.Forward(place);
            return Geodesic.DistanceMetres(place, s_tenEast.Reverse(at.EastMetres, at.NorthMetres)) < 2e-8;
        }, iter: 50_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Convergence_is_the_bearing_of_grid_north_and_scale_that_of_lengths() =>
        Gen.Select(Gen.Double[-79, 83], Gen.Double[-180, 179.9]).Sample((latitude, longitude) =>
        {
            var place = new GeoPoint(latitude, longitude);
            var at = Utm.From(place);
            var north = Geodesic.Inverse(place, Utm.ToGeoPoint(at.Zone, at.IsNorth, at.EastingMetres, at.NorthingMetres + 10));
            return Math.Abs(Math.IEEERemainder(north.InitialAzimuthDegrees - at.ConvergenceDegrees, 360)) < 1e-4
                && Math.Abs(10 / north.DistanceMetres - at.Scale) < 1e-6;
        }, iter: 5_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Far_out_numbers_stay_numbers() =>
        Gen.Select(Gens.Point, Gen.Double[-1e9, 1e9], Gen.Double[-1e9, 1e9]).Sample((place, east, north) =>
        {
            var at = s_tenEast.Forward(place);
            var back = s_tenEast.Reverse(east, north);
            return double.IsFinite(at.NorthMetres) && !double.IsNaN(back.LatitudeDegrees) && Math.Abs(back.LatitudeDegrees) <= 90;
        }, iter: 5_000, seed: "0N0XIzNsQ0O2");
}
