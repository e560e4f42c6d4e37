using System.Globalization;
using Overflight.Authority.Documents;
using Overflight.Tracks;

namespace Overflight.Notices.Tests;

/// <summary>Invented papers of one programme; each is the first version. Tests change one thing.</summary>
internal static class MadePapers
{
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Area s_west = new("Pacific west", [[-120, 28], [-112, 28], [-112, 33.2], [-120, 33.2]]);

    public static UtcInstant T(string text) => UtcInstant.From(DateTimeOffset.Parse(text.Contains('T', StringComparison.Ordinal) ? text : text + "T00:00:00Z", CultureInfo.InvariantCulture));

    public static Programme Programme { get; } = new()
    {
        Id = "lantern",
        Version = 1,
        RecordedAt = T("2026-01-05"),
        Name = "Exercise LANTERN",
        OperatingState = "USA",
        Purpose = "watch drug laboratories",
        Profile = "intelligence",
        Regime = new() { Regime = LegalRegime.IntelligenceActivity, ChosenBy = "Office of Legal Counsel", ChosenAt = T("2026-01-03"), Reasons = "collection abroad" },
        Extent = new() { Areas = [s_west], States = [], AircraftKinds = ["MQ-9A"], SensorKinds = ["eo-ir"], Partners = [], TargetClasses = ["drug-laboratory"], LongestSortieHours = 8, Altitude = new(0, 9_000) },
    };

    public static Operation Operation { get; } = new() { Id = "op-1", Version = 1, RecordedAt = T("2026-01-06"), Programme = "lantern", Name = "Op 1", TargetClass = "drug-laboratory", Instruments = ["finding-1"] };

    public static Instrument Instrument { get; } = new()
    {
        Id = "finding-1",
        Version = 1,
        RecordedAt = T("2026-01-03"),
        Form = "finding",
        Signer = "The President",
        DecidedOrallyAt = T("2026-01-03"),
        Parties = [],
        Scope = new() { Areas = [s_west], Altitude = new(0, 9_000), Windows = [new(T("2026-01-01"), T("2027-01-01"))], SensorKinds = ["eo-ir"], PurposeCodes = ["counter-narcotics"] },
    };

    public static Consent Consent { get; } = new()
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
    };

    public static RecipientSet Oversight { get; } = new()
    {
        Id = "oversight",
        Version = 1,
        RecordedAt = T("2026-01-02"),
        Name = "oversight",
        Offices = [new("Senate committee", ["restricted", "secret"]), new("House committee", ["restricted"]), new("Oficina de enlace", [])],
    };

    public static Notice Notice { get; } = new()
    {
        Id = "lantern-new",
        Version = 1,
        RecordedAt = T("2026-01-10"),
        Duty = "programme.lantern.v1",
        Recipients = "oversight",
        ContentClass = "secret",
        DueAt = T("2026-03-01"),
        SentAt = T("2026-01-10"),
        Salt = "c2FsdC1zYWx0LXNhbHQtc2FsdA",
        Sha256 = Hash,
        Content = [new("subject", "A new programme of <watch>"), new("forces", "Two aircraft from Camp Nowhere", "restricted"), new("target-area", "Grid AB-1187", "secret"), new("what", "It begins on 1 March 2026.\nSecond line & more")],
    };

    public static Sortie Sortie { get; } = new()
    {
        Id = "s-1",
        Version = 1,
        RecordedAt = T("2026-02-20"),
        Operation = "op-1",
        Instrument = "finding-1",
        Aircraft = new("MQ-9A", "N901LT"),
        Payload = [new("EO/IR turret", "eo-ir")],
        Purpose = "watch from the sea",
        PurposeCodes = ["counter-narcotics"],
        Route = new() { CorridorMetres = 1_000, AltitudeToleranceMetres = 300, Points = [new(T("2026-03-02T06:00:00Z"), 32.7, -117.25, 0), new(T("2026-03-02T08:30:00Z"), 30.2, -117.4, 7_000)] },
        Conduct = new(),
        Data = new("investigation", T("2026-04-01"), T("2026-08-01"), []),
    };

    public static FlownSortie Flown { get; } = new()
    {
        Id = "f-1",
        Version = 1,
        RecordedAt = T("2026-03-02T12:00:00Z"),
        Sortie = "s-1",
        Aircraft = new("MQ-9A", "N901LT"),
        Payload = [new("EO/IR turret", "eo-ir")],
        TakeOff = new(T("2026-03-02T06:00:00Z"), "San Diego", 32.7, -117.25),
        Landing = new(T("2026-03-02T08:30:00Z"), "San Diego", 32.7, -117.25),
        Conduct = new() { Sensors = [new("eo-ir", new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:30:00Z")), new("seen", [[-117.4, 30.1], [-117.2, 30.1], [-117.2, 30.4]]))] },
        Incidents = [new(IncidentKind.LostLink, new(T("2026-03-02T07:10:00Z"), T("2026-03-02T07:20:00Z")), "ten minutes")],
        Products = [new() { Sha256 = Hash, DataClass = "investigation" }],
    };

    public static Complaint Complaint { get; } = new() { Id = "c-1", Version = 1, RecordedAt = T("2026-03-04"), Programme = "lantern", ReceivedAt = T("2026-03-03"), SubjectClass = "noise", HandledBy = "Inspector General" };

    public static Audit Audit { get; } = new()
    {
        Id = "a-1",
        Version = 1,
        RecordedAt = T("2026-04-01"),
        Programme = "lantern",
        By = "Court of Accounts",
        Period = new(T("2026-01-01"), T("2026-04-01")),
        CompletedAt = T("2026-04-01"),
        Outcome = "findings",
        Findings = 2,
    };

    public static IReadOnlyList<AuthorityDocument> All { get; } = [Programme, Operation, Instrument, Consent, Oversight, Notice, Sortie, Flown, Complaint, Audit];

    /// <summary>All, with these in the place of those of their kind and id and version, or beside them; read from JSON again, as from files.</summary>
    public static DocumentSet With(params AuthorityDocument[] changed) => new(
        All.Where(paper => !changed.Any(c => c.Kind == paper.Kind && c.Id == paper.Id && c.Version == paper.Version)).Concat(changed).Select(Reread));

    public static AuthorityDocument Reread(AuthorityDocument paper)
    {
        var bytes = AuthorityJson.Write(paper);
        return AuthorityJson.Read(bytes, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }
}
