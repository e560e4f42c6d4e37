using System.Globalization;
using Overflight.Airspace;
using Overflight.Authority.Documents;
using Overflight.Planning.Plans;
using Overflight.Planning.Tasks;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Planning.Tests;

/// <summary>Taskings on the exercise's papers: a consent for a corridor east of Ensenada, open sea to the west, no consent elsewhere.</summary>
internal static class Ask
{
    private static readonly Lazy<AirspaceIndex> s_index = new(() => AirspaceIndex.Open(PackPath));

    private static string PackPath => Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");

    public static AirspaceIndex Index
    {
        get
        {
            if (!File.Exists(PackPath))
                Assert.Skip($"boundary pack absent: {PackPath} (./overflight builds it)");
            return s_index.Value;
        }
    }

    public static DocumentSet Papers { get; } = DocumentFolder.Read(Path.Combine(Repository.Root, "data", "lantern", "papers")).Documents;

    public static UtcInstant Now { get; } = T("2026-03-01T00:00:00Z");

    public static AircraftPerformance Performance { get; } = new(90, 65, 5, 1_815, 90, 65);

    public static UtcInstant T(string text) => UtcInstant.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    public static TaskArea Area(string id, double latitude, double longitude, double sizeDegrees = 0.05) => new()
    {
        Id = id,
        Name = id,
        Operation = "op-inland",
        Ring = [[longitude - sizeDegrees, latitude - sizeDegrees], [longitude + sizeDegrees, latitude - sizeDegrees], [longitude + sizeDegrees, latitude + sizeDegrees], [longitude - sizeDegrees, latitude + sizeDegrees]],
        DwellMinutes = 40,
        SensorKind = "eo-ir",
        MostGroundSampleMetres = 2,
    };

    public static TaskAircraft Aircraft(string registration = "N901LT") => new()
    {
        Registration = registration,
        Type = "MQ-9A",
        Base = "san-diego",
        AltitudeMetres = 7_000,
        Sensors = [new() { Name = "EO/IR turret", Kind = "eo-ir", NarrowestFieldOfViewDegrees = 0.5, PixelsAcross = 1_280, MostSlantRangeMetres = 90_000 }],
        HasSatelliteLink = true,
        ControlledBy = "Air Wing",
        ControlStation = "Station A",
        Pilot = "licence 1187",
    };

    public static Tasking Tasking(params TaskArea[] areas) => new()
    {
        Kind = "tasking",
        Id = "t-1",
        Period = new(T("2026-03-02T06:00:00Z"), T("2026-03-03T06:00:00Z")),
        Operations = [new() { Id = "op-inland", Instrument = "finding-2", Purpose = "find a laboratory", PurposeCode = "counter-narcotics", DataClass = "investigation" }],
        Areas = areas,
        Aircraft = [Aircraft()],
        Bases = [new() { Id = "san-diego", Name = "San Diego", Latitude = 32.7, Longitude = -117.25, ElevationMetres = 10 }, new() { Id = "clemente", Name = "San Clemente", Latitude = 33.02, Longitude = -118.58, IsAlternate = true }],
        CorridorMetres = 1_000,
    };

    public static IReadOnlyList<AlternativePlan> Plan(this Tasking tasking) => new Planner(Papers, Index, _ => Performance).Plan(tasking, Now);
}
