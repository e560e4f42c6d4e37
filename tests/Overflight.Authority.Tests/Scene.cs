using System.Globalization;
using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Geodesy;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Authority.Tests;

/// <summary>
/// Invented papers over real boundaries, on which every rule passes: an unarmed MQ-9A flies for two hours from San Diego over the high seas west of
/// Baja California and back. Tests change one thing and look what the rules say.
/// </summary>
internal sealed record Scene(IReadOnlyList<AuthorityDocument> Papers, Sortie Sortie)
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

    public static UtcInstant T(string text) => UtcInstant.From(DateTimeOffset.Parse(text.Contains('T', StringComparison.Ordinal) ? text : text + "T00:00:00Z", CultureInfo.InvariantCulture));

    public static readonly UtcInstant Now = T("2026-03-01");

    public static readonly Area West = new("Pacific west", [[-120, 28], [-112, 28], [-112, 33.2], [-120, 33.2]]);

    public static Scene Offshore()
    {
        Scene scene = new(
            [
                new Programme
                {
                    Id = "lantern", Version = 1, RecordedAt = T("2026-01-05"), Name = "Lantern", Purpose = "watch drug laboratories", OperatingState = "USA", Profile = "intelligence",
                    Regime = new() { Regime = LegalRegime.IntelligenceActivity, ChosenBy = "Office of Legal Counsel", ChosenAt = T("2026-01-03"), Reasons = "collection abroad" },
                    Extent = new() { Areas = [West], States = [], AircraftKinds = ["MQ-9A"], SensorKinds = ["eo-ir"], Partners = ["Air Wing"], TargetClasses = ["drug-laboratory"], LongestSortieHours = 8, Altitude = new(0, 9_000) },
                },
                new Operation { Id = "op-1", Version = 1, RecordedAt = T("2026-01-06"), Programme = "lantern", Name = "Op 1", TargetClass = "drug-laboratory", Instruments = ["finding-1"] },
                new Instrument
                {
                    Id = "finding-1", Version = 1, RecordedAt = T("2026-01-04T12:00:00Z"), Form = "finding", Signer = "The President", SignedAt = T("2026-01-04"), Parties = [new("Air Wing", 5)],
                    Scope = new() { Areas = [West], Altitude = new(0, 9_000), Windows = [new(T("2026-01-01"), T("2027-01-01"))], SensorKinds = ["eo-ir"], PurposeCodes = ["counter-narcotics"] },
                },
                new RecipientSet { Id = "oversight", Version = 1, RecordedAt = T("2026-01-02"), Name = "both committees", Offices = [new("House committee", ["restricted"]), new("Senate committee", ["restricted"])] },
                new RecipientSet { Id = "liaison.mex", Version = 1, RecordedAt = T("2026-01-02"), Name = "Mexico", Offices = [new("AFAC", [])] },
                Told("programme.lantern.v1", T("2026-01-10")),
                new PublicSummary { Id = "s-2025", Version = 1, RecordedAt = T("2026-01-02"), Programme = "none", Period = new(T("2025-01-01"), T("2026-01-01")), PublishedAt = T("2026-01-02") },
            ],
            new Sortie
            {
                Id = "s-1",
                Version = 1,
                RecordedAt = T("2026-02-20"),
                Operation = "op-1",
                Instrument = "finding-1",
                Aircraft = new("MQ-9A", "N901LT"),
                Payload = [new("EO/IR turret", "eo-ir"), new("Ku-band terminal")],
                Purpose = "watch a laboratory from the sea",
                PurposeCodes = ["counter-narcotics"],
                Route = Route(1_000, (32.7, -117.25), (32.4, -118.0), (30.5, -117.5), (30.0, -117.3), (32.4, -118.0), (32.7, -117.25)),
                Diversions = [new("San Clemente", 33.02, -118.58, WithoutLink: true)],
                Conduct = new()
                {
                    Sensors = [new("eo-ir", new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:30:00Z")))],
                    Control = [Control("Station A", "2026-03-02T05:55:00Z", "2026-03-02T07:00:00Z"), Control("Station B", "2026-03-02T07:00:00Z", "2026-03-02T12:00:00Z")],
                },
                Data = new("investigation", T("2026-04-01"), T("2026-08-01"), []),
            });
        return scene;
    }

    /// <summary>The same, but over land east of Ensenada for two hours, with Mexico's consent.</summary>
    public static Scene Inland() => Offshore()
        .With<Programme>("lantern", p => p with { Extent = p.Extent with { States = ["MEX"] } })
        .Plan(s => s with { Route = Route(1_000, (32.7, -117.25), (32.4, -118.0), (31.0, -117.2), (30.9, -115.8), (31.0, -117.2), (32.4, -118.0), (32.7, -117.25)) })
        .Add(new Consent
        {
            Id = "mex-1",
            Version = 1,
            RecordedAt = T("2026-02-15"),
            State = "MEX",
            Authority = "AFAC",
            Reference = "AFAC-17/2026",
            RequestedAt = T("2026-02-01"),
            GivenAt = T("2026-02-14"),
            Validity = new(T("2026-02-15"), T("2026-06-01")),
            Conditions = new(),
        });

    public static ControlInterval Control(string station, string from, string to) => new("Air Wing", station, "licence 1187", new(T(from), T(to)), 5, "link " + station, LinkIsSigned: true);

    public static Notice Told(string duty, UtcInstant at, string recipients = "oversight", params string[] offices) => new()
    {
        Id = "n-" + duty,
        Version = 1,
        RecordedAt = at,
        Duty = duty,
        Recipients = recipients,
        ContentClass = "restricted",
        DueAt = at,
        SentAt = at,
        Receipts = [.. (offices.Length > 0 ? offices : ["House committee", "Senate committee"]).Select(office => new NoticeReceipt(office, at.AddSeconds(3_600)))],
    };

    /// <summary>A route at 180 knots from 06:00 on, climbing to 7,000 m and coming down again.</summary>
    public static PlannedRoute Route(double corridorMetres, params (double Latitude, double Longitude)[] places)
    {
        var at = T("2026-03-02T06:00:00Z");
        var points = new List<RoutePoint>();
        for (var i = 0; i < places.Length; i++)
        {
            var (latitude, longitude) = places[i];
            if (i > 0)
                at = at.AddSeconds(Geodesic.DistanceMetres(new(points[^1].Latitude, points[^1].Longitude), new(latitude, longitude)) / (180 * SiUnits.MetresPerSecondPerKnot));
            points.Add(new(at, latitude, longitude, i == 0 || i == places.Length - 1 ? 100 : 7_000));
        }
        return new() { CorridorMetres = corridorMetres, AltitudeToleranceMetres = 100, Points = points };
    }

    /// <summary>For what was flown: the route that was planned, where the aircraft flew another.</summary>
    public PlannedRoute? PlannedInstead { get; init; }

    private Sortie PlannedSortie => PlannedInstead is { } route ? Sortie with { Route = route } : Sortie;

    public DocumentSet Documents => new([.. Papers, PlannedSortie]);

    public Scene Plan(Func<Sortie, Sortie> change) => this with { Sortie = change(Sortie) };

    public Scene Add(params AuthorityDocument[] documents) => this with { Papers = [.. Papers, .. documents] };

    public Scene With<T>(string id, Func<T, T> change) where T : AuthorityDocument
    {
        Assert.Contains(Papers, d => d is T && d.Id == id);
        return this with { Papers = [.. Papers.Select(d => d is T found && d.Id == id ? change(found) : d)] };
    }

    public Scene Without<T>(string id) where T : AuthorityDocument => this with { Papers = [.. Papers.Where(d => d is not T || d.Id != id)] };

    /// <summary>What was flown, as planned: every sensor with the ground that it saw.</summary>
    public FlownSortie AsFlown() => new()
    {
        Id = "f-1",
        Version = 1,
        RecordedAt = Sortie.Route.Points[0].At,
        Sortie = Sortie.Id,
        Aircraft = Sortie.Aircraft,
        Payload = Sortie.Payload,
        TakeOff = new(Sortie.Route.Points[0].At, "North Island", 32.7, -117.25),
        Landing = new(Sortie.Route.Points[^1].At, "North Island", 32.7, -117.25),
        Conduct = Sortie.Conduct with { Sensors = [.. Sortie.Conduct.Sensors.Select(s => s with { Hull = new Area("hull", [[-117, 30], [-116, 30], [-116, 31]]) })] },
        Products = [new() { Sha256 = new('a', 64), DataClass = "investigation", FootageClass = "investigation" }],
    };

    public Scene Flown(Func<FlownSortie, FlownSortie>? change = null) => Add((change ?? (f => f))(AsFlown()));

    /// <summary>The track of an aircraft that flies the route exactly, a fix every so many seconds.</summary>
    public Track Exactly(double everySeconds = 10, UtcInstant? until = null)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0xAE1234)) { TypeDesignator = "Q9" }, "test");
        var path = SortiePath.Of(Sortie.Route, Index);
        for (var at = path.Start; at <= path.End && !(at > until); at = at.AddSeconds(everySeconds))
        {
            var leg = path.LegAt(at);
            var part = at.SecondsSince(leg.From.At) / leg.To.At.SecondsSince(leg.From.At);
            var altitude = leg.From.Altitude!.FloorMetres + 100 + part * (leg.To.Altitude!.FloorMetres - leg.From.Altitude.FloorMetres);
            builder.Add(new Fix
            {
                Time = at,
                Position = leg.PlaceAt(part * leg.LengthMetres),
                GeometricAltitudeFeet = (float)(altitude / SiUnits.MetresPerFoot),
                GroundSpeedKnots = 180,
                Nic = 9,
                NacP = 10,
                Sil = 3,
                Source = FixSource.Adsb,
            });
        }
        return builder.Build();
    }

    public Decision Decide(DecisionStage stage = DecisionStage.Plan, UtcInstant? now = null)
    {
        var judge = new SortieJudge(Index, Documents);
        return stage is DecisionStage.Plan or DecisionStage.Arming
            ? judge.Plan(Sortie, now ?? Now, stage)
            : judge.Flight(PlannedSortie, Exactly(until: stage == DecisionStage.InFlight ? now : null), now ?? Sortie.Route.Points[^1].At.AddSeconds(3_600), stage);
    }

    public RuleAnswer Answer(string rule, DecisionStage stage = DecisionStage.Plan, UtcInstant? now = null) => Decide(stage, now).Answers.Single(a => a.Rule == rule);

    public static string Text(RuleAnswer answer) => string.Join(" | ", answer.Reasons.Where(r => r.Outcome == answer.Outcome).Select(r => r.Text));

    public static string Text(Decision decision) => string.Join("\n", decision.Answers.Where(a => a.Outcome != RuleOutcome.Pass).Select(a => $"{a.Rule} {a.Outcome}: {Text(a)}"));

    public static DutyStanding Duty(Decision decision, string key) => decision.Duties.Single(d => d.Duty.Key == key);
}
