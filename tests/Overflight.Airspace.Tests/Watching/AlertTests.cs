using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Airspace.Watching;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Tests.Watching;

/// <summary>What is told, when, and what is not, of flights made for it: eastwards at 200 kt along 10.5° N, past a square from 10° to 11° E.</summary>
public sealed class AlertTests
{
    private const double KnotsOfFlight = 200;
    private static readonly AirspaceRegion s_square = new Soup().Add("SQR", (10, 10), (11, 10), (11, 11), (10, 11)).Region(50);
    private static readonly GeodesicLine s_eastwards = GeodesicLine.From(new GeoPoint(10.5, 9), 90);

    [Fact]
    public void A_flight_across_is_told_as_approach_entry_and_exit_each_once()
    {
        var alerts = Watch(Fixes(0, 2400, 10));

        Assert.Equal([WatchAlertKind.Approaching, WatchAlertKind.Entered, WatchAlertKind.Left, WatchAlertKind.FlightEnded], alerts.Select(a => a.Kind));
        Assert.InRange(alerts[0].SecondsToBoundary!.Value, 590, 600);
        var (in_, out_) = (SecondsAt(10), SecondsAt(11));
        foreach (var (alert, seconds) in new[] { (alerts[1], in_), (alerts[2], out_) })
        {
            var crossing = alert.Crossing!.Value;
            Assert.InRange(crossing.Likely!.Value.UnixSeconds, seconds - 0.1, seconds + 0.1);
            Assert.InRange(seconds, crossing.Earliest!.Value.UnixSeconds, crossing.Latest!.Value.UnixSeconds);
            // Told with the first fix that leaves no doubt.
            Assert.InRange(alert.Time.UnixSeconds, seconds, seconds + 20);
        }
        Assert.True(alerts[1].SignedMetres > 50 && alerts[2].SignedMetres < -50);
        Assert.Equal(AirspaceVerdictKind.Entered, alerts[3].Flight!.Verdicts[0].Kind);
    }

    [Fact]
    public void A_silence_beside_the_region_is_told_when_the_line_comes_within_reach_and_leaves_doubt()
    {
        var alerts = new List<WatchAlert>();
        var engine = new WatchEngine(Options() with { MaxSpeedKnots = 300 }, alerts.Add);
        var last = 600;
        foreach (var fix in Fixes(0, last, 10))
            engine.Accept(Who, "", fix);
        var metres = -s_square.DistanceTo(s_eastwards.PointAt(last * Speed)).SignedMetres - 50;
        var reach = last + (metres - 15) / (300 * 1852.0 / 3600);
        alerts.Clear();

        engine.Advance(UtcInstant.FromUnixSeconds(reach - 1));
        Assert.Empty(alerts);
        engine.Advance(UtcInstant.FromUnixSeconds(reach + 1));
        engine.Advance(UtcInstant.FromUnixSeconds(reach + 100));

        var silent = Assert.Single(alerts);
        Assert.Equal(WatchAlertKind.Silent, silent.Kind);
        Assert.InRange(silent.ReachableSince!.Value.UnixSeconds, reach - 0.5, reach + 0.5);

        // Heard again where it was last: between, it can have been inside.
        engine.Accept(Who, "", At(reach + 700, s_eastwards.PointAt(last * Speed)));
        var possible = Assert.Single(alerts, a => a.Kind == WatchAlertKind.MayHaveEntered);
        var witness = possible.Witness!;
        Assert.Equal(witness.MetresFromFirst, Geodesic.DistanceMetres(s_eastwards.PointAt(last * Speed), witness.Place), 0.01);
        Assert.True(witness.MetresFromFirst + witness.MetresToSecond <= witness.AllowedMetres);
    }

    [Fact]
    public void A_position_that_becomes_vague_near_the_line_is_told_and_far_from_it_is_not()
    {
        var fixes = Fixes(0, 700, 10);
        Assert.DoesNotContain(Watch([.. fixes, At(710, 3_000)], 1_000), a => a.Kind == WatchAlertKind.IntegrityLost);
        var lost = Assert.Single(Watch([.. fixes, At(710, 3_000), At(720, 3_000), At(730)], 50_000), a => a.Kind == WatchAlertKind.IntegrityLost);
        Assert.Equal((3_000, 0), (Math.Round(lost.RadiusMetres), lost.SetAsideCount));
    }

    [Fact]
    public void Positions_that_contradict_the_flight_are_set_aside_and_enter_nothing()
    {
        var fixes = Fixes(0, 700, 10).ToList();
        for (var i = 0; i < 5; i++)
            fixes.Insert(60 + 2 * i, At(605 + 10 * i, new GeoPoint(10.5, 10.5)));
        var alerts = Watch(fixes, 100_000);

        Assert.DoesNotContain(alerts, a => a.Kind is WatchAlertKind.Entered or WatchAlertKind.MayHaveEntered);
        Assert.Equal(5, alerts.Where(a => a.Kind == WatchAlertKind.IntegrityLost).Sum(a => a.SetAsideCount));
    }

