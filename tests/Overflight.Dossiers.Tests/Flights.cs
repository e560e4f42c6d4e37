using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Tests;

/// <summary>Flights and verdicts made by hand.</summary>
internal static class Flights
{
    public static UtcInstant Start { get; } = UtcInstant.From(new DateTimeOffset(2025, 2, 4, 21, 0, 0, TimeSpan.Zero));

    /// <summary>A flight through places, evenly in time.</summary>
    public static PreparedFlight Through(IEnumerable<GeoPoint> places, double secondsApart = 20, string registration = "N899DN", string callsign = "", double knots = 650, string name = "")
    {
        var address = name.Length > 0 ? AircraftAddress.None : new AircraftAddress(0xac671b);
        var builder = new TrackBuilder(new Aircraft(address) { Registration = registration, Name = name, TypeDesignator = "B739", Description = callsign }, "test");
        var time = Start;
        foreach (var place in places)
        {
            builder.Add(new Fix { Time = time, Position = place, BarometricAltitudeFeet = 35_000, GroundSpeedKnots = 420, Source = FixSource.Adsb });
            builder.NoteCallsign(time, callsign);
            time = time.AddSeconds(secondsApart);
        }
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(knots));
    }

    public static IEnumerable<GeoPoint> Eastward(double latitude, double longitude, int count, double step = 0.04) =>
        Enumerable.Range(0, count).Select(i => new GeoPoint(latitude, longitude + i * step).Normalised());

    /// <summary>A flight with verdicts made by hand and the patterns that are found of it.</summary>
    public static FlightExamination Examined(PreparedFlight flight, params AirspaceVerdict[] verdicts) =>
        new(new FlightAnalysis(flight, verdicts), PatternFinder.Find(flight), PositionIntegrity.Find(flight, PatternFinder.Find(flight)));

    public static AirspaceVerdict Verdict(PreparedFlight flight, AirspaceVerdictKind kind, params PresenceInterval[] intervals) => new()
    {
        Airspace = "MEX",
        Kind = kind,
        Intervals = intervals,
        DecidedBy = [],
        Speed = flight.Speed,
        RadiiMetres = (100, 400),
        BoundarySet = "test",
        Covered = (flight.Start, flight.End),
    };

    public static PresenceInterval Inside(double enter, double exit, double off) => new()
    {
        IsCertain = true,
        Enter = new TimeBounds(Start.AddSeconds(enter - off), Start.AddSeconds(enter), Start.AddSeconds(enter + off)),
        Exit = new TimeBounds(Start.AddSeconds(exit - off), Start.AddSeconds(exit), Start.AddSeconds(exit + off)),
        FirstFix = 0,
        LastFix = 1,
    };

    public static AnalysisHeader Header(AirspaceIndex? index = null) => new("0.1.0", "overflight analyze \"<track>\" --format html", index?.Sources ?? []);
}
