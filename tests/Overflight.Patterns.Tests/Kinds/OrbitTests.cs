using CsCheck;
using Overflight.Geodesy;
using Overflight.Patterns.Kinds;

namespace Overflight.Patterns.Tests.Kinds;

public sealed class OrbitTests
{
    private static readonly GeoPoint s_place = new(31.5, -110.2);

    private static FlightPattern Only(IEnumerable<FlightPattern> patterns) => Assert.Single(patterns, p => p.Kind != FlightKind.Transit);

    /// <summary>The way to the orbit, the orbit, the way home.</summary>
    private static MadeFlight Around(MadeFlight pen, double radius, double turns, int sense, out GeoPoint centre)
    {
        pen.Head(40).Straight(60_000);
        centre = Geodesic.Direct(pen.Place, 40 + 90 * sense, radius);
        return pen.Turn(sense * 360 * turns, radius).Straight(60_000);
    }

    [Fact]
    public void Orbits_are_measured_whatever_the_radius_the_speed_and_the_time_between_fixes()
    {
        Gen.Select(Gen.Double[900, 9_000], Gen.Double[35, 58], Gen.Double[1, 60], Gen.Double[3, 12], Gen.Bool, Gen.Double[-60, 60])
            .Sample((radius, speed, seconds, turns, isRight, latitude) =>
            {
                // Fewer than four fixes a turn tell the turns only by heading; that is checked below.
                if (speed * seconds <= 1.4 * radius)
                    IsMeasured(radius, speed, seconds, turns, isRight, latitude);
            }, iter: 60);
    }

    // Circles that are a little wider than a box: windows that leave out a few fixes at one side fit into it.
    [Theory]
    [InlineData(5_673, 44.56, 46.8, 9.16, false, 3.34)]
    [InlineData(4_057.6, 52.67, 52.32, 11.619, true, 45.58)]
    [InlineData(8_026.5, 46.36, 45.26, 5.36, true, 10.65)]
    public void An_orbit_begins_and_ends_where_it_does_whatever_box_holds_it(double radius, double speed, double seconds, double turns, bool isRight, double latitude) =>
        IsMeasured(radius, speed, seconds, turns, isRight, latitude);

    private static void IsMeasured(double radius, double speed, double seconds, double turns, bool isRight, double latitude)
    {
        var pen = new MadeFlight(new GeoPoint(latitude, 20), speed, seconds);
        var flight = Around(pen, radius, turns, isRight ? 1 : -1, out var centre).Done();
        var orbit = Only(PatternFinder.Find(flight));
        Assert.Equal(FlightKind.Orbit, orbit.Kind);
        Assert.Equal(isRight ? TurnDirection.Clockwise : TurnDirection.Anticlockwise, orbit.Direction);
        Assert.InRange(orbit.RadiusMetres, 0.9 * radius, 1.15 * radius);
        Assert.InRange(Geodesic.DistanceMetres(centre, orbit.Centre), 0, 0.25 * radius);
        // At each end up to a step is lost or gained; and the ways straight in and out count while they are within 1.2 radii of the centre, which
        // they are for arccos 1/1.2, 0.093 of a turn, as seen from it; more where the centre or the radius is a little off, by 0.12 at most in 96,192 flights.
        var step = speed * seconds / (2 * Math.PI * radius);
        Assert.InRange(orbit.Turns, turns - 2 * step, turns + 2 * (step + 0.13));
    }

    [Fact]
    public void Two_fixes_a_turn_are_enough_with_headings()
    {
        var pen = new MadeFlight(s_place, 50, 60);
        var orbit = Only(PatternFinder.Find(Around(pen, 1_000, 12, -1, out var centre).Done()));

        Assert.Equal((FlightKind.Orbit, TurnDirection.Anticlockwise), (orbit.Kind, orbit.Direction));
        Assert.InRange(orbit.RadiusMetres, 900, 1_200);
        Assert.InRange(Geodesic.DistanceMetres(centre, orbit.Centre), 0, 300);
        Assert.InRange(orbit.Turns, 11, 13);
    }

    [Fact]
    public void Without_headings_and_with_few_fixes_a_turn_the_direction_is_not_told()
    {
        var pen = new MadeFlight(s_place, 50, 60) { TellsMotion = false };
        var orbit = Only(PatternFinder.Find(Around(pen, 1_000, 25, 1, out var centre).Done()));

        Assert.Equal((FlightKind.Orbit, TurnDirection.NotTold), (orbit.Kind, orbit.Direction));
        Assert.True(double.IsNaN(orbit.Turns));
        Assert.InRange(Geodesic.DistanceMetres(centre, orbit.Centre), 0, 300);
    }