    [Fact]
    public void A_false_start_gives_way_to_the_flight_that_bears_itself_out()
    {
        Fix[] fixes = [At(0, new GeoPoint(10.5, 10.5)), At(5, new GeoPoint(10.5, 10.501)), .. Fixes(10, 700, 10)];
        var alerts = Watch(fixes, 1e9);

        var ended = Assert.Single(alerts, a => a.Kind == WatchAlertKind.FlightEnded);
        Assert.Equal(AirspaceVerdictKind.DidNotEnter, ended.Flight!.Verdicts[0].Kind);
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(600, 2)]
    public void A_stay_on_the_ground_parts_flights_and_a_touch_and_go_does_not(int secondsDown, int flights)
    {
        var place = s_eastwards.PointAt(600 * Speed);
        var fixes = new List<Fix>(Fixes(0, 600, 10));
        for (var s = 610; s <= 610 + secondsDown; s += 10)
            fixes.Add(At(s, place) with { Status = FixStatus.OnGround, GroundSpeedKnots = 5 });
        foreach (var fix in Fixes(600, 1000, 10))
            fixes.Add(fix with { Time = fix.Time.AddSeconds(20 + secondsDown) });

        Assert.Equal(flights, Watch(fixes, 1e9).Count(a => a.Kind == WatchAlertKind.FlightEnded));
    }

    [Fact]
    public void A_speed_seen_only_later_makes_a_silence_before_it_long_enough()
    {
        // Slow and 40 km off, ten minutes of silence, then fast: the way in and back in those minutes is now possible.
        var away = s_eastwards.PointAt(SecondsAt(10) * Speed - 30_000);
        var fixes = new List<Fix>();
        for (var s = 0; s <= 300; s += 10)
            fixes.Add(At(s, away) with { GroundSpeedKnots = 60, TrackDegrees = 0 });
        for (var s = 900; s <= 3600; s += 10)
            fixes.Add(At(s, Geodesic.Direct(away, 270, (s - 900) * 300 * 1852.0 / 3600)) with { GroundSpeedKnots = 300, TrackDegrees = 270 });
        var alerts = Watched.Alerts(Track(fixes), Options() with { MaxSpeedKnots = null });

        Assert.Contains(alerts, a => a.Kind == WatchAlertKind.MayHaveEntered);
        Assert.Equal(AirspaceVerdictKind.CannotBeRuledOut, alerts[^1].Flight!.Verdicts[0].Kind);
    }

    [Fact]
    public void A_time_far_ahead_of_the_clock_is_refused_and_makes_no_one_silent()
    {
        var alerts = new List<WatchAlert>();
        var engine = new WatchEngine(Options(), alerts.Add);
        foreach (var fix in Fixes(0, 600, 10))
            engine.Accept(Who, "", fix);
        engine.Advance(UtcInstant.FromUnixSeconds(601));
        var before = alerts.Count;
        engine.Accept(new Aircraft(new AircraftAddress(7)), "", At(100_000));
        engine.Advance(UtcInstant.FromUnixSeconds(602));
        Assert.Equal((1, before), (engine.RefusedAhead, alerts.Count));
    }

    [Fact]
    public void Aircraft_and_fixes_held_are_bounded()
    {
        var alerts = new List<WatchAlert>();
        var engine = new WatchEngine(Options() with { MaximumAircraft = 100, MaximumHeldFixes = 500, NearMetres = 1e9 }, alerts.Add);
        for (var i = 0; i < 1_000; i++)
            engine.Accept(new Aircraft(new AircraftAddress((uint)i + 1)), "", At(i));
        Assert.Equal((100, 900), (engine.Count, engine.Dropped));
        // On the line every fix is held: the flight loses its earliest and says so.
        for (var i = 0; i < 2_000; i++)
            engine.Accept(Who, "", At(1_000 + i, Geodesic.Direct(new GeoPoint(10.5, 9.999), i % 360, 10)));
        engine.Finish();
        var ended = Assert.Single(alerts, a => a.Kind == WatchAlertKind.FlightEnded && a.Aircraft == Who);
        Assert.True(ended.IsCut);
        Assert.InRange(ended.Flight!.Flight.Count, 1, 500);
    }

    private static Aircraft Who { get; } = new(new AircraftAddress(0xabcdef));

    private static double Speed => KnotsOfFlight * 1852.0 / 3600;

    private static WatchOptions Options() => new() { Regions = [s_square], MaxSpeedKnots = 250 };

    private static List<WatchAlert> Watch(IEnumerable<Fix> fixes, double near = 50_000) => Watched.Alerts(Track(fixes), Options() with { NearMetres = near });

    private static Track Track(IEnumerable<Fix> fixes)
    {
        var builder = new TrackBuilder(Who, "made");
        foreach (var fix in fixes)
            builder.Add(fix);
        return builder.Build();
    }

    private static Fix[] Fixes(int first, int last, int step) => [.. Enumerable.Range(0, (last - first) / step + 1).Select(i => At(first + i * step))];

    private static Fix At(double seconds, double radius = 15) => At(seconds, s_eastwards.PointAt(seconds * Speed)) with { ContainmentMetres = (float)radius };

    private static Fix At(double seconds, GeoPoint place) => new()
    {
        Time = UtcInstant.FromUnixSeconds(seconds),
        Position = place,
        ContainmentMetres = 15,
        GroundSpeedKnots = (float)KnotsOfFlight,
        TrackDegrees = 90,
        BarometricAltitudeFeet = 20_000,
        Source = FixSource.Telemetry,
    };

    /// <summary>When the flight is at a longitude.</summary>
    private static double SecondsAt(double longitude)
    {
        var (low, high) = (0.0, 10_000.0);
        while (high - low > 1e-6)
        {
            var middle = 0.5 * (low + high);
            (low, high) = s_eastwards.PointAt(middle * Speed).LongitudeDegrees < longitude ? (middle, high) : (low, middle);
        }
        return low;
    }
}
