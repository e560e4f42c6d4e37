using Overflight.Geodesy;
using Overflight.Patterns.Kinds;

namespace Overflight.Patterns.Tests.Kinds;

public sealed class ShapeTests
{
    private static readonly GeoPoint s_place = new(31.5, -110.2);

    private static FlightPattern[] Shapes(MadeFlight pen) => [.. PatternFinder.Find(pen.Done()).Where(p => p.Kind != FlightKind.Transit)];

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public void A_flight_from_place_to_place_is_a_transit(double seconds)
    {
        var pen = new MadeFlight(s_place, 120, seconds);
        pen.Head(30).Straight(200_000).Turn(50, 9_000).Straight(150_000).Turn(-80, 9_000).Straight(60_000).Turn(90, 5_000).Straight(15_000);
        var pattern = Assert.Single(PatternFinder.Find(pen.Done()));

        Assert.Equal(FlightKind.Transit, pattern.Kind);
        Assert.Empty(pattern.Ground);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(50)]
    public void Legs_with_turns_the_same_way_at_both_ends_are_a_racetrack(double seconds)
    {
        var pen = new MadeFlight(s_place, 55, seconds).Head(70);
        pen.Straight(40_000);
        for (var lap = 0; lap < 9; lap++)
            pen.Straight(12_000).Turn(180, 2_500).Straight(12_000).Turn(180, 2_500);
        var racetrack = Assert.Single(Shapes(pen));

        Assert.Equal((FlightKind.Racetrack, TurnDirection.Clockwise), (racetrack.Kind, racetrack.Direction));
        Assert.InRange(racetrack.AxisDegrees, 66, 74);
        Assert.InRange(racetrack.Turns, 8, 10);
        Assert.InRange(racetrack.LengthMetres, 15_000, 21_000);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(25)]
    public void Round_one_way_and_round_the_other_is_a_figure_eight(double seconds)
    {
        var pen = new MadeFlight(s_place, 50, seconds).Head(90);
        pen.Straight(30_000);
        for (var turn = 0; turn < 6; turn++)
            pen.Turn(360, 2_500).Turn(-360, 2_500);
        Assert.Contains(Shapes(pen), p => p.Kind == FlightKind.FigureEight && p.ObservedSeconds > 0.7 * 12 * 2 * Math.PI * 2_500 / 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(60)]
    public void Lines_side_by_side_are_a_ladder(double seconds)
    {
        var pen = new MadeFlight(s_place, 70, seconds).Head(15);
        pen.Straight(50_000);
        for (var rung = 0; rung < 6; rung++)
            pen.Straight(35_000).Turn(180, 1_200).Straight(35_000).Turn(-180, 1_200);
        var ladder = Assert.Single(Shapes(pen), p => p.Kind == FlightKind.Ladder);

        Assert.InRange(ladder.Lines, 10, 13);
        Assert.InRange(ladder.SpacingMetres, 2_100, 2_700);
        Assert.InRange(ladder.AxisDegrees, 12, 18);
    }

    [Fact]
    public void Laps_of_a_few_minutes_at_the_pace_of_an_airliner_are_holding()
    {
        var pen = new MadeFlight(s_place, 115, 8).Head(200);
        pen.Straight(80_000);
        for (var lap = 0; lap < 3; lap++)
            pen.Straight(7_000).Turn(180, 2_600).Straight(7_000).Turn(180, 2_600);
        pen.Straight(60_000);

        Assert.Equal(FlightKind.Holding, Assert.Single(Shapes(pen)).Kind);
    }

    [Fact]
    public void Twenty_laps_are_no_holding_at_any_pace()
    {
        var pen = new MadeFlight(s_place, 115, 8).Head(200);
        for (var lap = 0; lap < 20; lap++)
            pen.Straight(7_000).Turn(180, 2_600).Straight(7_000).Turn(180, 2_600);

        Assert.DoesNotContain(Shapes(pen), p => p.Kind == FlightKind.Holding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Small_circles_upwards_are_a_thermal(double seconds)
    {
        var pen = new MadeFlight(s_place, 25, seconds) { Climb = 7, Wind = 3 };
        pen.Head(0).Straight(5_000).Turn(360 * 14, 130).Straight(5_000);

        Assert.Equal(FlightKind.ThermalCircling, Assert.Single(Shapes(pen)).Kind);
    }

    [Fact]
    public void Level_the_same_circles_are_an_orbit()
    {
        var pen = new MadeFlight(s_place, 25, 2);
        pen.Head(0).Straight(5_000).Turn(360 * 14, 130).Straight(5_000);

        Assert.Equal(FlightKind.Orbit, Assert.Single(Shapes(pen)).Kind);
    }

    [Fact]
    public void Radials_and_arcs_about_a_point_are_a_calibration()
    {
        var pen = new MadeFlight(s_place, 80, 5).Head(0);
        // Out to 26 km, once round, then over the aid by one radial after another.
        pen.Straight(26_000).Head(90).Turn(360, 26_000);
        for (var radial = 0; radial < 3; radial++)
            pen.To(s_place).To(Geodesic.Direct(s_place, 55 * radial + 150, 26_000));
        Assert.Contains(Shapes(pen), p => p.Kind == FlightKind.Calibration);
    }

    [Fact]
    public void A_figure_over_the_map_is_a_drawing()
    {
        var pen = new MadeFlight(s_place, 90, 10).Head(0);
        // A star of seven points.
        for (var corner = 0; corner < 7; corner++)
            pen.Straight(80_000).Turn(180 - 180.0 / 7 * 3, 2_000);
        Assert.Equal(FlightKind.Drawing, Assert.Single(Shapes(pen)).Kind);
    }

    [Fact]
    public void One_fix_and_none_have_no_patterns()
    {
        Assert.Empty(PatternFinder.Find(new MadeFlight(s_place, 50, 1_000).Head(0).Straight(100).Done()));
    }
}
