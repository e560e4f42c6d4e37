using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Tracks;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests;

/// <summary>
/// "New programme, then expansion": eleven months of an invented programme over real boundaries. Its papers are in data/lantern/papers,
/// made by this; its judgements, in their order, are in Golden/worked-case.txt, read by eye.
/// </summary>
internal static class WorkedCase
{
    private static readonly Area s_coast = new("Pacific coast", [[-120, 28], [-116, 28], [-116, 33.2], [-120, 33.2]]);
    private static readonly Area s_inland = new("Baja California", [[-120, 28], [-112, 28], [-112, 33.2], [-120, 33.2]]);
    private static readonly Area s_corridor = new("corridor of the consent", [[-117.6, 30.6], [-115.2, 30.6], [-115.2, 31.3], [-117.6, 31.3]]);

    private static readonly (double, double)[] s_offshore = [(32.75, -117.3), (32.75, -118.2), (30.5, -117.5), (30.0, -117.3), (32.75, -118.2), (32.75, -117.3)];
    private static readonly (double, double)[] s_over = [(32.75, -117.3), (32.75, -118.2), (31.0, -117.2), (30.9, -115.8), (31.0, -117.2), (32.75, -118.2), (32.75, -117.3)];
    private static readonly (double, double)[] s_south = [(32.75, -117.3), (32.75, -118.2), (30.0, -117.2), (29.9, -115.3), (30.0, -117.2), (32.75, -118.2), (32.75, -117.3)];

    /// <summary>Points of the case: what is judged, at which stage, when, and what it shows.</summary>
    public static IReadOnlyList<(string Sortie, DecisionStage Stage, string At, string Shows)> Judgements { get; } =
    [
        ("s-01", DecisionStage.Plan, "2025-09-05", "a new programme that nobody was told of, on an oral decision a day old"),
        ("s-01", DecisionStage.Arming, "2025-09-08", "in writing within 48 hours, the committees told: the first sortie may fly"),
        ("s-01", DecisionStage.Flown, "2025-09-12", "flown as planned over the high seas"),
        ("s-02", DecisionStage.Plan, "2025-10-01", "a corridor so near the line that entry cannot be ruled out"),
        ("s-03", DecisionStage.Plan, "2025-11-01", "an agency that is not listed, a radar that is not allowed, a missile on the payload list"),
        ("s-04", DecisionStage.Plan, "2025-12-10", "an organisation that is to be designated: a draft, and no instrument"),
        ("s-05", DecisionStage.Plan, "2026-01-20", "the programme grows over land: a change that nobody was told of, and a State that was asked two days before"),
        ("s-05", DecisionStage.Arming, "2026-01-22", "a limited notice, without telling the others that there is one"),
        ("s-06", DecisionStage.Plan, "2026-02-25", "told, consented, designated, and resting on a finding: it may be flown over Baja California"),
        ("s-06", DecisionStage.Flown, "2026-03-03", "flown in the corridor of the consent"),
        ("s-07", DecisionStage.Plan, "2026-03-15", "outside the corridor of the consent, above the altitudes of the finding, and beyond its hours"),
        ("s-08", DecisionStage.Flown, "2026-04-11", "the consent is withdrawn in flight; the State is told the same day; the public had no summary of 2025"),
        ("s-09", DecisionStage.InFlight, "2026-05-06T07:25:00Z", "an engine fails over the sea: the aircraft diverts over Baja California, which is allowed"),
        ("s-09", DecisionStage.Flown, "2026-05-10", "allowed, but the State was told two days late, and lawmakers not at all"),
        ("s-10", DecisionStage.Flown, "2026-06-10", "a gap in control, a sensor whose ground is not on record, no landing on record, and footage given out without a class"),
        ("s-10", DecisionStage.Flown, "2026-11-10", "and five months later it is neither evaluated nor deleted"),
        ("s-11", DecisionStage.Plan, "2026-07-01", "the finding is revoked; the next one is signed after the first act, for other purposes, by nobody's choice of law"),
    ];

    /// <summary>Routes flown that were not those planned.</summary>
    private static Dictionary<string, PlannedRoute> FlownOtherwise { get; } = new() { ["s-09"] = At("2026-05-06", Route(1_000, s_over)) };

