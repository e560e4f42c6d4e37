using CsCheck;
using Overflight.Feeds.ModeS;
using Overflight.Geodesy;

namespace Overflight.Feeds.Tests.ModeS;

public sealed class CprTests
{
    private static readonly Gen<(double Latitude, double Longitude)> s_places = Gen.Select(Gen.Double[-89.5, 89.5], Gen.Double[-180, 180]);

    [Fact]
    public void Zones_are_those_of_the_formula() =>
        Gen.Double[-90, 90].Sample(latitude =>
        {
            var zones = CprZones.At(latitude);
            // Within a billionth of an end both are right: the table and the formula round differently.
            return zones == CprCoding.Zones(latitude) || zones == CprCoding.Zones(latitude + 1e-9) || zones == CprCoding.Zones(latitude - 1e-9);
        }, iter: 100_000);

    [Fact]
    public void The_published_ends_of_zones_are_met()
    {
        // DO-260B table A-21, some of its 58 rows.
        foreach (var (latitude, below) in new[] { (10.47047130, 59), (14.82817437, 58), (45.54626723, 42), (59.95459277, 30), (86.53536998, 3), (87.0, 2) })
        {
            Assert.Equal(below, CprZones.At(latitude - 1e-7));
            Assert.Equal(below - 1, CprZones.At(latitude + 1e-7));
        }
    }

    [Fact]
    public void A_code_near_a_reference_gives_the_place_encoded() =>
        Gen.Select(s_places, Gen.Bool, Gen.Bool, Gen.Double[0, 360], Gen.Double[0, 1]).Sample((place, isOdd, isSurface, bearing, part) =>
        {
            var code = CprCoding.Encode(place.Latitude, place.Longitude, isOdd, isSurface);
            var here = new GeoPoint(place.Latitude, place.Longitude);
            // Half a zone of longitude is 180 NM, or 45, where the zones are narrowest.
            var reference = Geodesic.Direct(here, bearing, part * 1852 * (isSurface ? 40 : 165));
            // Where the sender's and the receiver's zones differ by rounding at an end, both are right.
            if (Math.Abs(place.Latitude) > 86 || CprCoding.Zones(place.Latitude - 1e-3) != CprCoding.Zones(place.Latitude + 1e-3))
                return true;
            return Cpr.TryLocal(code, reference.LatitudeDegrees, reference.LongitudeDegrees, out var latitude, out var longitude)
                && longitude is >= -180 and <= 180
                && Geodesic.DistanceMetres(here, new GeoPoint(latitude, longitude)) < (isSurface ? 1.5 : 6);
        }, iter: 20_000);

    [Fact]
    public void An_airborne_pair_gives_the_newer_place_anywhere() =>
        Gen.Select(s_places, Gen.Bool, Gen.Double[0, 360], Gen.Double[0, 2.5]).Sample((place, isOddNewer, bearing, miles) =>
        {
            var here = new GeoPoint(place.Latitude, place.Longitude);
            var before = Geodesic.Direct(here, bearing, miles * 1852);
            var (odd, even) = isOddNewer ? (here, before) : (before, here);
            var isPlaced = Cpr.TryAirborne(
                CprCoding.Encode(even.LatitudeDegrees, even.LongitudeDegrees, false, false), CprCoding.Encode(odd.LatitudeDegrees, odd.LongitudeDegrees, true, false),
                isOddNewer, out var latitude, out var longitude);
            if (Math.Abs(place.Latitude) > 85)
                return true;
            var isAstride = CprCoding.Zones(even.LatitudeDegrees - 1e-3) != CprCoding.Zones(odd.LatitudeDegrees + 1e-3)
                || CprCoding.Zones(even.LatitudeDegrees + 1e-3) != CprCoding.Zones(odd.LatitudeDegrees - 1e-3);
            return isAstride || (isPlaced && Geodesic.DistanceMetres(here, new GeoPoint(latitude, longitude)) < 6);
        }, iter: 20_000);

    [Fact]
    public void A_surface_pair_gives_the_place_in_the_quarter_of_the_reference() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Bool, Gen.Double[-30, 30], Gen.Double[-30, 30]).Sample((latitude, longitude, isOddNewer, north, east) =>
        {
            if (Math.Abs(latitude) < 0.01 || CprCoding.Zones(latitude - 1e-3) != CprCoding.Zones(latitude + 1e-3))
                return true;
            var isPlaced = Cpr.TrySurface(
                CprCoding.Encode(latitude, longitude, false, true), CprCoding.Encode(latitude, longitude, true, true), isOddNewer,
                Math.Clamp(latitude + north, -90, 90), longitude + east, out var foundLatitude, out var foundLongitude);
            return isPlaced && Geodesic.DistanceMetres(new GeoPoint(latitude, longitude), new GeoPoint(foundLatitude, foundLongitude)) < 1.5;
        }, iter: 20_000);

    [Fact]
    public void The_worked_example_of_the_literature_is_met()
    {
        var even = CprCode.Of(Hex.Frame("8D40621D58C382D690C8AC2863A7").Message, false);
        var odd = CprCode.Of(Hex.Frame("8D40621D58C386435CC412692AD6").Message, false);
        Assert.True(Cpr.TryAirborne(even, odd, isOddNewer: false, out var latitude, out var longitude));
        Assert.Equal(52.2572021484375, latitude, 1e-9);
        Assert.Equal(3.91937255859375, longitude, 1e-9);
    }
}
