using Overflight.Airspace;
using Overflight.Airspace.Watching;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Reach;
using Overflight.Patterns.Silence;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers;

/// <summary>The words that files and machines see: the same in every format.</summary>
public static class Names
{
    /// <summary>entered, cannot-be-ruled-out, did-not-enter.</summary>
    public static string Of(AirspaceVerdictKind kind) => kind switch
    {
        AirspaceVerdictKind.Entered => "entered",
        AirspaceVerdictKind.CannotBeRuledOut => "cannot-be-ruled-out",
        _ => "did-not-enter",
    };

    /// <summary>land, agreed-sea, twelve-nautical-miles, straight-baseline, other-breadth, given, unknown.</summary>
    public static string Of(EdgeKind kind) => kind switch
    {
        EdgeKind.Land => "land",
        EdgeKind.AgreedSea => "agreed-sea",
        EdgeKind.TwelveNauticalMiles => "twelve-nautical-miles",
        EdgeKind.StraightBaseline => "straight-baseline",
        EdgeKind.OtherBreadth => "other-breadth",
        EdgeKind.Given => "given",
        _ => "unknown",
    };

    /// <summary>chord or geodesic.</summary>
    public static string Of(EdgeReading reading) => reading == EdgeReading.Geodesic ? "geodesic" : "chord";

    /// <summary>entered, left, may-have-entered, approaching, silent, integrity-lost, pattern, flight-ended.</summary>
    public static string Of(WatchAlertKind kind) => kind switch
    {
        WatchAlertKind.Entered => "entered",
        WatchAlertKind.Left => "left",
        WatchAlertKind.MayHaveEntered => "may-have-entered",
        WatchAlertKind.Approaching => "approaching",
        WatchAlertKind.Silent => "silent",
        WatchAlertKind.IntegrityLost => "integrity-lost",
        WatchAlertKind.Pattern => "pattern",
        _ => "flight-ended",
    };

    /// <summary>adsb, adsr, tisb, adsc, mlat, radar, gnss, telemetry, other, unknown.</summary>
    public static string Of(FixSource source) => source switch
    {
        FixSource.Adsb => "adsb",
        FixSource.Adsr => "adsr",
        FixSource.Tisb => "tisb",
        FixSource.Adsc => "adsc",
        FixSource.Mlat => "mlat",
        FixSource.Radar => "radar",
        FixSource.Gnss => "gnss",
        FixSource.Telemetry => "telemetry",
        FixSource.Other => "other",
        _ => "unknown",
    };

    /// <summary>transit, orbit, racetrack, figure-eight, ladder, loiter, thermal-circling, holding, calibration, drawing.</summary>
    public static string Of(FlightKind kind) => kind switch
    {
        FlightKind.Transit => "transit",
        FlightKind.Orbit => "orbit",
        FlightKind.Racetrack => "racetrack",
        FlightKind.FigureEight => "figure-eight",
        FlightKind.Ladder => "ladder",
        FlightKind.Loiter => "loiter",
        FlightKind.ThermalCircling => "thermal-circling",
        FlightKind.Holding => "holding",
        FlightKind.Calibration => "calibration",
        _ => "drawing",
    };

    /// <summary>false-track, two-at-once, frozen, contradiction, impossible-circle, altitudes-part, mlat-disagrees, integrity-lost.</summary>
    public static string Of(IntegrityKind kind) => kind switch
    {
        IntegrityKind.FalseTrack => "false-track",
        IntegrityKind.TwoAtOnce => "two-at-once",
        IntegrityKind.Frozen => "frozen",
        IntegrityKind.Contradiction => "contradiction",
        IntegrityKind.ImpossibleCircle => "impossible-circle",
        IntegrityKind.AltitudesPart => "altitudes-part",
        IntegrityKind.MlatDisagrees => "mlat-disagrees",
        _ => "integrity-lost",
    };

    /// <summary>stands-out, expected, cannot-be-told.</summary>
    public static string Of(GapKind kind) => kind switch
    {
        GapKind.StandsOut => "stands-out",
        GapKind.Expected => "expected",
        _ => "cannot-be-told",
    };

    /// <summary>geometric, optical, radar.</summary>
    public static string Of(SightLine line) => line switch
    {
        SightLine.Optical => "optical",
        SightLine.Radar => "radar",
        _ => "geometric",
    };

    /// <summary>geometric, barometric, none.</summary>
    public static string Of(AltitudeOrigin origin) => origin switch
    {
        AltitudeOrigin.Geometric => "geometric",
        AltitudeOrigin.Barometric => "barometric",
        _ => "none",
    };

    /// <summary>repeat, out-of-reach or suspect.</summary>
    public static string Of(RejectionReason reason) => reason switch
    {
        RejectionReason.Repeat => "repeat",
        RejectionReason.OutOfReach => "out-of-reach",
        RejectionReason.Suspect => "suspect",
        _ => "none",
    };
}