    /// <summary>The papers, sorties included.</summary>
    public static IReadOnlyList<AuthorityDocument> Papers { get; } = [.. Made()];

    public static Sortie Sortie(string id) => Papers.OfType<Sortie>().Single(s => s.Id == id);

    /// <summary>The track of a sortie as it was flown.</summary>
    public static Track Track(string id, UtcInstant? until = null) =>
        new Scene([], Sortie(id) with { Route = FlownOtherwise.GetValueOrDefault(id) ?? Sortie(id).Route }).Exactly(30, until);

    private static IEnumerable<AuthorityDocument> Made()
    {
        yield return new RecipientSet { Id = "oversight", Version = 1, RecordedAt = T("2025-09-01"), Name = "both committees", Offices = [new("House committee", ["restricted"]), new("Senate committee", ["restricted"])] };
        yield return new RecipientSet { Id = "liaison.mex", Version = 1, RecordedAt = T("2025-09-01"), Name = "Mexico", Offices = [new("AFAC", [])] };
        var programme = new Programme
        {
            Id = "lantern",
            Version = 1,
            RecordedAt = T("2025-09-03"),
            Name = "Lantern",
            OperatingState = "USA",
            Purpose = "find drug laboratories",
            Profile = "intelligence",
            Regime = new() { Regime = LegalRegime.IntelligenceActivity, ChosenBy = "General Counsel", ChosenAt = T("2025-09-02"), Reasons = "collection abroad, no influence on events there" },
            Extent = new() { Areas = [s_coast], States = [], AircraftKinds = ["MQ-9A"], SensorKinds = ["eo-ir"], Partners = ["Air Wing"], TargetClasses = ["drug-laboratory"], LongestSortieHours = 6, Altitude = new(0, 9_000) },
        };
        yield return programme;
        var grown = programme with { Version = 2, RecordedAt = T("2026-01-15"), Extent = programme.Extent with { Areas = [s_inland], States = ["MEX"] } };
        yield return grown;
        yield return grown with { Version = 3, RecordedAt = T("2026-06-28"), Regime = new() { Regime = LegalRegime.Defence, ChosenBy = "", ChosenAt = T("2026-06-28"), Reasons = "" } };
        yield return Operation("op-coast", "2025-09-03", [], ["finding-1"]);
        yield return Operation("op-listed", "2025-12-05", ["cartel"], []);
        yield return Operation("op-inland", "2026-01-15", ["cartel"], ["finding-2"]);
        yield return Operation("op-last", "2026-06-20", [], ["finding-2", "finding-3"]);
        foreach (var document in Instruments().Concat(Notices()).Concat(Designations()).Concat(Consents()))
            yield return document;
        yield return new PublicSummary { Id = "lantern-2025", Version = 1, RecordedAt = T("2026-04-20"), Programme = "lantern", Period = new(T("2025-09-03"), T("2026-01-01")), PublishedAt = T("2026-04-20") };
        foreach (var document in Sorties().Concat<AuthorityDocument>(FlownSorties()))
            yield return document;
    }

    private static Operation Operation(string id, string recorded, string[] designations, string[] instruments) =>
        new() { Id = id, Version = 1, RecordedAt = T(recorded), Programme = "lantern", Name = id, TargetClass = "drug-laboratory", Designations = designations, Instruments = instruments };

    private static IEnumerable<AuthorityDocument> Instruments()
    {
        var first = new Instrument
        {
            Id = "finding-1",
            Version = 1,
            RecordedAt = T("2025-09-04T10:00:00Z"),
            Form = "finding",
            Signer = "The President",
            DecidedOrallyAt = T("2025-09-04T08:00:00Z"),
            Parties = [new("Air Wing", 5)],
            Scope = new() { Areas = [s_coast], Altitude = new(0, 9_000), Windows = [new(T("2025-09-05"), T("2026-03-01"))], SensorKinds = ["eo-ir"], PurposeCodes = ["counter-narcotics"] },
        };
        yield return first;
        yield return first with { Version = 2, RecordedAt = T("2025-09-05T20:00:00Z"), SignedAt = T("2025-09-05T20:00:00Z") };
        var second = first with
        {
            Id = "finding-2",
            RecordedAt = T("2026-01-12"),
            DecidedOrallyAt = null,
            SignedAt = T("2026-01-11"),
            Scope = first.Scope with { Areas = [s_inland], Windows = [new(T("2026-01-15"), T("2026-07-01"))] },
        };
        yield return second;
        yield return second with { Version = 2, RecordedAt = T("2026-06-25"), RevokedAt = T("2026-06-25") };
        yield return second with { Id = "finding-3", RecordedAt = T("2026-06-30"), SignedAt = T("2026-07-08"), Scope = second.Scope with { PurposeCodes = ["rescue"], Windows = [new(T("2026-07-01"), T("2027-01-01"))] } };
    }

