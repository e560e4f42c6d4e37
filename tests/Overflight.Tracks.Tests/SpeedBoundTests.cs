namespace Overflight.Tracks.Tests;

public sealed class SpeedBoundTests
{
    [Fact]
    public void A_known_type_has_its_own_speed_and_wind()
    {
        var bound = SpeedBound.For(Made.Track(Made.East(0, 600), "B738"));
        Assert.InRange(bound.Knots, 500, 800);
        Assert.StartsWith("type B738: 500 kt true air speed", bound.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_slower_than_what_was_seen_gives_way() =>
        Assert.True(SpeedBound.For(Made.Track(Made.East(0, 600), "R22")).Knots >= 1.05 * Made.Knots - 1);

    [Fact]
    public void An_unknown_type_has_what_was_seen_with_a_margin() =>
        Assert.Equal(Math.Ceiling(1.2 * Made.Knots + 30), SpeedBound.For(Made.Track(Made.East(0, 600))).Knots);

    [Fact]
    public void Without_speeds_the_ones_between_fixes_are_taken_and_without_fixes_the_default()
    {
        var silent = Made.East(0, 600).Select(f => f with { GroundSpeedKnots = float.NaN });
        Assert.InRange(SpeedBound.For(Made.Track(silent)).Knots, 1.19 * Made.Knots + 30, 1.21 * Made.Knots + 31);
        Assert.Equal(SpeedBound.UnknownKnots, SpeedBound.For(Made.Track(silent.Take(1))).Knots);
    }

    [Fact]
    public void Taxiing_and_a_fix_or_two_do_not_make_an_aircraft_slow()
    {
        var taxiing = Made.East(0, 600).Select(f => f with { GroundSpeedKnots = 10, Status = FixStatus.OnGround, Position = new(0, 0) });
        Assert.Equal(SpeedBound.UnknownKnots, SpeedBound.For(Made.Track(taxiing.Concat(Made.East(900, 940)))).Knots);
    }

    [Fact]
    public void A_few_wild_speeds_do_not_set_the_bound()
    {
        var fixes = Made.East(0, 3600).Select((f, i) => i % 200 == 7 ? f with { GroundSpeedKnots = 980 } : f);
        Assert.Equal(Math.Ceiling(1.2 * Made.Knots + 30), SpeedBound.For(Made.Track(fixes)).Knots);
    }
}
