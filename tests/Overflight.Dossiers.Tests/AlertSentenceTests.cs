using Overflight.Airspace.Verdicts;
using Overflight.Airspace.Watching;
using Overflight.Dossiers.Alerts;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Dossiers.Tests;

public sealed class AlertSentenceTests
{
    [Fact]
    public void Entry_names_when_and_how_deep() => Assert.Equal(
        "N899DN entered Mexican airspace between 21:00:50 and 21:01:10 UTC on 4 February 2025; it is now 18.5 km (9.99 NM) inside, at 32,000 ft (9,754 m).",
        AlertSentence.Of(Alert(WatchAlertKind.Entered, 18_500) with { Crossing = Bounds(50, 60, 70) }));

    [Fact]
    public void A_track_that_begins_inside_did_not_enter_as_far_as_is_known() => Assert.Equal(
        "N899DN is in Mexican airspace, where its track begins: 370 m (0.20 NM) inside, at 32,000 ft (9,754 m).",
        AlertSentence.Of(Alert(WatchAlertKind.Entered, 370) with { Crossing = new TimeBounds(null, Time(0), Time(70)) }));

    [Fact]
    public void A_forced_passage_says_what_it_rests_on() => Assert.Equal(
        "N899DN passed through Mexican airspace between 21:00:50 and 21:01:10 UTC on 4 February 2025: no path at an allowed speed avoids it.",
        AlertSentence.Of(Alert(WatchAlertKind.Entered, -5_000) with { Crossing = Bounds(50, 60, 70), IsForced = true }));

    [Fact]
    public void Exit_and_approach_and_silence()
    {
        Assert.Equal(
            "N899DN left Mexican airspace at 21:01:00 UTC on 4 February 2025; it is now 2.0 km (1.08 NM) outside, at 32,000 ft (9,754 m).",
            AlertSentence.Of(Alert(WatchAlertKind.Left, -2_000) with { Crossing = Bounds(60, 60, 60) }));
        Assert.Equal(
            "N899DN is 35.0 km (18.9 NM) outside Mexican airspace, and on its present course reaches it in 4 minutes.",
            AlertSentence.Of(Alert(WatchAlertKind.Approaching, -35_000, float.NaN) with { SecondsToBoundary = 240 }));
        Assert.Equal(
            "N899DN has been silent since 21:00:00 UTC on 4 February 2025, when it was 35.0 km (18.9 NM) outside Mexican airspace; at 650 kt it can have reached the line at 21:01:44 UTC on 4 February 2025.",
            AlertSentence.Of(Alert(WatchAlertKind.Silent, -35_000) with { ReachableSince = Time(104) }));
    }

    [Fact]
    public void Lost_integrity_says_how_much()
    {
        Assert.Equal(
            "The position of N899DN, 35.0 km (18.9 NM) outside Mexican airspace, has become vague: it is known to within 400 m.",
            AlertSentence.Of(Alert(WatchAlertKind.IntegrityLost, -35_000)));
        Assert.Equal(
            "1 position was set aside, for contradicting the flight of N899DN, which is 35.0 km (18.9 NM) outside Mexican airspace.",
            AlertSentence.Of(Alert(WatchAlertKind.IntegrityLost, -35_000) with { SetAsideCount = 1 }));
    }

    [Fact]
    public void What_cannot_be_ruled_out_names_the_witness()
    {
        var edge = new Overflight.Airspace.BoundaryEdge("test", 1, new GeoPoint(20, -87), new GeoPoint(21, -87), Overflight.Airspace.EdgeKind.Land, Overflight.Airspace.EdgeReading.Chord, 25, ["MEX"]);
        var between = new Witness(new GeoPoint(20.5, -87), Time(100), Time(160), 0, 1, 1, 2, 3, 0, edge);
        Assert.Equal(
            "That N899DN entered Mexican airspace cannot be ruled out: between two fixes it could have been at 20.50000° N, 87.00000° W on 4 February 2025 from 21:01:40 to 21:02:40 UTC, at 650 kt.",
            AlertSentence.Of(Alert(WatchAlertKind.MayHaveEntered, -5_000) with { Witness = between }));
        Assert.Equal(
            "That N899DN entered Mexican airspace cannot be ruled out: at 21:01:40 UTC on 4 February 2025 it was recorded nearer to the line than its position and the line itself are known.",
            AlertSentence.Of(Alert(WatchAlertKind.MayHaveEntered, -50) with { Witness = between with { SecondFix = 0 } }));
    }

    [Fact]
    public void Hostile_names_reach_no_terminal() =>
        Assert.DoesNotContain('\u001b', AlertSentence.Of(Alert(WatchAlertKind.Left, -1) with { Aircraft = new Aircraft(AircraftAddress.None) { Name = "\u001b[31mX" } }));

    private static UtcInstant Time(double seconds) => Flights.Start.AddSeconds(seconds);

    private static TimeBounds Bounds(double earliest, double likely, double latest) => new(Time(earliest), Time(likely), Time(latest));

    private static WatchAlert Alert(WatchAlertKind kind, double signedMetres, float feet = 32_000) => new()
    {
        Kind = kind,
        Aircraft = new Aircraft(new AircraftAddress(0xac671b)) { Registration = "N899DN" },
        Callsign = "DAL1",
        Airspace = "MEX",
        Time = Time(0),
        Fix = new Fix { Time = Time(0), Position = new GeoPoint(20, -87), BarometricAltitudeFeet = feet },
        RadiusMetres = 400,
        SignedMetres = signedMetres,
        Speed = SpeedBound.Given(650),
        BoundarySet = "test",
    };
}