    private static IEnumerable<AuthorityDocument> Notices()
    {
        yield return Told("programme.lantern.v1", T("2025-09-06"));
        var limited = Told("programme.lantern.v2", T("2026-01-21"), "oversight", "House committee") with
        {
            Limited = new(["House committee"], "a source would be at risk", T("2026-07-01")),
        };
        yield return limited;
        yield return limited with { Version = 2, RecordedAt = T("2026-02-01"), Limited = limited.Limited! with { OthersToldAt = T("2026-02-01") } };
        yield return Told("sortie.s-08.entry.mex", T("2026-04-10T16:00:00Z"), "liaison.mex", "AFAC");
        yield return Told("sortie.s-09.wrong-state.mex", T("2026-05-08")) with { SentAt = null, Receipts = [], Waiver = new("", T("2026-05-08"), "it was an emergency") };
        yield return Told("sortie.s-09.entry.mex", T("2026-05-09"), "liaison.mex", "AFAC");
    }

    private static IEnumerable<AuthorityDocument> Designations()
    {
        var draft = new DesignationReference { Id = "cartel", Version = 1, RecordedAt = T("2025-12-01"), List = "an invented list", Entry = "7", Name = "An invented cartel", ListSha256 = new('d', 64) };
        yield return draft;
        yield return draft with
        {
            Version = 2,
            RecordedAt = T("2026-02-21"),
            DecidedAt = T("2026-02-06"),
            AnnouncedAt = T("2026-02-19"),
            EffectiveAt = T("2026-02-20"),
            Match = new("Legal adviser", T("2026-02-21"), 0.97, "the same name, the same places"),
        };
    }

    private static IEnumerable<AuthorityDocument> Consents()
    {
        var asked = new Consent
        {
            Id = "mex-1",
            Version = 1,
            RecordedAt = T("2026-01-20"),
            State = "MEX",
            Authority = "AFAC",
            Reference = "AFAC-17/2026",
            RequestedAt = T("2026-01-20"),
            Validity = new(T("2026-02-15"), T("2026-06-01")),
            Conditions = new() { Areas = [s_corridor], SensorKinds = ["eo-ir"], MostHours = 2, Registrations = ["N901LT"] },
        };
        yield return asked;
        yield return asked with { Version = 2, RecordedAt = T("2026-02-14"), GivenAt = T("2026-02-14") };
        yield return asked with { Version = 3, RecordedAt = T("2026-04-10T07:05:00Z"), GivenAt = T("2026-02-14"), RevokedAt = T("2026-04-10T07:05:00Z") };
    }

    private static IEnumerable<Sortie> Sorties()
    {
        yield return Planned("s-01", "2025-09-10", "op-coast", "finding-1", Route(1_000, s_offshore));
        yield return Planned("s-02", "2025-10-10", "op-coast", "finding-1", Route(1_000, (32.75, -117.3), (32.75, -118.2), (30.5, -116.355), (32.75, -118.2), (32.75, -117.3)));
        var third = Planned("s-03", "2025-11-10", "op-coast", "finding-1", Route(1_000, s_offshore));
        yield return third with
        {
            Payload = [.. third.Payload, new("Synthetic-aperture radar", "sar"), new("AGM-114 missile")],
            Conduct = third.Conduct with { Sessions = [new("Partner Agency", Window("2025-11-10", 1), 2), new("Air Wing", Window("2025-11-10", 1), 5)] },
        };
        yield return Planned("s-04", "2025-12-20", "op-listed", null, Route(1_000, s_offshore));
        yield return Planned("s-05", "2026-01-22", "op-inland", "finding-2", Route(1_000, s_over));
        yield return Planned("s-06", "2026-03-02", "op-inland", "finding-2", Route(1_000, s_over));
        var high = Planned("s-07", "2026-03-20", "op-inland", "finding-2", Route(1_000, s_south));
        yield return high with
        {
            Route = high.Route with { Points = [.. high.Route.Points.Select(p => p with { AltitudeMetres = p.AltitudeMetres > 1_000 ? 9_500 : p.AltitudeMetres, At = p.At })] },
            PurposeCodes = ["counter-narcotics", "training"],
            Diversions = [],
        };
        yield return Planned("s-08", "2026-04-10", "op-inland", "finding-2", Route(1_000, s_over));
        yield return Planned("s-09", "2026-05-06", "op-inland", "finding-2", Route(1_000, s_offshore));
        yield return Planned("s-10", "2026-06-05", "op-inland", "finding-2", Route(1_000, s_offshore));
        yield return Planned("s-11", "2026-07-05", "op-last", "finding-3", Route(1_000, s_offshore)) with { Data = new("", T("2026-09-01"), T("2026-08-01"), ["Air Wing"]) };
    }

