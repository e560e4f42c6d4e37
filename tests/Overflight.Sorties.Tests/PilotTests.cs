using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;

namespace Overflight.Sorties.Tests;

/// <summary>Link, fuel, stations, commands and restart.</summary>
public sealed class PilotTests
{
    private static readonly GeoPoint s_origin = new(31, -113);

    private static readonly RouteLeg[] s_long =
        [new WaypointLeg(Scenes.Off(s_origin, 60_000, 0)) { AltitudeMetres = 4000 }, new OrbitLeg(Scenes.Off(s_origin, 80_000, 0), 8000) { Speed = SpeedChoice.Loiter }];

    private static SortieSetup Aloft(params RouteLeg[] legs) => Scenes.InAir("mq-9a", Scenes.Off(s_origin, 5000, 0), 4000, 90, legs);

    [Fact]
    public void A_lost_link_goes_through_its_phases_in_their_times_and_ends_on_the_ground()
    {
        var setup = Aloft(s_long) with
        {
            Outages = [new LinkOutage(Scenes.Start.AddSeconds(1000))],
            LostLink = new LostLinkProcedure { DetectSeconds = 10, LoiterSeconds = 300, ClimbToMetres = 5000, Route = new Route([new WaypointLeg(Scenes.Off(s_origin, 30_000, 30_000))]) },
        };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(4 * 3600));

