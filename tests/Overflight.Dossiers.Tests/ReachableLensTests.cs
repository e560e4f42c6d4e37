using CsCheck;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Tests;

public class ReachableLensTests
{
    private static readonly Gen<(GeoPoint From, double Azimuth, double Apart, double Slack)> Legs =
        Gen.Select(Gen.Double[-85, 85], Gen.Double[-180, 180], Gen.Double[-180, 180], Gen.Double[0, 6_000_000], Gen.Double[-3, 6])
            .Select((lat, lon, azimuth, apart, slack) => (new GeoPoint(lat, lon), azimuth, apart, Math.Pow(10, slack)));

    [Fact]
    public void Every_corner_is_just_within_reach() => Legs.Sample(
        leg =>
        {
            var to = Geodesic.Direct(leg.From, leg.Azimuth, leg.Apart);
            var allowed = Geodesic.DistanceMetres(leg.From, to) + leg.Slack;
            return ReachableLens.Of(leg.From, to, allowed, 16)
                .All(x => Math.Abs(Geodesic.DistanceMetres(leg.From, x) + Geodesic.DistanceMetres(x, to) - allowed) < 1);
        },
        iter: 2_000);

    [Fact]
    public void It_surrounds_both_fixes_and_is_a_circle_where_they_are_one()
    {
        var place = new GeoPoint(20, -90);
        foreach (var corner in ReachableLens.Of(place, place, 2_000, 24))
            Assert.Equal(1_000, Geodesic.DistanceMetres(place, corner), 0.5);
    }

    [Fact]
    public void What_wraps_around_the_earth_has_no_outline() => Assert.Empty(ReachableLens.Of(new GeoPoint(0, 0), new GeoPoint(0, 90), 30_000_000, 24));

    [Fact]
    public void A_ring_across_the_meridian_is_cut_in_two()
    {
        var parts = MeridianCut.Ring(ReachableLens.Of(new GeoPoint(52, 179.5), new GeoPoint(52, -179), 300_000, 48));
        Assert.Equal(2, parts.Count);
        Assert.All(parts[0], p => Assert.InRange(p.LongitudeDegrees, 0, 180));
        Assert.All(parts[1], p => Assert.InRange(p.LongitudeDegrees, -180, 0));
    }
}
