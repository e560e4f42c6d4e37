using CsCheck;
using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;

namespace Overflight.Sorties.Tests;

/// <summary>Legs as they are flown, measured by geodesics and not by the guidance's own word.</summary>
public sealed class RouteTests
{
    private static readonly GeoPoint s_origin = new(31, -113);

    private static readonly string[] s_types = ["mq-9a", "scaneagle", "tb2", "mq-4c", "heron", "mq-9b", "small-fixed-wing"];

    private static double AltitudeOf(string type) => type is "mq-4c" ? 15_000 : 3000;

    [Fact]
    public void An_orbit_is_held_to_a_part_of_its_radius_by_every_type_in_wind()
    {
        foreach (var type in s_types)
        {
            foreach (var clockwise in new[] { true, false })
            {
                var radius = type is "scaneagle" or "small-fixed-wing" ? 800.0 : type is "mq-4c" ? 15_000 : 6000;
                var wind = type is "scaneagle" or "small-fixed-wing" ? 8 : 15;
                var setup = Scenes.InAir(type, Scenes.Off(s_origin, -radius, 0), AltitudeOf(type), clockwise ? 0 : 180, new OrbitLeg(s_origin, radius, clockwise) { Speed = SpeedChoice.Loiter })
                    with
                { Wind = new ConstantWind(250, wind).Build() };
                var simulation = new SortieSimulation(setup);
                simulation.RunUntil(setup.Start.AddSeconds(900));
                var (worst, turned, last) = (0.0, 0.0, Geodesic.Inverse(s_origin, simulation.State.Place).InitialAzimuthDegrees);
                simulation.Observe(1, state =>
                {
                    var ray = Geodesic.Inverse(s_origin, state.Place);
                    worst = Math.Max(worst, Math.Abs(ray.DistanceMetres - radius));
                    turned += Math.IEEERemainder(ray.InitialAzimuthDegrees - last, 360);
                    last = ray.InitialAzimuthDegrees;
                });
                simulation.RunUntil(setup.Start.AddSeconds(2700));
                Assert.True(worst < 0.03 * radius, $"{type}: {worst} m of {radius}");
                Assert.True(clockwise ? turned > 180 : turned < -180);
            }
        }
    }

    [Fact]
    public void A_long_leg_is_the_geodesic_and_not_a_line_on_the_map()
    {
        var (from, to) = (new GeoPoint(50, -20), new GeoPoint(52, 5));
        var setup = Scenes.InAir("mq-9a", from, 5000, Geodesic.Inverse(from, to).InitialAzimuthDegrees, new WaypointLeg(to)) with { Wind = new ConstantWind(330, 20).Build(), Fuel = new FuelPlan { WarnOnly = true } };
        var simulation = new SortieSimulation(setup);
        var worst = 0.0;
        simulation.RunUntil(setup.Start.AddSeconds(300));
        simulation.Observe(300, state => worst = Math.Max(worst, GeodesicIntersection.ClosestPoint(state.Place, from, to).DistanceMetres));
        simulation.RunUntil(setup.Start.AddSeconds(4 * 3600));

        Assert.InRange(worst, 0, 10);
        Assert.True(Geodesic.DistanceMetres(from, simulation.State.Place) > 1e6);
    }

    [Fact]
    public void A_fly_by_turn_cuts_the_corner_and_ends_on_the_next_leg_and_a_fly_over_passes_the_place()
    {
        var corner = Scenes.Off(s_origin, 0, 40_000);
        var end = Scenes.Off(corner, 60_000, 0);
        foreach (var turn in new[] { TurnKind.FlyBy, TurnKind.FlyOver })
        {
            var setup = Scenes.InAir("mq-9a", s_origin, 3000, 0, new WaypointLeg(corner, turn), new WaypointLeg(end));
            var simulation = new SortieSimulation(setup);
            var (nearest, beyond) = (double.PositiveInfinity, 0.0);
            simulation.Observe(1, state =>
            {
                nearest = Math.Min(nearest, Geodesic.DistanceMetres(corner, state.Place));
                var ray = Geodesic.Inverse(corner, state.Place);
                beyond = Math.Max(beyond, ray.DistanceMetres * Math.Cos(double.DegreesToRadians(ray.InitialAzimuthDegrees)));
            });
            simulation.RunUntil(setup.Start.AddSeconds(900));

            Assert.Equal("leg 1", simulation.First(SortieEventKind.WaypointPassed).Subject);
            if (turn == TurnKind.FlyBy)
            {
                // It stays inside the corner but for a little of the turn's end.
                Assert.InRange(beyond, 0, 150);
                Assert.InRange(nearest, 200, 1500);
            }
            else
            {
                Assert.InRange(nearest, 0, 100);
                Assert.InRange(beyond, 800, 4000);
            }
        }
    }