    private static Sortie Planned(string id, string day, string operation, string? instrument, PlannedRoute route) => new()
    {
        Id = id,
        Version = 1,
        RecordedAt = T(day).AddSeconds(-10 * 86_400),
        Operation = operation,
        Instrument = instrument,
        Aircraft = new("MQ-9A", "N901LT"),
        Payload = [new("EO/IR turret", "eo-ir"), new("Ku-band terminal")],
        Purpose = "find a laboratory",
        PurposeCodes = ["counter-narcotics"],
        Route = At(day, route),
        Diversions = [new("San Clemente", 33.02, -118.58, WithoutLink: true)],
        Conduct = new()
        {
            Sensors = [new("eo-ir", new(T($"{day}T07:00:00Z"), T($"{day}T07:30:00Z")))],
            Control = [Control("Station A", $"{day}T05:55:00Z", $"{day}T07:00:00Z"), Control("Station B", $"{day}T07:00:00Z", $"{day}T12:00:00Z")],
        },
        Data = new("investigation", T(day).AddSeconds(60 * 86_400), T(day).AddSeconds(120 * 86_400), ["Air Wing"]),
    };

    private static IEnumerable<FlownSortie> FlownSorties()
    {
        yield return AsFlown("s-01");
        yield return AsFlown("s-06");
        yield return AsFlown("s-08");
        var diverted = AsFlown("s-09") with
        {
            Incidents = [new(IncidentKind.EmergencyDiversion, new(T("2026-05-06T06:40:00Z"), T("2026-05-06T08:10:00Z")), "oil pressure fell; the way over land was the shorter one")],
        };
        yield return diverted with { Landing = null };
        yield return diverted with { Version = 2, RecordedAt = T("2026-05-06T09:00:00Z") };
        var careless = AsFlown("s-10");
        yield return careless with
        {
            RecordedAt = T("2026-06-05T12:00:00Z"),
            Landing = null,
            Conduct = careless.Conduct with { Control = [careless.Conduct.Control[0]], Sensors = [careless.Conduct.Sensors[0] with { Hull = null }] },
            Products = [new() { Sha256 = new('a', 64), DataClass = "investigation" }],
            Accesses = [new(new('a', 64), "disclosure", "Air Wing", "a broadcaster", "asked for it", T("2026-06-07"))],
        };
    }

    private static FlownSortie AsFlown(string id)
    {
        var sortie = Sorties().Single(s => s.Id == id);
        var flown = new Scene([], sortie).AsFlown();
        return flown with { Id = $"flown.{id}", Products = [flown.Products[0] with { EvaluatedAt = flown.TakeOff.At.AddSeconds(86_400) }] };
    }

    /// <summary>A route as <see cref="Scene.Route"/> makes it, on another day.</summary>
    private static PlannedRoute At(string day, PlannedRoute route)
    {
        var shift = T(day).SecondsSince(T("2026-03-02"));
        return route with { Points = [.. route.Points.Select(p => p with { At = p.At.AddSeconds(shift) })] };
    }

    private static TimeWindow Window(string day, int hours) => new(T($"{day}T06:00:00Z"), T($"{day}T06:00:00Z").AddSeconds(hours * 3_600));
}
