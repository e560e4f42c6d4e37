using CsCheck;
using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;

namespace Overflight.Sorties.Tests;

/// <summary>Fences, judged by the polygon itself at every step.</summary>
public sealed class FenceTests
{
    private static readonly GeoPoint s_origin = new(31, -113);
    private static readonly FuelPlan s_noFuelRule = new() { WarnOnly = true };

    private static GeoPoint[] Box(double west, double south, double east, double north) =>
        [Scenes.Off(s_origin, west, south), Scenes.Off(s_origin, east, south), Scenes.Off(s_origin, east, north), Scenes.Off(s_origin, west, north)];

    /// <summary>A polygon that is a star about the origin, radii between two bounds.</summary>
    private static GeoPoint[] Star(double[] parts, double least, double most) =>
        [.. parts.Select((part, i) => Geodesic.Direct(s_origin, -360.0 * i / parts.Length, least + part * (most - least)))];

    [Fact]
    public void A_hard_fence_is_never_crossed_whatever_the_route_the_wind_the_shape_and_the_type()
    {
        var cases = Gen.Select(
            Gen.Int[0, 6], Gen.Double[0, 1].Array[3, 9], Gen.Bool, Gen.Double[0, 360], Gen.Double[0, 1],
            Gen.Double[0, 360].Array[6], Gen.Double[0, 1.5]);
        var avoided = 0;
        cases.Sample((index, parts, keepIn, windFrom, wind, bearings, gust) =>
        {
            var type = Aircraft.AircraftTypes.BuiltIn[index];
            var small = type.Id is "scaneagle" or "small-fixed-wing";
            // Room for a circle: radii of a fast type are kilometres.
            var scale = small ? 4000.0 : type.Id is "mq-4c" ? 90_000 : 30_000;
            var area = Star(parts, 0.8 * scale, 2 * scale);
            var polygon = new GeodesicPolygon(area);
            var fence = new Fence("f", keepIn ? FenceKind.KeepIn : FenceKind.KeepOut, true, area);
            var from = keepIn ? s_origin : Geodesic.Direct(s_origin, bearings[0], 3.2 * scale);
            RouteLeg[] legs = [.. bearings.Select((b, i) => (RouteLeg)new WaypointLeg(Geodesic.Direct(s_origin, b, (keepIn ? 3 : i % 2) * scale)) { Speed = (SpeedChoice)(i % 4) })];
            var setup = Scenes.InAir(type.Id, from, type.Id is "mq-4c" ? 15_000 : 2500, bearings[1], legs) with
            {
                Fences = [fence],
                Wind = new ConstantWind(windFrom, wind * (small ? 9 : 25)).Build(),
                GustMetresPerSecond = small ? 0.3 * gust : gust,
                Seed = (ulong)index,
                Fuel = s_noFuelRule,
            };
            var simulation = new SortieSimulation(setup);
            simulation.EventHappened += e => Interlocked.Add(ref avoided, e.Kind == SortieEventKind.FenceHardAvoided ? 1 : 0);
            var crossed = "";
            simulation.Observe(1, state =>
            {
                if (polygon.Contains(state.Place) != keepIn && crossed == "")
                    crossed = $"{type.Id} at {state.Time} {state.Place}, {state.GroundSpeedMetresPerSecond:0} m/s, mode {simulation.Mode}; {string.Join("; ", simulation.Events.Select(e => $"{e.Time} {e.Kind} {e.Subject} {e.Detail}"))}";
            });
            for (var hour = 0; hour < 4; hour++)
            {
                simulation.RunUntil(simulation.Time.AddSeconds(900));
                // The operator insists, and it refuses to be sent across.
                simulation.Send(new ResumeCommand("station"));
            }
            Assert.True(crossed == "", crossed);
        }, iter: Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") is { } many ? int.Parse(many) : 150, seed: Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") is null ? "0000KKKKKKKK" : null);
        // The fence was in the way nearly always.
        Assert.True(avoided > 150, $"{avoided}");
    }

    [Fact]
    public void It_turns_away_late_not_early_and_says_so()
    {
        var fence = new Fence("border", FenceKind.KeepIn, true, Box(-100_000, -100_000, 100_000, 100_000));
        var setup = Scenes.InAir("mq-9a", s_origin, 4000, 90, new WaypointLeg(Scenes.Off(s_origin, 300_000, 0)) { Speed = SpeedChoice.Loiter }) with { Fences = [fence], Fuel = s_noFuelRule };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(3600));

        var turned = simulation.First(SortieEventKind.FenceHardAvoided);
        Assert.Equal("border", turned.Subject);
        // Within two turn radii and a little of the edge: 70 m/s at 25° are about 1.1 km.
        Assert.InRange(Geodesic.Inverse(s_origin, turned.Place).DistanceMetres, 95_000, 99_800);
        Assert.Equal(FlightMode.Hold, simulation.Mode);
        Assert.DoesNotContain(SortieEventKind.FenceHardInside, simulation.Kinds());
        Assert.False(simulation.Send(new GoToCommand("station", Scenes.Off(s_origin, 120_000, 0))).IsAccepted);
        Assert.True(simulation.Send(new GoToCommand("station", Scenes.Off(s_origin, 50_000, 0))).IsAccepted);
    }

    [Fact]
    public void A_soft_fence_is_warned_of_and_held_at_and_crossed_once_the_operator_acknowledges()
    {
        var fence = new Fence("soft", FenceKind.KeepOut, false, Box(60_000, -50_000, 90_000, 50_000));
        var setup = Scenes.InAir("mq-9a", s_origin, 4000, 90, new WaypointLeg(Scenes.Off(s_origin, 150_000, 0)), new HoldLeg()) with { Fences = [fence], Fuel = s_noFuelRule };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(1800));
        Assert.Equal(FlightMode.Hold, simulation.Mode);
        Assert.Equal("soft", simulation.First(SortieEventKind.FenceSoftAhead).Subject);
        Assert.DoesNotContain(SortieEventKind.FenceSoftCrossed, simulation.Kinds());

        Assert.True(simulation.Send(new ResumeCommand("station")).IsAccepted);
        simulation.RunUntil(setup.Start.AddSeconds(3600));
        var (crossed, cleared) = (simulation.First(SortieEventKind.FenceSoftCrossed), simulation.First(SortieEventKind.FenceSoftCleared));
        Assert.InRange(cleared.Time.SecondsSince(crossed.Time) * 103, 29_000, 31_500);
    }

    [Fact]
    public void When_consent_is_withdrawn_it_leaves_by_the_shortest_way_to_the_second()
    {
        var area = Box(-60_000, -20_000, 60_000, 40_000);
        var polygon = new GeodesicPolygon(area);
        var setup = Scenes.InAir("mq-9a", s_origin, 4000, 0, new OrbitLeg(s_origin, 8000)) with { Wind = new ConstantWind(300, 12).Build(), Fuel = s_noFuelRule };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(1000));
        simulation.SetFences([new Fence("consent", FenceKind.KeepOut, true, area)], "consent withdrawn");
        var begun = simulation.Time;
        var nearest = Enumerable.Range(0, 4).Min(i => GeodesicIntersection.ClosestPoint(simulation.State.Place, area[i], area[(i + 1) % 4]).DistanceMetres);
        UtcDuration outside = default;
        simulation.Observe(1, state =>
        {
            if (outside.Seconds == 0 && !polygon.Contains(state.Place))
                outside = new UtcDuration(state.Time.SecondsSince(begun));
        });
        simulation.RunUntil(setup.Start.AddSeconds(4000));

        var cleared = simulation.First(SortieEventKind.FenceHardCleared);
        Assert.Equal(begun.AddSeconds(0), simulation.First(SortieEventKind.FenceHardInside).Time);
        Assert.InRange(cleared.Time.SecondsSince(begun) - outside.Seconds, 0, 1);
        // The shortest way, a turn about included.
        Assert.InRange(outside.Seconds, nearest / 120, nearest / 70 + 120);
        Assert.Equal(FlightMode.Hold, simulation.Mode);
        Assert.DoesNotContain(simulation.Events.SkipWhile(e => e != cleared), e => e.Kind == SortieEventKind.FenceHardInside);
        Assert.Equal("consent withdrawn", simulation.First(SortieEventKind.FencesChanged).Detail);
    }

    [Fact]
    public void A_fence_with_a_time_is_left_before_it_begins()
    {
        var fence = new Fence("night", FenceKind.KeepOut, true, Box(-30_000, -30_000, 30_000, 30_000), From: Scenes.Start.AddSeconds(3600), Until: Scenes.Start.AddSeconds(7200));
        var setup = Scenes.InAir("mq-9a", s_origin, 4000, 0, new OrbitLeg(s_origin, 8000)) with { Fences = [fence], Fuel = s_noFuelRule };
        var simulation = new SortieSimulation(setup);
        simulation.RunUntil(setup.Start.AddSeconds(5000));
        var left = simulation.Events.First(e => e.Kind == SortieEventKind.ModeChanged && e.Subject == nameof(FlightMode.LeavingFence));
        Assert.InRange(left.Time.SecondsSince(setup.Start), 2900, 3500);
        Assert.DoesNotContain(SortieEventKind.FenceHardInside, simulation.Kinds());
    }

    [Fact]
    public void Altitude_bands_hold_altitudes_back()
    {
        var band = new Fence("band", FenceKind.KeepIn, true, Box(-200_000, -200_000, 200_000, 200_000), 2000, 5000);
        var setup = Scenes.InAir("mq-9a", s_origin, 4000, 0, new OrbitLeg(s_origin, 8000)) with { Fences = [band], Fuel = s_noFuelRule };
        var simulation = new SortieSimulation(setup);
        var (lowest, highest) = (1e9, 0.0);
        simulation.Observe(1, s => (lowest, highest) = (Math.Min(lowest, s.HeightMetres), Math.Max(highest, s.HeightMetres)));
        simulation.Send(new AltitudeCommand("station", 7000));
        simulation.RunUntil(setup.Start.AddSeconds(1800));
        simulation.Send(new AltitudeCommand("station", 1000));
        simulation.RunUntil(setup.Start.AddSeconds(3600));
        Assert.InRange(highest, 4900, 5000);
        Assert.InRange(lowest, 2000, 2100);
        Assert.Equal(2, simulation.Kinds().Count(k => k == SortieEventKind.AltitudeHeldBack));

        // Over a closed area it stays above it.
        var low = new Fence("low", FenceKind.KeepOut, true, Box(20_000, -20_000, 60_000, 20_000), CeilingMetres: 3000);
        simulation = new SortieSimulation(Scenes.InAir("mq-9a", s_origin, 4000, 90, new WaypointLeg(Scenes.Off(s_origin, 120_000, 0))) with { Fences = [low], Fuel = s_noFuelRule });
        simulation.RunUntil(setup.Start.AddSeconds(350));
        simulation.Send(new AltitudeCommand("station", 2000));
        simulation.RunUntil(setup.Start.AddSeconds(1100));
        Assert.DoesNotContain(SortieEventKind.FenceHardInside, simulation.Kinds());
        Assert.InRange(simulation.State.HeightMetres, 1950, 2400);
        Assert.True(Geodesic.DistanceMetres(s_origin, simulation.State.Place) > 80_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_the_way_home_it_goes_round_what_is_closed(bool withoutLink)
    {
        // A wall west of it, open at neither near end, between it and home; and a frame about all.
        Fence[] fences =
        [
            new("wall", FenceKind.KeepOut, true, Box(60_000, -80_000, 80_000, 50_000)),
            new("frame", FenceKind.KeepIn, true, Box(-80_000, -150_000, 250_000, 150_000)),
        ];
        var polygon = new GeodesicPolygon(fences[0].Area);
        var setup = Scenes.InAir("mq-9a", Scenes.Off(s_origin, 150_000, 0), 4000, 90, new OrbitLeg(Scenes.Off(s_origin, 160_000, 0), 8000)) with
        {
            Fences = fences,
            Fuel = s_noFuelRule,
            Wind = new ConstantWind(90, 12).Build(),
            Outages = withoutLink ? [new LinkOutage(Scenes.Start.AddSeconds(600))] : [],
        };
        var simulation = new SortieSimulation(setup);
        simulation.Observe(1, state => Assert.False(polygon.Contains(state.Place)));
        simulation.RunUntil(setup.Start.AddSeconds(600));
        if (!withoutLink)
            Assert.True(simulation.Send(new ReturnCommand("station")).IsAccepted);
        simulation.RunUntil(setup.Start.AddSeconds(5 * 3600));
        Assert.Equal("home", simulation.First(SortieEventKind.Landed).Subject);
        Assert.DoesNotContain(SortieEventKind.FenceHardInside, simulation.Kinds());
        Assert.DoesNotContain(SortieEventKind.FenceHardAvoided, simulation.Kinds());
    }

    [Fact]
    public void Fences_that_are_not_well_made_are_refused_by_field()
    {
        foreach (var (fence, named) in new[]
        {
            (new Fence("f", FenceKind.KeepIn, true, [s_origin]), "fences[0].area"),
            (new Fence("f", FenceKind.KeepIn, true, Box(0, 0, 1000, 1000), 5, 4), "fences[0].floorMetres"),
            (new Fence("f", FenceKind.KeepIn, true, Box(0, 0, 1000, 1000), From: Scenes.Start, Until: Scenes.Start), "fences[0].from"),
        })
        {
            var error = Assert.Throws<InvalidDataException>(() => new SortieSimulation(Scenes.InAir("mq-9a", s_origin, 4000, 0, new HoldLeg()) with { Fences = [fence] }));
            Assert.StartsWith(named, error.Message, StringComparison.Ordinal);
        }
    }

    private readonly record struct UtcDuration(double Seconds);
}