    [Fact]
    public void An_orbit_that_the_wind_carries_along_drifts()
    {
        var pen = new MadeFlight(s_place, 45, 5) { Wind = 5 };
        pen.Head(0).Turn(360 * 10, 2_000);
        var orbit = Only(PatternFinder.Find(pen.Done()));

        Assert.Equal(FlightKind.Orbit, orbit.Kind);
        Assert.InRange(orbit.DriftMetres, 0.7 * 5 * pen.Seconds, 1.1 * 5 * pen.Seconds);
        Assert.InRange(orbit.DriftDegrees, 75, 105);
        Assert.InRange(orbit.Turns, 9, 11);
    }

    [Fact]
    public void A_silence_adds_no_turns()
    {
        var pen = new MadeFlight(s_place, 50, 5);
        pen.Head(0).Turn(360 * 4, 3_000).Silently(p => p.Turn(360, 3_000)).Turn(360 * 4, 3_000);
        var orbit = Only(PatternFinder.Find(pen.Done()));

        Assert.Equal(FlightKind.Orbit, orbit.Kind);
        Assert.InRange(orbit.Turns, 7.7, 8.3);
        Assert.InRange(orbit.LongestSilenceSeconds, 370, 385);
        Assert.InRange(orbit.ObservedSeconds, 0, pen.Seconds - 250);
    }

    [Fact]
    public void Nothing_is_made_of_a_silence_in_which_it_may_have_turned()
    {
        var pen = new MadeFlight(s_place, 50, 5);
        pen.Head(0).Straight(30_000).Silently(p => p.Turn(360 * 6, 2_000)).Straight(30_000);

        Assert.All(PatternFinder.Find(pen.Done()), p => Assert.Equal(FlightKind.Transit, p.Kind));
    }

    // The straights that lead in and out count as seen from the centre while they are near.
    [Fact]
    public void Most_of_a_turn_that_is_a_circle_is_an_orbit_and_half_a_turn_is_not()
    {
        FlightPattern[] Found(double turns) => [.. PatternFinder.Find(Around(new MadeFlight(s_place, 50, 5), 4_000, turns, 1, out _).Done())];

        Assert.Contains(Found(0.97), p => p.Kind == FlightKind.Orbit && p.Turns is > 0.9 and < 1.35);
        Assert.DoesNotContain(Found(0.5), p => p.Kind != FlightKind.Transit);
    }

    [Fact]
    public void Two_orbits_one_after_the_other_are_two_findings_in_order()
    {
        var pen = new MadeFlight(s_place, 50, 10);
        pen.Head(90).Straight(20_000).Turn(360 * 5, 2_000).Straight(30_000).Turn(-360 * 5, 3_000).Straight(20_000);
        var shapes = PatternFinder.Find(pen.Done()).Where(p => p.Kind != FlightKind.Transit).ToArray();

        Assert.Equal([FlightKind.Orbit, FlightKind.Orbit], shapes.Select(p => p.Kind));
        Assert.Equal([TurnDirection.Clockwise, TurnDirection.Anticlockwise], shapes.Select(p => p.Direction));
        Assert.True(shapes[0].End < shapes[1].Start);
        Assert.InRange(shapes[0].RadiusMetres, 1_800, 2_300);
        Assert.InRange(shapes[1].RadiusMetres, 2_700, 3_400);
    }

    [Fact]
    public void The_ground_inside_holds_the_centre_and_no_more_than_the_circle()
    {
        var pen = new MadeFlight(s_place, 50, 5);
        var orbit = Only(PatternFinder.Find(Around(pen, 3_000, 6, 1, out var centre).Done()));

        Assert.All(orbit.Ground, corner => Assert.InRange(Geodesic.DistanceMetres(centre, corner), 2_500, 4_000));
        Assert.True(orbit.Ground.Count > 20);
    }

    [Fact]
    public void The_same_flight_elsewhere_is_told_alike()
    {
        Gen.Double[-180, 180].Sample(longitude =>
        {
            var here = Only(PatternFinder.Find(Around(new MadeFlight(new GeoPoint(40, 0), 50, 7), 3_000, 6, 1, out _).Done()));
            var there = Only(PatternFinder.Find(Around(new MadeFlight(new GeoPoint(40, longitude), 50, 7), 3_000, 6, 1, out _).Done()));
            Assert.Equal((here.Kind, here.First, here.Last), (there.Kind, there.First, there.Last));
            Assert.Equal(here.Turns, there.Turns, 0.01);
        }, iter: 10);
    }
}