    [Fact]
    public void A_racetrack_keeps_to_its_lines_and_goes_round()
    {
        var (a, b) = (s_origin, Scenes.Off(s_origin, 30_000, 0));
        var setup = Scenes.InAir("mq-9a", Scenes.Off(a, -5000, 0), 4000, 90, new RacetrackLeg(a, b, 4000, Clockwise: true, Turns: 2) { Speed = SpeedChoice.Loiter }, new HoldLeg());
        var simulation = new SortieSimulation(setup);
        var (south, east, west, north) = (0.0, 0.0, 0.0, 0.0);
        simulation.Observe(1, state =>
        {
            if (simulation.Progress.LegIndex > 0)
                return;
            var ray = Geodesic.Inverse(a, state.Place);
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(ray.InitialAzimuthDegrees));
            (south, north) = (Math.Min(south, ray.DistanceMetres * cos), Math.Max(north, ray.DistanceMetres * cos));
            (east, west) = (Math.Max(east, ray.DistanceMetres * sin), Math.Min(west, ray.DistanceMetres * sin));
        });
        simulation.RunUntil(setup.Start.AddSeconds(5000));

        Assert.InRange(south, -8250, -7900);
        Assert.InRange(north, -50, 250);
        Assert.InRange(east, 33_800, 34_250);
        Assert.InRange(west, -5100, -3800);
        // Two rounds of 2 · 30 km and a circle of 4 km.
        var seconds = simulation.First(SortieEventKind.LegEnded).Time.SecondsSince(setup.Start);
        var speed = (2 * (60_000 + 2 * Math.PI * 4000) + 5000) / seconds;
        Assert.InRange(speed, 60, 85);
    }

    [Fact]
    public void A_figure_of_eight_turns_both_ways_and_crosses_itself()
    {
        var (first, second) = (s_origin, Scenes.Off(s_origin, 14_000, 6000));
        var setup = Scenes.InAir("mq-9a", Scenes.Off(s_origin, -9000, 0), 4000, 0, new FigureEightLeg(first, second, 4000) { Speed = SpeedChoice.Loiter });
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(400));
        var (worst, left, right) = (0.0, 0, 0);
        simulation.Observe(1, state =>
        {
            var (a, b) = (Geodesic.DistanceMetres(first, state.Place), Geodesic.DistanceMetres(second, state.Place));
            // It is never inside either circle, and rolls right about the first, left about the second.
            worst = Math.Max(worst, 4000 - Math.Min(a, b));
            if (a < 4100 && state.RollDegrees > 3)
                right++;
            if (b < 4100 && state.RollDegrees < -3)
                left++;
        });
        simulation.RunUntil(setup.Start.AddSeconds(3000));

        Assert.InRange(worst, -100, 200);
        Assert.True(left > 100 && right > 100, $"{left} {right}");
    }

    [Fact]
    public void A_ladder_comes_within_half_its_spacing_of_every_place_of_its_area()
    {
        var area = new[] { (0, 0), (20_000, 2000), (18_000, 15_000), (-3000, 12_000) }.Select(p => Scenes.Off(s_origin, p.Item1, p.Item2)).ToArray();
        var setup = Scenes.InAir("tb2", Scenes.Off(s_origin, -5000, -3000), 3000, 60, new LadderLeg(area, 2500, 80) { Speed = SpeedChoice.Loiter });
        var simulation = new SortieSimulation(setup);
        var flown = new List<GeoPoint>();
        simulation.Observe(5, state => flown.Add(state.Place));
        while (!simulation.Kinds().Contains(SortieEventKind.RouteEnded) && simulation.Time < setup.Start.AddSeconds(20_000))
            simulation.Step();
        Assert.Contains(SortieEventKind.LegEnded, simulation.Kinds());

        var polygon = new GeodesicPolygon(area);
        Gen.Select(Gen.Double[-3000, 20_000], Gen.Double[0, 15_000]).Sample((east, north) =>
        {
            var place = Scenes.Off(s_origin, east, north);
            // The turns at the ends of the lines leave corners out.
            var edge = Enumerable.Range(0, 4).Min(i => GeodesicIntersection.ClosestPoint(place, area[i], area[(i + 1) % 4]).DistanceMetres);
            if (polygon.Contains(place) && edge > 1500)
                Assert.True(flown.Min(f => Geodesic.DistanceMetres(f, place)) < 1250 + 350, $"{place}");
        }, iter: 300, seed: "0000KKKKKKKK");
    }

    [Fact]
    public void An_expanding_square_has_lines_of_one_one_two_two_three_spacings()
    {
        var corners = PatternGeometry.ExpandingSquare(new ExpandingSquareLeg(s_origin, 1000, 6, 0));
        double[] lengths = [.. corners.Zip(corners.Skip(1), Geodesic.DistanceMetres)];
        Assert.Equal([1000.0, 1000, 2000, 2000, 3000, 3000], lengths.Select(l => Math.Round(l, 3)));

        var setup = Scenes.InAir("scaneagle", Scenes.Off(s_origin, 0, -3000), 1000, 0, new ExpandingSquareLeg(s_origin, 1500, 8, 0));
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(2500));
        Assert.Contains(SortieEventKind.RouteEnded, simulation.Kinds());
    }

    [Fact]
    public void Altitudes_are_made_at_once_or_by_the_end_as_planned()
    {
        var to = Scenes.Off(s_origin, 150_000, 0);
        foreach (var plan in new[] { AltitudePlan.AtOnce, AltitudePlan.ByEnd })
        {
            var setup = Scenes.InAir("mq-9a", s_origin, 6000, 90, new WaypointLeg(to) { AltitudeMetres = 3000, AltitudePlan = plan }, new HoldLeg());
            var simulation = new SortieSimulation(setup);
            simulation.RunUntil(setup.Start.AddSeconds(700));
            if (plan == AltitudePlan.AtOnce)
                Assert.InRange(simulation.State.HeightMetres, 2950, 3050);
            else
                Assert.InRange(simulation.State.HeightMetres, 5950, 6050);
            while (!simulation.Kinds().Contains(SortieEventKind.WaypointPassed))
                simulation.Step();
            Assert.InRange(simulation.State.HeightMetres, 2950, 3100);
        }
    }

    [Fact]
    public void The_time_of_arrival_that_is_told_is_kept_in_steady_flight()
    {
        var to = Scenes.Off(s_origin, 120_000, 0);
        var setup = Scenes.InAir("mq-9a", s_origin, 4000, 90, new WaypointLeg(to, TurnKind.FlyOver) { Speed = SpeedChoice.Loiter }, new HoldLeg()) with { Wind = new ConstantWind(200, 12).Build() };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(120));
        var told = simulation.Progress.Eta!.Value;
        while (!simulation.Kinds().Contains(SortieEventKind.WaypointPassed))
            simulation.Step();

        Assert.InRange(simulation.First(SortieEventKind.WaypointPassed).Time.SecondsSince(told), -15, 30);
    }

    [Fact]
    public void A_route_takes_off_flies_and_lands_where_it_should()
    {
        foreach (var type in s_types)
        {
            var setup = Scenes.FromHome(type, new WaypointLeg(Scenes.Off(s_origin, 20_000, 20_000)) { AltitudeMetres = 2500 }, new OrbitLeg(Scenes.Off(s_origin, 0, 30_000), 5000, Turns: 1), new ReturnLeg())
                with
            { Wind = new ConstantWind(40, 6).Build() };
            var simulation = new SortieSimulation(setup);
            simulation.RunUntil(setup.Start.AddSeconds(6 * 3600));

            var landed = simulation.First(SortieEventKind.Landed);
            Assert.InRange(Geodesic.DistanceMetres(landed.Place, setup.Home.Place), 0, 150);
            Assert.True(simulation.IsOver);
            Assert.False(simulation.State.IsAirborne);
            SortieEventKind[] order = [SortieEventKind.TookOff, SortieEventKind.WaypointPassed, SortieEventKind.LegEnded, SortieEventKind.Landed];
            Assert.Equal(order, simulation.Kinds().Where(order.Contains));
        }
    }

    [Fact]
    public void A_whole_sortie_comes_out_the_same_at_smaller_steps()
    {
        (double Seconds, double Fuel, double Metres) Flown(double step)
        {
            var setup = Scenes.FromHome("mq-9a", new WaypointLeg(Scenes.Off(s_origin, 60_000, 20_000)) { AltitudeMetres = 4000 }, new RacetrackLeg(Scenes.Off(s_origin, 60_000, 40_000), Scenes.Off(s_origin, 90_000, 40_000), 4000, Turns: 2), new WaypointLeg(Scenes.Off(s_origin, 0, 60_000)) { AltitudeMetres = 3000 }, new ReturnLeg())
                with
            { StepSeconds = step, Wind = new ConstantWind(40, 10).Build() };
            var simulation = new SortieSimulation(setup);
            simulation.RunUntil(setup.Start.AddSeconds(4 * 3600));
            var landed = simulation.First(SortieEventKind.Landed);
            return (landed.Time.SecondsSince(setup.Start), simulation.State.FuelKilograms, Geodesic.DistanceMetres(landed.Place, setup.Home.Place));
        }

        var (fine, half, one) = (Flown(0.125), Flown(0.5), Flown(1));
        Assert.True(Math.Abs(one.Seconds - fine.Seconds) < 0.0015 * fine.Seconds && Math.Abs(half.Seconds - fine.Seconds) < 0.001 * fine.Seconds, $"{one} {half} {fine}");
        Assert.True(Math.Abs(one.Fuel - fine.Fuel) < 0.5, $"{one} {half} {fine}");
    }

    [Fact]
    public void Routes_are_read_from_JSON_and_faults_are_named()
    {
        var route = SortieJson.Read<Route>("""
            {"legs":[
              {"kind":"waypoint","at":[-113,31],"turn":"flyOver","altitudeMetres":3000,"altitudePlan":"byEnd","speed":"loiter"},
              {"kind":"orbit","centre":[-113,31],"radiusMetres":5000,"clockwise":false,"durationSeconds":600},
              {"kind":"racetrack","from":[-113,31],"to":[-112,31],"radiusMetres":4000},
              {"kind":"figureEight","first":[-113,31],"second":[-112,31],"radiusMetres":4000},
              {"kind":"ladder","area":[[-113,31],[-112,31],[-112,32]],"spacingMetres":5000,"headingDegrees":45},
              {"kind":"expandingSquare","centre":[-113,31],"spacingMetres":5000,"lines":9},
              {"kind":"hold","durationSeconds":60},{"kind":"divert","airfield":"b"},{"kind":"return"}]}
            """u8, "r.json");
        route.Check();
        Assert.Equal(9, route.Legs.Count);
        Assert.Equal(route.Legs[1], SortieJson.Read<Route>(SortieJson.Write(route), "r.json").Legs[1]);

        foreach (var (leg, named) in new (RouteLeg, string)[]
        {
            (new OrbitLeg(s_origin, 1), "route.legs[0].radiusMetres"),
            (new OrbitLeg(new GeoPoint(91, 0), 1000), "route.legs[0].centre"),
            (new OrbitLeg(s_origin, 1000, true, 1, 1), "route.legs[0]"),
            (new FigureEightLeg(s_origin, Scenes.Off(s_origin, 1900, 0), 1000), "route.legs[0].second"),
            (new LadderLeg([s_origin], 1000, 0), "route.legs[0].area"),
            (new WaypointLeg(s_origin) { AltitudeMetres = 99_000 }, "route.legs[0].altitudeMetres"),
            (new WaypointLeg(s_origin) { Speed = SpeedChoice.Dash, TrueAirspeedMetresPerSecond = 50 }, "route.legs[0].speed"),
        })
        {
            var error = Assert.Throws<InvalidDataException>(() => new Route([leg]).Check());
            Assert.StartsWith(named, error.Message, StringComparison.Ordinal);
        }
    }
}
