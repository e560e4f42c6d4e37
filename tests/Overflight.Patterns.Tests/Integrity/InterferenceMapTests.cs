using Overflight.Geodesy;
using Overflight.Patterns.Integrity;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Integrity;

public sealed class InterferenceMapTests
{
    private static readonly UtcInstant s_start = new(1_700_000_000_000_000 - 1_700_000_000_000_000 % 1_800_000_000);

    /// <summary>Eastward along a parallel, a fix every ten seconds; integrity is lost between two longitudes.</summary>
    private static PreparedFlight Eastward(uint address, double latitude, double lostFrom, double lostTo, double startLongitude = 20, double startSeconds = 0)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(address)), "made");
        for (var i = 0; i < 250; i++)
        {
            var place = new GeoPoint(latitude, startLongitude + 0.025 * i).Normalised();
            var isLost = startLongitude + 0.025 * i >= lostFrom && startLongitude + 0.025 * i < lostTo;
            builder.Add(new Fix { Time = s_start.AddSeconds(startSeconds + 10 * i), Position = place, Nic = (sbyte)(isLost ? 0 : 8), NacP = (sbyte)(isLost ? 0 : 9), Source = FixSource.Adsb });
        }
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(600));
    }

    private static IReadOnlyList<InterferenceArea> Areas(params PreparedFlight[] flights)
    {
        var map = new InterferenceMap();
        foreach (var flight in flights)
            map.Add(flight);
        return map.Areas();
    }

    [Fact]
    public void Many_aircraft_that_lose_integrity_at_once_make_an_area()
    {
        var area = Assert.Single(Areas([.. Enumerable.Range(1, 6).Select(i => Eastward((uint)i, 54.02 + 0.15 * i, 22, 24, startSeconds: 30 * i))]));

        Assert.Equal((6, 6), (area.Aircraft, area.Known));
        Assert.InRange(Geodesic.DistanceMetres(area.Centre, new GeoPoint(54.5, 23)), 0, 20_000);
        Assert.InRange(area.RadiusMetres, 80_000, 150_000);
        // 2° at 0.0025° a second are reached after 800 s and take as long.
        Assert.InRange(area.Start.SecondsSince(s_start), 800, 900);
        Assert.InRange(area.End.SecondsSince(s_start), 1_700, 1_850);
    }

    [Fact]
    public void Two_bad_receivers_or_a_few_among_many_are_no_area()
    {
        Assert.Empty(Areas(Eastward(1, 54.2, 22, 24), Eastward(2, 54.4, 22, 24)));
        Assert.Empty(Areas([.. Enumerable.Range(1, 20).Select(i => Eastward((uint)i, 54.02 + 0.04 * i, i <= 3 ? 22 : 99, i <= 3 ? 24 : 99))]));
        Assert.Empty(Areas(Eastward(1, 54.2, 22, 24), Eastward(1, 54.4, 22, 24, startSeconds: 60), Eastward(1, 54.6, 22, 24, startSeconds: 90)));
    }

    [Fact]
    public void Two_places_and_two_times_are_two_areas_and_the_antimeridian_parts_none()
    {
        PreparedFlight[] Group(double latitude, double from, double startSeconds) =>
            [.. Enumerable.Range(1, 4).Select(i => Eastward((uint)(i + latitude * 100 + startSeconds), latitude + 0.2 * i, from, from + 1.5, from - 2, startSeconds))];

        Assert.Equal(2, Areas([.. Group(54, 22, 0), .. Group(40, 22, 0)]).Count);
        Assert.Equal(2, Areas([.. Group(54, 22, 0), .. Group(54, 22, 20_000)]).Count);
        var area = Assert.Single(Areas(Group(54, 179.2, 0)));
        Assert.InRange(Math.Abs(area.Centre.LongitudeDegrees), 179, 180);
    }

    [Fact]
    public void Flights_that_say_nothing_of_integrity_are_passed_over()
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(1)), "made");
        for (var i = 0; i < 100; i++)
            builder.Add(new Fix { Time = s_start.AddSeconds(10 * i), Position = new GeoPoint(50, 10 + 0.02 * i) });

        Assert.Empty(Areas(FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(600))));
    }
}
