using Overflight.Geodesy;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Tests.Kinds;
using Overflight.Patterns.Watched;

namespace Overflight.Patterns.Tests.Watched;

public sealed class WatchedPlacesTests
{
    [Fact]
    public void Places_are_ranked_by_the_time_spent_there_and_stays_about_one_place_count_together()
    {
        var pen = new MadeFlight(new GeoPoint(31, -110), 50, 5).Head(0);
        pen.Straight(20_000).Turn(360 * 5, 2_000);
        var near = Geodesic.Direct(pen.Place, 90, 2_000);
        pen.Straight(60_000).Turn(360 * 7, 2_000);
        var far = Geodesic.Direct(pen.Place, 90, 2_000);
        // Back to the first place, for as long again.
        pen.To(Geodesic.Direct(near, 270, 2_000)).Head(0).Turn(360 * 5, 2_000).Straight(30_000);
        var places = WatchedPlaces.Of(PatternFinder.Find(pen.Done()));

        Assert.Equal([2, 1], places.Select(p => p.Visits));
        Assert.InRange(Geodesic.DistanceMetres(near, places[0].Centre), 0, 300);
        Assert.InRange(Geodesic.DistanceMetres(far, places[1].Centre), 0, 300);
        var turn = 2 * Math.PI * 2_000 / 50;
        Assert.InRange(places[0].Seconds, 9 * turn, 11.5 * turn);
        Assert.InRange(places[1].Seconds, 6.5 * turn, 8 * turn);
        Assert.All(places, p => Assert.InRange(p.RadiusMetres, 1_900, 2_300));
    }

    [Fact]
    public void A_transit_and_a_hold_watch_nothing()
    {
        var pen = new MadeFlight(new GeoPoint(31, -110), 115, 5).Head(0).Straight(100_000);
        for (var lap = 0; lap < 3; lap++)
            pen.Straight(7_000).Turn(180, 2_600).Straight(7_000).Turn(180, 2_600);
        var patterns = PatternFinder.Find(pen.Straight(50_000).Done());

        Assert.Contains(patterns, p => p.Kind == FlightKind.Holding);
        Assert.Empty(WatchedPlaces.Of(patterns));
    }
}
