using Overflight.Authority.Documents;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>Scenes that differ from those on which every rule passes in one paper.</summary>
internal static class Variants
{
    public const string Take = "2026-03-02T06:00:00Z";

    public static readonly (double, double)[] TwiceIn =
        [(32.7, -117.25), (32.4, -118.0), (31.0, -117.2), (30.9, -115.8), (31.0, -117.2), (30.9, -115.8), (31.0, -117.2), (32.4, -118.0), (32.7, -117.25)];

    public static Scene Regime(Func<LegalRegimeChoice, LegalRegimeChoice> change) => Offshore().With<Programme>("lantern", p => p with { Regime = change(p.Regime) });

    public static Scene Finding(Func<Instrument, Instrument> change) => Offshore().With("finding-1", change);

    public static Scene Scope(Func<InstrumentScope, InstrumentScope> change) => Finding(f => f with { Scope = change(f.Scope) });

    public static Scene Consented(Func<Consent, Consent> change) => Inland().With("mex-1", change);

    public static Scene Condition(Func<ConsentConditions, ConsentConditions> change) => Consented(c => c with { Conditions = change(c.Conditions) });

    public static Scene Conducted(Func<SortieConduct, SortieConduct> change) => Offshore().Plan(s => s with { Conduct = change(s.Conduct) });

    public static Scene Controlled(params ControlInterval[] control) => Conducted(c => c with { Control = control });

    public static Scene Twice() => Inland().Plan(s => s with { Route = Route(1_000, TwiceIn) });

    /// <summary>Along the outer edge of Mexico's territorial sea, in a corridor that is wider than what is left.</summary>
    public static Scene NearTheLine() => Offshore().Plan(s => s with { Route = Route(6_000, (32.7, -117.25), (32.4, -118.0), (30.5, -116.44), (32.4, -118.0), (32.7, -117.25)) });

    public static Scene Happened(IncidentKind kind, string from, string to) => Offshore().Flown(f => f with { Incidents = [new(kind, new(T(from), T(to)), "as noted")] });

    public static Scene Announced(Func<Notice, Notice> change) => Offshore().With("n-programme.lantern.v1", change);

    public static Scene Limited(Func<LimitedNotice, LimitedNotice> change) =>
        Announced(n => n with { Receipts = [n.Receipts[0]], Limited = change(new(["House committee"], "source at risk", T("2026-06-01"), T("2026-01-12"))) });

    public static Scene Expanded(Func<ProgrammeExtent, ProgrammeExtent> change)
    {
        var first = Offshore().Papers.OfType<Programme>().Single();
        return Offshore().Add(first with { Version = 2, RecordedAt = T("2026-02-10"), Extent = change(first.Extent) });
    }

    public static Scene Designated(Func<DesignationReference, DesignationReference> change) => Offshore().With<Operation>("op-1", o => o with { Designations = ["d-1"] }).Add(change(new()
    {
        Id = "d-1",
        Version = 1,
        RecordedAt = T("2026-02-21"),
        List = "OFAC SDN",
        Entry = "17671",
        Name = "An invented cartel",
        DecidedAt = T("2026-02-06"),
        AnnouncedAt = T("2026-02-19"),
        EffectiveAt = T("2026-02-20"),
        ListSha256 = new('b', 64),
        Match = new("Legal adviser", T("2026-02-22"), 0.97, "same name and places"),
    }));

    public static Scene Product(Func<DataProduct, DataProduct> change) => Offshore().Flown(f => f with { Products = [change(f.Products[0])] });

    public static Scene Accessed(Func<DataAccess, DataAccess> change) => Offshore().Flown(f => f with
    {
        Accesses = [change(new(f.Products[0].Sha256, "disclosure", "Air Wing", "District Court", "subpoena", T("2026-03-10"), 9, "Clerk"))],
    });
}
