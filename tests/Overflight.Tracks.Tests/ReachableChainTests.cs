using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Tracks.Tests;

/// <summary>What is set aside, and that nothing else is.</summary>
public sealed class ReachableChainTests
{
    private static readonly SpeedBound s_speed = SpeedBound.Given(600);

    [Fact]
    public void A_clean_flight_keeps_all_its_fixes() =>
        Assert.Empty(FlightPreparer.Prepare(Made.Track(Made.East(0, 7200)), s_speed).SetAside);

    [Fact]
    public void A_clean_flight_with_silences_keeps_all_its_fixes() =>
        Assert.Empty(FlightPreparer.Prepare(Made.Track(Made.East(0, 600).Concat(Made.East(2000, 2600)).Concat(Made.East(6000, 6010))), s_speed).SetAside);

    [Fact]
    public void A_single_jump_falls_out()
    {
        var fixes = Made.East(0, 1000).ToArray();
        fixes[77] = Made.At(fixes[77], new GeoPoint(52, 13));
        AssertSetAside(Made.Track(fixes), i => i == 77);
    }

    [Fact]
    public void A_position_that_was_stale_and_is_renewed_sets_nothing_aside_where_times_are_of_rows()
    {
        // For 13 seconds the rows lag ever more; then the position is renewed by a jump that no aircraft flies in a second.
        var fixes = Made.East(0, 1000, 1).ToArray();
        var frozen = fixes[500].Position;
        for (var i = 501; i < 514; i++)
            fixes[i] = Made.At(fixes[i], Geodesic.Direct(frozen, 90, 2 * (i - 500)));
        Assert.NotEmpty(FlightPreparer.Prepare(Made.Track(fixes), s_speed).SetAside);

        var rows = fixes.Select(f => f with { Status = FixStatus.TimeIsOfRecord });
        Assert.Empty(FlightPreparer.Prepare(Made.Track(rows), s_speed).SetAside);
    }

    [Fact]
    public void A_jump_among_many_silences_falls_out_alone()
    {
        var fixes = Made.East(0, 20_000, 90).ToArray();
        fixes[100] = Made.At(fixes[100], new GeoPoint(10, 100));
        AssertSetAside(Made.Track(fixes), i => i == 100);
    }

    [Fact]
    public void A_block_elsewhere_falls_out_as_a_whole_even_when_it_has_more_fixes_than_the_rest()
    {
        var before = Made.East(0, 600).ToArray();
        // After a silence, within reach: a creeping false place, received more often; then the flight goes on.
        var near = Geodesic.Direct(before[^1].Position, 90, 180_000);
        var spoofed = Made.Straight(near, 200, 50, 0, 1500, 1).Select(f => f with { Time = f.Time.AddSeconds(1900) }).ToArray();
        var after = Made.East(3500, 4400).ToArray();
        var track = Made.Track([.. before, .. spoofed, .. after]);
        AssertSetAside(track, i => i >= before.Length && i < before.Length + spoofed.Length);
    }

    [Fact]
    public void A_frozen_place_under_a_moving_aircraft_falls_out()
    {
        var fixes = Made.East(0, 3600).ToArray();
        // Ten minutes of one far place, though speed and track go on.
        for (var i = 200; i < 320; i++)
            fixes[i] = Made.At(fixes[i], new GeoPoint(33.82, 35.49));
        AssertSetAside(Made.Track(fixes), i => i is >= 200 and < 320);
    }

    [Fact]
    public void Of_two_aircraft_under_one_address_one_is_kept_whole()
    {
        var one = Made.East(0, 1800, 4).ToArray();
        var other = Made.Straight(new GeoPoint(40, -3), 10, 300, 1, 1500, 4).ToArray();
        var flight = FlightPreparer.Prepare(Made.Track(one.Concat(other)), s_speed);
        Assert.Equal(one.Length, flight.Count);
        for (var i = 0; i < flight.Count; i++)
            Assert.Equal(one[i].Position, flight.PositionAt(i));
    }

    [Fact]
    public void Repeats_are_told_apart_from_jumps_and_times_backwards_are_sorted()
    {
        var fixes = Made.East(0, 500).ToList();
        fixes.Insert(11, fixes[10]);
        fixes.Reverse(40, 20);
        var flight = FlightPreparer.Prepare(Made.Track(fixes), s_speed);
        Assert.Equal(RejectionReason.Repeat, Assert.Single(flight.SetAside).Reason);
        Assert.All(Enumerable.Range(0, flight.Count - 1), i => Assert.True(flight.SecondsAfter(i) > 0));
    }

    [Fact]
    public void What_is_kept_can_be_flown()
    {
        var random = new Random(9);
        for (var n = 0; n < 60; n++)
        {
            var fixes = Made.East(0, 2000, 2 + random.Next(20)).ToArray();
            for (var i = 0; i < fixes.Length; i++)
                if (random.NextDouble() < 0.3)
                    fixes[i] = Made.At(fixes[i], Geodesic.Direct(fixes[i].Position, random.NextDouble() * 360, Math.Pow(10, 6 * random.NextDouble())).Normalised());
            var flight = FlightPreparer.Prepare(Made.Track(fixes), s_speed);
            Assert.Equal(fixes.Length, flight.Count + flight.SetAside.Count);
            for (var i = 0; i + 1 < flight.Count; i++)
                Assert.True(Geodesic.DistanceMetres(flight.PositionAt(i), flight.PositionAt(i + 1))
                    <= s_speed.MetresPerSecond * flight.SecondsAfter(i) + flight.RadiusAt(i).BoundMetres + flight.RadiusAt(i + 1).BoundMetres + 1e-6);
        }
    }

    private static void AssertSetAside(Track track, Func<int, bool> expected)
    {
        var flight = FlightPreparer.Prepare(track, s_speed);
        Assert.Equal(Enumerable.Range(0, track.Count).Where(expected), flight.SetAside.Select(f => f.Index));
        Assert.All(flight.SetAside, f => Assert.Equal(RejectionReason.OutOfReach, f.Reason));
    }
}