        Assert.Equal(1010, simulation.First(SortieEventKind.LinkLost).Time.SecondsSince(setup.Start));
        var phases = simulation.Events.Where(e => e.Kind == SortieEventKind.LostLinkPhase).ToList();
        Assert.Equal(["Loiter", "Climb", "Route", "Return"], phases.Select(p => p.Subject));
        Assert.Equal(1310, phases[1].Time.SecondsSince(setup.Start));
        Assert.InRange(phases[2].HeightMetres, 4900, 5050);
        Assert.InRange(Geodesic.DistanceMetres(phases[3].Place, Scenes.Off(s_origin, 30_000, 30_000)), 0, 300);
        Assert.Equal("home", simulation.First(SortieEventKind.Landed).Subject);
    }

    [Theory]
    [InlineData(LinkRegainedAction.Resume, FlightMode.Route)]
    [InlineData(LinkRegainedAction.Hold, FlightMode.Hold)]
    [InlineData(LinkRegainedAction.Continue, FlightMode.LostLink)]
    public void When_the_link_is_back_it_does_what_the_procedure_says(LinkRegainedAction action, FlightMode mode)
    {
        var setup = Aloft(s_long) with
        {
            Outages = [new LinkOutage(Scenes.Start.AddSeconds(300), Scenes.Start.AddSeconds(700))],
            LostLink = new LostLinkProcedure { WhenRegained = action },
        };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(500));
        Assert.Equal(FlightMode.LostLink, simulation.Mode);
        Assert.Equal("there is no link", simulation.Send(new HoldCommand("station")).Reason);
        simulation.RunUntil(setup.Start.AddSeconds(710));
        Assert.Equal(700, simulation.First(SortieEventKind.LinkRegained).Time.SecondsSince(setup.Start));
        Assert.Equal(mode, simulation.Mode);
    }

    [Fact]
    public void Without_a_link_it_does_not_take_off_and_one_that_loses_it_on_the_way_up_goes_by_the_procedure()
    {
        var setup = Scenes.FromHome("mq-9a", s_long) with { TakeOffAt = Scenes.Start.AddSeconds(60), Outages = [new LinkOutage(Scenes.Start, Scenes.Start.AddSeconds(300))] };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(600));
        Assert.InRange(simulation.First(SortieEventKind.TookOff).Time.SecondsSince(setup.Start), 300, 400);

        simulation = new SortieSimulation(Scenes.FromHome("mq-9a", s_long) with { Outages = [new LinkOutage(Scenes.Start.AddSeconds(10))] });
        simulation.RunUntil(setup.Start.AddSeconds(3 * 3600));
        Assert.Equal(["Loiter", "Return"], simulation.Events.Where(e => e.Kind == SortieEventKind.LostLinkPhase).Select(e => e.Subject));
        Assert.Equal("home", simulation.First(SortieEventKind.Landed).Subject);
    }

    [Fact]
    public void A_closed_area_is_left_before_the_lost_link_procedure_begins()
    {
        var simulation = new SortieSimulation(Aloft(new OrbitLeg(Scenes.Off(s_origin, 100_000, 0), 8000)));
        simulation.RunUntil(Scenes.Start.AddSeconds(2000));
        var here = Scenes.Off(s_origin, 100_000, 0);
        simulation.SetFences([new Fence("f", FenceKind.KeepOut, true, [Scenes.Off(here, -30_000, -30_000), Scenes.Off(here, 30_000, -30_000), Scenes.Off(here, 30_000, 30_000), Scenes.Off(here, -30_000, 30_000)])], "withdrawn");
        simulation.Step();
        simulation.SetLink(false);
        simulation.RunUntil(Scenes.Start.AddSeconds(4 * 3600));
        simulation.First(SortieEventKind.Landed);
        SortieEventKind[] order = [SortieEventKind.FenceHardInside, SortieEventKind.LinkLost, SortieEventKind.FenceHardCleared, SortieEventKind.Landed];
        Assert.Equal(order, simulation.Kinds().Where(order.Contains));
        Assert.True(simulation.Events.First(e => e.Kind == SortieEventKind.LostLinkPhase).Time >= simulation.First(SortieEventKind.FenceHardCleared).Time);
    }

    [Fact]
    public void A_short_silence_is_no_lost_link()
    {
        var setup = Aloft(s_long) with { Outages = [new LinkOutage(Scenes.Start.AddSeconds(300), Scenes.Start.AddSeconds(304))] };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(600));
        Assert.DoesNotContain(SortieEventKind.LinkLost, simulation.Kinds());
        Assert.Equal(FlightMode.Route, simulation.Mode);
    }

    [Fact]
    public void At_the_point_of_no_return_it_turns_home_and_lands_with_its_reserve()
    {
        foreach (var from in new[] { 90.0, 270 })
        {
            var setup = Aloft(new WaypointLeg(Scenes.Off(s_origin, 3_000_000, 0)) { TrueAirspeedMetresPerSecond = 65 }) with { FuelKilograms = 500, Wind = new ConstantWind(from, 10).Build() };
            var simulation = new SortieSimulation(setup);
            simulation.RunUntil(setup.Start.AddSeconds(900));
            var told = simulation.PointOfNoReturn!.Value;
            simulation.RunUntil(setup.Start.AddSeconds(20 * 3600));

            var passed = simulation.First(SortieEventKind.PointOfNoReturn);
            Assert.Equal("home", simulation.First(SortieEventKind.FuelBingo).Subject);
            Assert.Equal("home", simulation.First(SortieEventKind.Landed).Subject);
            Assert.InRange(passed.Time.SecondsSince(told.Time), -120, 400);
            Assert.InRange(Geodesic.DistanceMetres(passed.Place, told.Place), 0, 30_000);
            // The reserve is there, and little more: what the descent saves.
            var reserve = simulation.Fuel.Need(passed.Place, passed.HeightMetres, simulation.State.FuelKilograms, setup.Home, simulation.Time).ReserveKilograms;
            Assert.InRange(simulation.State.FuelKilograms, reserve, reserve + 20);
        }
    }

    [Fact]
    public void The_point_of_no_return_is_the_textbooks()
    {
        // t = E H/(O + H) from the field, here from where it is: out at O burning a, home at H burning b.
        var setup = Aloft(new WaypointLeg(Scenes.Off(s_origin, 3_000_000, 0)) { TrueAirspeedMetresPerSecond = 65 }) with
        {
            FuelKilograms = 170,
            Wind = new ConstantWind(270, 10).Build(),
            Fuel = new FuelPlan { WarnOnly = true, ReserveMinutes = 0 },
        };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(300));
        var told = simulation.PointOfNoReturn!.Value;
        var flight = simulation.Flight;
        var home = simulation.Fuel.Need(flight, setup.Home, simulation.Time);
        // What a metre more costs on the way home, from two places on the way.
        var farther = simulation.Fuel.Need(Scenes.Off(flight.Place, 100_000, 0), flight.Height, flight.Fuel, setup.Home, simulation.Time);
        var homeward = (farther.DistanceMetres - home.DistanceMetres) / (farther.Seconds - home.Seconds);
        var burnedHome = (farther.TripKilograms - home.TripKilograms) / (farther.Seconds - home.Seconds);
        var expected = (flight.Fuel - home.ReserveKilograms - home.TripKilograms) / (flight.FuelFlow + burnedHome * flight.Velocity.East / homeward);
        Assert.Equal(expected, told.Time.SecondsSince(simulation.Time), 0.06 * expected);

        // And there it is as told: what is left is what it takes.
        simulation.RunUntil(told.Time);
        Assert.InRange(Geodesic.DistanceMetres(simulation.State.Place, told.Place), 0, 3000);
        var there = simulation.Fuel.Need(simulation.Flight, setup.Home, simulation.Time);
        Assert.Equal(there.TotalKilograms, simulation.Flight.Fuel, 1.0);
        Assert.InRange(simulation.First(SortieEventKind.PointOfNoReturn).Time.SecondsSince(told.Time), -120, 20);
    }

    [Fact]
    public void Past_it_an_alternate_takes_it_where_the_plan_allows()
    {
        var far = new Airfield("far", Scenes.Off(s_origin, 1_500_000, 0), 100, 90);
        var setup = Aloft(new WaypointLeg(Scenes.Off(s_origin, 1_200_000, 0)), new OrbitLeg(Scenes.Off(s_origin, 1_200_000, 0), 8000)) with
        {
            Alternates = [far],
            FuelKilograms = 800,
            Fuel = new FuelPlan { MayEndAtAlternate = true },
        };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(20 * 3600));
        Assert.Equal("home", simulation.First(SortieEventKind.PointOfNoReturn).Subject);
        Assert.Equal("far", simulation.First(SortieEventKind.FuelBingo).Subject);
        Assert.Equal("far", simulation.First(SortieEventKind.Landed).Subject);
    }

    [Fact]
    public void Without_fuel_it_glides_to_the_ground()
    {
        var setup = Aloft(new OrbitLeg(s_origin, 8000)) with { FuelKilograms = 20, Fuel = new FuelPlan { WarnOnly = true } };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(4 * 3600));
        var (empty, ground) = (simulation.First(SortieEventKind.FuelExhausted), simulation.First(SortieEventKind.GroundContact));
        // Best glide: 1/(2 √(CD0 K)) = 18.6 for the figures of the file.
        var sink = (empty.HeightMetres - ground.HeightMetres) / ground.Time.SecondsSince(empty.Time);
        Assert.InRange(sink, 1.9, 3);
        Assert.Equal("the tanks are empty", simulation.Events.Last(e => e.Kind == SortieEventKind.FuelExhausted).Detail);
    }

    [Fact]
    public void Exactly_one_station_holds_control_and_it_passes_by_offer_and_acceptance()
    {
        var setup = Aloft(s_long) with { Stations = [new("a", "US", 5), new("b", "US", 4), new("c", "MEX", 3), new("d", "MEX", 4)] };
        var simulation = new SortieSimulation(setup);
        string Refused(SortieCommand command)
        {
            var answer = simulation.Send(command);
            Assert.False(answer.IsAccepted);
            Assert.Equal(SortieEventKind.CommandRefused, simulation.Events[^1].Kind);
            return answer.Reason;
        }

        simulation.Step();
        Assert.Equal("a holds control, not b", Refused(new HoldCommand("b")));
        Assert.Equal("there is no station \"x\"", Refused(new HoldCommand("x")));
        Assert.Equal("c has interoperability level 3; control needs 4", Refused(new OfferControlCommand("a", "c")));
        Assert.Equal("control is not offered to b", Refused(new AcceptControlCommand("b")));
        Assert.True(simulation.Send(new OfferControlCommand("a", "b", 30)).IsAccepted);
        Assert.Equal("control is offered to b already", Refused(new OfferControlCommand("a", "d")));
        Assert.Equal("control is not offered to d", Refused(new AcceptControlCommand("d")));
        // Until it is accepted, the old one holds.
        Assert.Equal("a", simulation.Stations.Holder.Id);
        Assert.True(simulation.Send(new HoldCommand("a")).IsAccepted);
        Assert.True(simulation.Send(new AcceptControlCommand("b")).IsAccepted);
        Assert.Equal("b", simulation.Stations.Holder.Id);
        Assert.Equal("b holds control, not a", Refused(new ResumeCommand("a")));
        Assert.True(simulation.Send(new ResumeCommand("b")).IsAccepted);

        Assert.True(simulation.Send(new OfferControlCommand("b", "d", 30)).IsAccepted);
        var offered = simulation.Time;
        simulation.RunUntil(offered.AddSeconds(40));
        Assert.Equal(30, simulation.First(SortieEventKind.ControlOfferEnded).Time.SecondsSince(offered));
        Assert.Equal("control is not offered to d", Refused(new AcceptControlCommand("d")));
        Assert.Equal("b", simulation.Stations.Holder.Id);
        Assert.True(simulation.Send(new OfferControlCommand("b", "d", 30)).IsAccepted);
        Assert.True(simulation.Send(new DeclineControlCommand("d")).IsAccepted);
        Assert.Equal("b", simulation.Stations.Holder.Id);
    }

    [Fact]
    public void Launch_needs_level_5()
    {
        foreach (var level in new[] { 4, 5 })
        {
            var simulation = new SortieSimulation(Scenes.FromHome("mq-9a", s_long) with { WaitsForTakeOff = true, Stations = [new("a", "US", level)] });
            simulation.RunUntil(Scenes.Start.AddSeconds(60));
            Assert.Equal(FlightMode.Ground, simulation.Mode);
            Assert.Equal(level == 5, simulation.Send(new TakeOffCommand("a")).IsAccepted);
        }
    }

    [Fact]
    public void What_cannot_be_done_is_refused_with_the_reason()
    {
        var simulation = new SortieSimulation(Scenes.FromHome("mq-9a", s_long));
        simulation.Step();
        Assert.Equal("it is on the ground", simulation.Send(new HoldCommand("station")).Reason);
        simulation.RunUntil(Scenes.Start.AddSeconds(1500));
        foreach (var (command, reason) in new (SortieCommand, string)[]
        {
            (new AltitudeCommand("station", 20_000), "above the ceiling"),
            (new AltitudeCommand("station", 210), "less than 100 m above the field"),
            (new AltitudeCommand("station", double.NaN), "above the ceiling"),
            (new SpeedCommand("station", null, 20), "is not between"),
            (new SpeedCommand("station"), "one of"),
            (new OrbitCommand("station", s_origin, 200), "cannot be held"),
            (new OrbitCommand("station", new GeoPoint(double.NaN, 0), 8000), "no place"),
            (new GoToCommand("station", new GeoPoint(-40, 60)), "out of reach"),
            (new DivertCommand("station", "nowhere"), "no airfield"),
            (new RouteCommand("station", new Route([])), "legs"),
            (new RouteCommand("station", new Route([new DivertLeg("x")])), "no airfield"),
            (new TakeOffCommand("station"), "already"),
        })
        {
            var answer = simulation.Send(command);
            Assert.False(answer.IsAccepted, command.ToString());
            Assert.Contains(reason, answer.Reason, StringComparison.Ordinal);
        }
        Assert.Equal(FlightMode.Route, simulation.Mode);
    }

    [Fact]
    public void Commands_do_what_they_say()
    {
        var simulation = new SortieSimulation(Aloft(s_long) with { Alternates = [new Airfield("b", Scenes.Off(s_origin, -50_000, 20_000), 300, 30)] });
        void Fly(double seconds) => simulation.RunUntil(simulation.Time.AddSeconds(seconds));
        Fly(100);
        var place = Scenes.Off(s_origin, 40_000, 40_000);
        Assert.True(simulation.Send(new GoToCommand("station", place, 5000)).IsAccepted);
        Assert.Equal(FlightMode.GoTo, simulation.Mode);
        Fly(1500);
        Assert.Equal(FlightMode.Orbit, simulation.Mode);
        Assert.InRange(Geodesic.DistanceMetres(place, simulation.State.Place), 500, 9000);
        Assert.InRange(simulation.State.HeightMetres, 4950, 5050);
        Assert.True(simulation.Send(new OrbitCommand("station", place, 9000, Clockwise: false, 4500)).IsAccepted);
        Fly(1200);
        Assert.InRange(Geodesic.DistanceMetres(place, simulation.State.Place), 8900, 9100);
        Assert.True(simulation.Send(new SpeedCommand("station", null, 80)).IsAccepted);
        Fly(120);
        Assert.InRange(simulation.State.TrueAirspeedMetresPerSecond, 79, 81);
        Assert.True(simulation.Send(new ResumeCommand("station")).IsAccepted);
        Fly(300);
        Assert.Equal(FlightMode.Route, simulation.Mode);
        Assert.True(simulation.Send(new DivertCommand("station", "b")).IsAccepted);
        Fly(7200);
        Assert.Equal("b", simulation.First(SortieEventKind.Landed).Subject);
        Assert.Equal(300, simulation.State.HeightMetres, 1e-9);
    }

    [Fact]
    public void A_snapshot_flown_again_is_the_same_flight_and_goes_on_the_same()
    {
        var setup = Aloft(s_long) with { GustMetresPerSecond = 1.5, Seed = 7, Wind = new ConstantWind(30, 9).Build() };
        var first = new SortieSimulation(setup);
        first.RunUntil(setup.Start.AddSeconds(500));
        first.Send(new GoToCommand("station", Scenes.Off(s_origin, 20_000, 20_000)));
        first.RunUntil(setup.Start.AddSeconds(900));
        first.SetLink(false);
        first.RunUntil(setup.Start.AddSeconds(1300));
        first.SetLink(null);
        first.SetFences([new Fence("f", FenceKind.KeepIn, true, [Scenes.Off(s_origin, -90_000, -90_000), Scenes.Off(s_origin, 90_000, -90_000), Scenes.Off(s_origin, 0, 90_000)])], "test");
        first.RunUntil(setup.Start.AddSeconds(2000));
        var bytes = SortieJson.Write(first.Snapshot());
        var second = SortieSimulation.Restore(setup, SortieJson.Read<SortieSnapshot>(bytes, "snapshot.json"));
        Assert.Equal(first.State, second.State);
        first.RunUntil(setup.Start.AddSeconds(5000));
        second.RunUntil(setup.Start.AddSeconds(5000));
        Assert.Equal(first.State, second.State);
        Assert.Equal(first.Events, second.Events);

        Assert.Throws<InvalidDataException>(() => SortieSimulation.Restore(setup with { Seed = 8 }, first.Snapshot()));
    }

    [Fact]
    public void A_field_that_lies_higher_than_it_flies_is_climbed_to()
    {
        var high = new Airfield("high", Scenes.Off(s_origin, 90_000, 0), 2200, 90);
        var setup = Scenes.InAir("mq-9a", Scenes.Off(s_origin, 5000, 0), 1500, 90, new OrbitLeg(s_origin, 8000)) with { Alternates = [high] };
        var simulation = new SortieSimulation(setup);
        simulation.Step();
        Assert.True(simulation.Send(new DivertCommand("station", "high")).IsAccepted);
        simulation.RunUntil(setup.Start.AddSeconds(2 * 3600));
        Assert.Equal("high", simulation.First(SortieEventKind.Landed).Subject);
        Assert.DoesNotContain(SortieEventKind.GroundContact, simulation.Kinds());
        Assert.Equal(2200, simulation.State.HeightMetres, 1e-9);
    }

    [Fact]
    public void A_fleet_flies_the_same_on_any_number_of_threads()
    {
        SortieSetup[] setups = [.. Enumerable.Range(0, 6).Select(i => Aloft(s_long) with { Seed = (ulong)i, GustMetresPerSecond = 2 })];
        Fleet one = new(setups), two = new(setups);
        one.RunUntil(Scenes.Start.AddSeconds(3000), threads: 1);
        two.RunUntil(Scenes.Start.AddSeconds(3000), threads: 2);
        Assert.Equal(one.Sorties.Select(s => s.State), two.Sorties.Select(s => s.State));
        Assert.Equal(6, one.Sorties.Select(s => s.State).Distinct().Count());
    }

    [Fact]
    public void Attitude_fits_the_flight()
    {
        var simulation = new SortieSimulation(Aloft(new OrbitLeg(Scenes.Off(s_origin, 20_000, 0), 6000)) with { Wind = new ConstantWind(0, 15).Build() });
        simulation.RunUntil(Scenes.Start.AddSeconds(1500));
        simulation.Observe(1, state =>
        {
            Assert.InRange(state.RollDegrees, 1, 25.1);
            Assert.InRange(state.PitchDegrees, -5, 12);
            Assert.InRange(Math.Abs(Math.IEEERemainder(state.TrackDegrees - state.HeadingDegrees, 360)), 0, 15);
        });
        simulation.RunUntil(Scenes.Start.AddSeconds(2500));
    }

    [Fact]
    public void A_step_of_flight_allocates_nothing()
    {
        var simulation = new SortieSimulation(Aloft(s_long) with { Wind = new ConstantWind(0, 15).Build(), GustMetresPerSecond = 1 });
        simulation.RunUntil(Scenes.Start.AddSeconds(3000));
        var without = 0;
        for (var i = 0; i < 1000; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            simulation.Step();
            without += GC.GetAllocatedBytesForCurrentThread() == before ? 1 : 0;
        }
        // Fuel is looked at every twenty seconds, by objects; the steps between make none.
        Assert.InRange(without, 940, 960);
    }
}
