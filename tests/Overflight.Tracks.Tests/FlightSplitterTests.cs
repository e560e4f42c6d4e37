using Overflight.Tracks.Preparing;

namespace Overflight.Tracks.Tests;

public sealed class FlightSplitterTests
{
    [Fact]
    public void One_flight_stays_one() => Assert.Single(FlightSplitter.Split(Made.Track(Made.East(0, 3600))));

    [Fact]
    public void No_fixes_no_flight() => Assert.Empty(FlightSplitter.Split(Made.Track([])));

    [Fact]
    public void A_track_wholly_on_the_ground_has_no_flight() => Assert.Empty(FlightSplitter.Split(Made.Track(Made.East(0, 600, knots: 10).Select(Grounded))));

    [Fact]
    public void A_stay_on_the_ground_parts_two_flights_and_each_keeps_its_last_ground_fix()
    {
        var flights = FlightSplitter.Split(Made.Track([.. Made.East(0, 600), .. Made.East(600, 900, knots: 20).Select(Grounded), .. Made.East(900, 1500)])).ToArray();
        Assert.Equal(2, flights.Length);
        Assert.Equal([121, 121], flights.Select(f => f.Count));
    }

    [Fact]
    public void A_touch_and_go_does_not() =>
        Assert.Single(FlightSplitter.Split(Made.Track([.. Made.East(0, 600), .. Made.East(600, 660, knots: 60).Select(Grounded), .. Made.East(660, 1500)])));

    [Fact]
    public void A_ground_flag_on_a_fast_fix_is_not_believed() =>
        Assert.Single(FlightSplitter.Split(Made.Track([.. Made.East(0, 600), .. Made.East(600, 900).Select(Grounded), .. Made.East(900, 1500)])));

    [Theory]
    [InlineData(4 * 3600 + 60, FixStatus.None, 30_000, 2)]
    [InlineData(4 * 3600 - 60, FixStatus.None, 30_000, 1)]
    [InlineData(1860, FixStatus.None, 3_000, 2)]
    [InlineData(1860, FixStatus.None, 30_000, 1)]
    [InlineData(360, FixStatus.NewLeg, 30_000, 2)]
    [InlineData(240, FixStatus.NewLeg, 30_000, 1)]
    public void Silences_cut_by_length_height_and_leg(int seconds, FixStatus status, float feet, int flights)
    {
        var before = Made.East(0, 600).Select(f => f with { BarometricAltitudeFeet = feet });
        var after = Made.East(600 + seconds, 1200 + seconds).Select((f, i) => f with { BarometricAltitudeFeet = feet, Status = i == 0 ? status : FixStatus.None });
        Assert.Equal(flights, FlightSplitter.Split(Made.Track(before.Concat(after))).Count());
    }

    private static Fix Grounded(Fix fix) => fix with { Status = FixStatus.OnGround };
}
