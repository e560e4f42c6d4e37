using Overflight.Geodesy;
using Overflight.Patterns.Watched;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Watched;

/// <summary>What sensors looked at: whose looks they are, and for how long.</summary>
public sealed class SensorLooksTests
{
    private static readonly UtcInstant s_start = UtcInstant.FromUnixSeconds(1_700_000_000);
    private static readonly GeoPoint s_town = new(20.2, -105.1);
    private static readonly GeoPoint s_harbour = new(20.3, -105.3);

    [Fact]
    public void Looks_are_of_the_flight_that_was_where_the_sensor_was()
    {
        var looks = new SensorLooks(Enumerable.Range(0, 600).Select(i => Look(i, s_town)));

        Assert.Equal(600, looks.Of(Flight(0, 0)).Count);
        // The same path an hour later, and another path at the time.
        Assert.Empty(looks.Of(Flight(3_600, 0)));
        Assert.Empty(looks.Of(Flight(0, 0.2)));
    }

    [Fact]
    public void Places_are_ranked_by_the_time_they_were_looked_at()
    {
        // Ten minutes at the town, two at the harbour, three more at the town.
        var looks = Enumerable.Range(0, 900).Select(i => Look(i, i is >= 600 and < 720 ? s_harbour : Geodesic.Direct(s_town, i, i % 50))).ToList();
        var places = SeenPlaces.Of(looks);

        Assert.Equal(2, places.Count);
        Assert.All(places, p => Assert.True(p.IsSeen));
        Assert.Equal((779, 120), (places[0].Seconds, places[1].Seconds));
        Assert.Equal((2, 1), (places[0].Visits, places[1].Visits));
        Assert.True(Geodesic.DistanceMetres(places[0].Centre, s_town) < 20);
        Assert.Equal(300, places[1].RadiusMetres, 1.0);
    }

    [Fact]
    public void A_look_holds_for_five_seconds_at_most()
    {
        var places = SeenPlaces.Of([Look(0, s_town), Look(100, s_town), Look(101, s_harbour), Look(103, s_harbour)]);

        Assert.Equal((6, 2), (places[0].Seconds, places[1].Seconds));
    }

    [Fact]
    public void Nothing_is_watched_by_no_look() => Assert.Empty(SeenPlaces.Of([]));

    private static SensorLook Look(double seconds, GeoPoint at) => new(s_start.AddSeconds(seconds), Position(seconds), at, 300);

    private static GeoPoint Position(double seconds) => new(20 + seconds * 5e-4, -105);

    private static PreparedFlight Flight(double later, double east)
    {
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.None) { Name = "made" }, "made");
        for (var i = -60; i <= 960; i += 20)
            builder.Add(new Fix { Time = s_start.AddSeconds(i + later), Position = Position(i) with { LongitudeDegrees = -105 + east } });
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(500));
    }
}
