using System.Globalization;
using System.Text;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Testing;
using static Overflight.Authority.Tests.Mutants.Variants;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>
/// All that each rule finds, with the papers, instants, legs and numbers that it rests on, at the limits where an answer turns: Golden/evidence.txt,
/// written with OVERFLIGHT_GOLDEN=write and read by eye.
/// </summary>
public class EvidenceTests
{
    private sealed record Row(string Rule, string What, Func<Scene> Scene, string? FlownNow = null, string? PlanNow = null);

    private static readonly Row[] s_rows =
    [
        new("regime.recorded", "chosen at take-off", () => Regime(r => r with { ChosenAt = T(Take) })),
        new("regime.recorded", "chosen a second later", () => Regime(r => r with { ChosenAt = T(Take).AddSeconds(1) })),
        new("regime.recorded", "challenged now", () => Regime(r => r with { ChallengedBy = "Senate", ChallengedAt = Now })),
        new("regime.recorded", "challenged, and settled now", () => Regime(r => r with { ChallengedBy = "Senate", ChallengedAt = T("2026-02-01"), SettledAt = Now })),
        new("regime.recorded", "challenged a second from now", () => Regime(r => r with { ChallengedBy = "Senate", ChallengedAt = Now.AddSeconds(1) })),
        new("regime.recorded", "of an office and for reasons of one letter", () => Regime(r => r with { ChosenBy = "X", Reasons = "y" })),
        new("regime.recorded", "neither office nor reasons, and ended", () => Regime(r => r with { ChosenBy = "", Reasons = "" }).With<Programme>("lantern", p => p with { Ended = true })),
        new("instrument.written", "signed now", () => Finding(f => f with { SignedAt = Now })),
        new("instrument.written", "signed a second from now, by X, of another operation", () => Finding(f => f with { SignedAt = Now.AddSeconds(1), Signer = "X" }).With<Operation>("op-1", o => o with { Instruments = ["other"] })),
        new("instrument.written", "without a signer", () => Finding(f => f with { Signer = "" })),
        new("instrument.written", "orally, 48 hours ago", () => Finding(f => f with { SignedAt = null, DecidedOrallyAt = T("2026-02-27") })),
        new("instrument.written", "orally, longer ago", () => Finding(f => f with { SignedAt = null, DecidedOrallyAt = T("2026-02-26T23:59:59Z") })),
        new("instrument.written", "orally, in writing after 48 hours", () => Finding(f => f with { SignedAt = T("2026-02-03"), DecidedOrallyAt = T("2026-02-01") })),
        new("instrument.written", "orally, in writing after 50 hours", () => Finding(f => f with { SignedAt = T("2026-02-03T02:00:00Z"), DecidedOrallyAt = T("2026-02-01") })),
        new("instrument.before-first-act", "signed at take-off", () => Finding(f => f with { SignedAt = T(Take) })),
        new("instrument.before-first-act", "signed a second later", () => Finding(f => f with { SignedAt = T(Take).AddSeconds(1) })),
        new("instrument.before-first-act", "recorded at take-off", () => Finding(f => f with { RecordedAt = T(Take) }).Flown(), "2026-03-10"),
        new("instrument.before-first-act", "recorded a second later", () => Finding(f => f with { RecordedAt = T(Take).AddSeconds(1) }).Flown(), "2026-03-10"),
        new("instrument.in-force", "revoked at take-off", () => Finding(f => f with { RevokedAt = T(Take) })),
        new("instrument.in-force", "revoked in flight", () => Finding(f => f with { RevokedAt = T("2026-03-02T07:00:00Z") })),
        new("instrument.in-force", "revoked at the landing", () => Finding(f => f with { RevokedAt = Offshore().Sortie.Route.Points[^1].At })),
        new("instrument.in-force", "not revoked", Offshore),
        new("parties.listed", "a stranger takes part, another gets it", () => Conducted(c => c with { Sessions = [new("Partner", new(T("2026-03-02T06:10:00Z"), T("2026-03-02T07:00:00Z")), 2)] }).Plan(s => s with { Data = s.Data with { DisseminatedTo = ["Air Wing", "Other"] } })),
        new("parties.interoperability", "one level too high, beside one that is not listed", () => Finding(f => f with { Parties = [new("Air Wing", 4)] }).Plan(s => s with { Conduct = s.Conduct with { Sessions = [new("Partner", new(T(Take), T("2026-03-02T07:00:00Z")), 2)] } })),
        new("parties.interoperability", "at the level", Offshore),
        new("purpose.primary", "none in words, two codes", () => Offshore().Plan(s => s with { Purpose = "", PurposeCodes = ["counter-narcotics", "training"] })),
        new("purpose.primary", "of one letter, another's code", () => Offshore().Plan(s => s with { Purpose = "x", PurposeCodes = ["training"] })),
        new("purpose.primary", "as it must be", Offshore),
        new("scope.area", "one leg leaves it", () => Scope(s => s with { Areas = [new("north", [[-120, 31], [-116, 31], [-116, 33.2], [-120, 33.2]])] })),
        new("scope.area", "the corridor is wider", () => Scope(s => s with { Areas = [new("tight", [[-118.5, 29.998], [-116, 29.998], [-116, 33.2], [-118.5, 33.2]])] })),
        new("scope.area", "within", Offshore),
        new("scope.altitude", "above", () => Scope(s => s with { Altitude = new(0, 6_000) })),
        new("scope.altitude", "above by its tolerance", () => Scope(s => s with { Altitude = new(0, 7_050) })),
        new("scope.altitude", "below the floor", () => Scope(s => s with { Altitude = new(250, 9_000) })),
        new("scope.altitude", "within", Offshore),
        new("scope.time", "a window that ends at the landing", () => Scope(s => s with { Windows = [new(T(Take), Offshore().Sortie.Route.Points[^1].At)] })),
        new("scope.time", "a window that ends a second later", () => Scope(s => s with { Windows = [new(T(Take), Offshore().Sortie.Route.Points[^1].At.AddSeconds(1))] })),
        new("scope.time", "windows with a gap", () => Scope(s => s with { Windows = [new(T(Take), T("2026-03-02T06:30:00Z")), new(T("2026-03-02T06:31:00Z"), T("2026-03-03"))] })),
        new("scope.sensors", "one not allowed, one not carried", () => Conducted(c => c with { Sensors = [new("sar", new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:30:00Z")))] })),
        new("payload.unarmed", "a weapon beside a camera", () => Offshore().Plan(s => s with { Payload = [.. s.Payload, new("Hellfire")] })),
        new("payload.unarmed", "none", Offshore),
        new("consent.in-force", "given, valid from and recorded at the entry", () => Consented(c => c with { GivenAt = Entry, Validity = new(Entry, T("2026-06-01")) })),
        new("consent.in-force", "given a second after the entry", () => Consented(c => c with { GivenAt = Entry.AddSeconds(1) })),
        new("consent.in-force", "valid until the exit", () => Consented(c => c with { Validity = new(T("2026-02-15"), Exit) })),
        new("consent.in-force", "withdrawn at the exit", () => Consented(c => c with { RevokedAt = Exit })),
        new("consent.in-force", "withdrawn a second later", () => Consented(c => c with { RevokedAt = Exit.AddSeconds(1) })),
        new("consent.in-force", "not given, beside one of another time", () => Consented(c => c with { GivenAt = null }).Add(Inland().Papers.OfType<Consent>().Single() with { Id = "mex-2", Validity = new(T("2026-05-01"), T("2026-06-01")) })),
        new("consent.in-force", "near the line", NearTheLine),
        new("consent.in-force", "recorded late", () => Consented(c => c with { RecordedAt = T("2026-03-05") }).Flown(), "2026-03-10"),
        new("consent.in-force", "over the sea", Offshore),
        new("consent.conditions", "all hold", Inland),
        new("consent.conditions", "none holds", () => Condition(c => c with { Registrations = ["N1", "N2"], PurposeCodes = ["rescue", "training"], MostHours = 0.25, SensorKinds = [], PresentParties = ["SEDENA"] })),
        new("consent.conditions", "two sensors may be, another is", () => Condition(c => c with { SensorKinds = ["radar", "sar"] })),
        new("consent.conditions", "too high", () => Condition(c => c with { Altitude = new(0, 6_000) })),
        new("consent.conditions", "perhaps too high", () => Condition(c => c with { Altitude = new(0, 7_050) })),
        new("consent.conditions", "out of the area", () => Condition(c => c with { Areas = [new("coast", [[-118, 30], [-116.5, 30], [-116.5, 32.5], [-118, 32.5]])] })),
        new("consent.conditions", "perhaps out of the area", () => Condition(c => c with { Areas = [new("narrow", [[-118, 30.895], [-115.5, 30.895], [-115.5, 32.5], [-118, 32.5]])] })),
        new("consent.conditions", "near the line, for another aircraft", () => NearTheLine().Add(Inland().Papers.OfType<Consent>().Single() with { Conditions = new() { Registrations = ["N1"] } })),
        new("consent.lead-time", "seven days before the entry", () => Consented(c => c with { RequestedAt = Entry.AddSeconds(-7 * 86_400) })),
        new("consent.lead-time", "a day less", () => Consented(c => c with { RequestedAt = Entry.AddSeconds(-6 * 86_400) })),
        new("consent.lead-time", "asked twice", () => Consented(c => c with { RequestedAt = T("2026-02-27") }).Add(Inland().Papers.OfType<Consent>().Single() with { Id = "mex-2" })),
        new("consent.lead-time", "not asked", () => Inland().Without<Consent>("mex-1")),
        new("consent.lead-time", "near the line", NearTheLine),
        new("zones.known", "over land", Inland),
        new("zones.known", "near the line", NearTheLine),
        new("diversion.known", "two places", () => Offshore().Plan(s => s with { Diversions = [new("San Clemente", 33.02, -118.58, true), new("Ensenada", 31.79, -116.6)] })),
        new("diversion.known", "none without its link", () => Offshore().Plan(s => s with { Diversions = [new("San Clemente", 33.02, -118.58)] })),
        new("diversion.known", "flown", () => Offshore().Plan(s => s with { Diversions = [] }).Flown(), "2026-03-10"),
        new("diversion.told", "an emergency", () => Happened(IncidentKind.EmergencyDiversion, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z"), "2026-03-10"),
        new("notice.failures", "not told, a day later", () => Happened(IncidentKind.LostLink, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z"), "2026-03-03"),
        new("notice.failures", "not told, when due", () => Happened(IncidentKind.UnlawfulAct, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z"), "2026-03-04T07:00:00Z"),
        new("notice.failures", "not told, a second later", () => Happened(IncidentKind.Crash, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z"), "2026-03-04T07:00:01Z"),
        new("notice.failures", "told when due", () => Happened(IncidentKind.Crash, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z").Add(Told("sortie.s-1.incident.1", T("2026-03-04T07:00:00Z"))), "2026-03-10"),
        new("notice.failures", "told a second later", () => Happened(IncidentKind.Crash, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z").Add(Told("sortie.s-1.incident.1", T("2026-03-04T07:00:01Z"))), "2026-03-10"),
        new("notice.failures", "waived for one letter", () => Happened(IncidentKind.Crash, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z").Add(Told("sortie.s-1.incident.1", T("2026-03-03")) with { SentAt = null, Waiver = new("X", T("2026-03-03"), "y") }), "2026-03-10"),
        new("notice.new", "told at take-off", () => Announced(n => n with { SentAt = T(Take) }).Flown(), "2026-03-10"),
        new("notice.new", "told a second later", () => Announced(n => n with { SentAt = T(Take).AddSeconds(1) }).Flown(), "2026-03-10"),
        new("notice.new", "waived", () => Announced(n => n with { SentAt = null, Waiver = new("X", T("2026-01-10"), "y") })),
        new("notice.new", "not told", () => Offshore().Without<Notice>("n-programme.lantern.v1")),
        new("notice.recipients", "all had it, the last now", () => Announced(n => n with { Receipts = [n.Receipts[0], n.Receipts[1] with { At = Now }] })),
        new("notice.recipients", "one a second from now", () => Announced(n => n with { Receipts = [n.Receipts[0], n.Receipts[1] with { At = Now.AddSeconds(1) }] })),
        new("notice.recipients", "others", () => Announced(n => n with { Recipients = "liaison.mex" })),
        new("notice.recipients", "nobody on record", () => Announced(n => n with { Recipients = "nobody" })),
        new("notice.recipients", "waived by X for y", () => Announced(n => n with { Waiver = new("X", T("2026-01-11"), "y") })),
        new("notice.recipients", "waived by nobody", () => Announced(n => n with { Waiver = new("", T("2026-01-11"), "y") })),
        new("notice.recipients", "waived without reasons", () => Announced(n => n with { Waiver = new("X", T("2026-01-11"), "") })),
        new("notice.recipients", "limited", () => Limited(l => l)),
        new("notice.limited", "for one letter, others told now, due now", () => Limited(l => l with { Reasons = "y", OthersToldAt = Now, ReviewBy = Now })),
        new("notice.limited", "for nothing, others not told, due a second ago", () => Limited(l => l with { Reasons = "", OthersToldAt = Now.AddSeconds(1), ReviewBy = Now.AddSeconds(-1) })),
        new("notice.limited", "reviewed now", () => Limited(l => l with { ReviewBy = T("2026-02-01"), ReviewedAt = Now })),
        new("notice.limited", "until long after", () => Limited(l => l with { ReviewBy = T("2027-06-01") })),
        new("change.significant", "two sensors, not told", () => Expanded(e => e with { SensorKinds = ["sar", "gmti", "eo-ir"] })),
        new("change.significant", "told", () => Expanded(e => e with { SensorKinds = ["sar", "eo-ir"] }).Add(Told("programme.lantern.v2", T("2026-02-12")))),
        new("change.significant", "waived", () => Expanded(e => e with { SensorKinds = ["sar", "eo-ir"] }).Add(Told("programme.lantern.v2", T("2026-02-12")) with { SentAt = null, Waiver = new("X", T("2026-02-12"), "y") })),
        new("change.significant", "prepared, not sent", () => Expanded(e => e with { SensorKinds = ["sar", "eo-ir"] }).Add(Told("programme.lantern.v2", T("2026-02-12")) with { SentAt = null })),
        new("change.significant", "nothing ever told", () => Offshore().Without<Notice>("n-programme.lantern.v1")),
        new("designation.as-of", "effective at take-off", () => Designated(d => d with { EffectiveAt = T(Take) })),
        new("designation.as-of", "effective a second later", () => Designated(d => d with { EffectiveAt = T(Take).AddSeconds(1) })),
        new("designation.as-of", "ended at the landing", () => Designated(d => d with { RevokedAt = Offshore().Sortie.Route.Points[^1].At })),
        new("designation.as-of", "matched now", () => Designated(d => d with { Match = d.Match! with { At = Now } })),
        new("designation.as-of", "matched a second from now", () => Designated(d => d with { Match = d.Match! with { At = Now.AddSeconds(1) } })),
        new("designation.as-of", "a draft", () => Designated(d => d with { EffectiveAt = null })),
        new("designation.not-alone", "with an instrument", () => Designated(d => d)),
        new("designation.not-alone", "alone", () => Designated(d => d).Plan(s => s with { Instrument = null })),
        new("control.chain", "from take-off to the landing, at level 4, by Y", () => Controlled(Control("A", Take, "2026-03-02T12:00:00Z") with { Interoperability = 4, Pilot = "Y", During = new(T(Take), Offshore().Sortie.Route.Points[^1].At) })),
        new("control.chain", "everything wrong", () => Controlled(Control("A", "2026-03-02T06:10:00Z", "2026-03-02T07:00:00Z") with { Interoperability = 3, Pilot = "", LinkIsSigned = false }, Control("B", "2026-03-02T06:50:00Z", "2026-03-02T07:10:00Z"), Control("C", "2026-03-02T07:30:00Z", "2026-03-02T07:40:00Z"))),
        new("control.chain", "handed over at once", Offshore),
        new("flight.facts", "no papers", Offshore, "2026-03-10"),
        new("flight.facts", "no registration, no landing", () => Offshore().Flown(f => f with { Aircraft = new("MQ-9A", ""), Landing = null }), "2026-03-10"),
        new("flight.facts", "lost", () => Offshore().Flown(f => f with { Landing = null, Incidents = [new(IncidentKind.Crash, new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:00:00Z")), "x")] }), "2026-03-10"),
        new("flight.facts", "took off a minute into the track", () => Offshore().Flown(f => f with { TakeOff = f.TakeOff with { At = T(Take).AddSeconds(60) } }), "2026-03-10"),
        new("flight.facts", "took off later", () => Offshore().Flown(f => f with { TakeOff = f.TakeOff with { At = T(Take).AddSeconds(61) } }), "2026-03-10"),
        new("sensor.intervals", "on from take-off to the landing", () => Conducted(c => c with { Sensors = [new("eo-ir", new(T(Take), Offshore().Sortie.Route.Points[^1].At))] })),
        new("sensor.intervals", "on before take-off", () => Conducted(c => c with { Sensors = [new("eo-ir", new(T(Take).AddSeconds(-1), T("2026-03-02T07:00:00Z")))] })),
        new("sensor.intervals", "on after the landing", () => Conducted(c => c with { Sensors = [new("eo-ir", new(T(Take), Offshore().Sortie.Route.Points[^1].At.AddSeconds(3)))] })),
        new("sensor.intervals", "what it saw is not told", () => Offshore().Flown(f => f with { Conduct = f.Conduct with { Sensors = [f.Conduct.Sensors[0] with { Hull = null }] } }), "2026-03-10"),
        new("data.retention", "of class x, deleted when evaluated", () => Offshore().Plan(s => s with { Data = s.Data with { DataClass = "x", DeleteBy = s.Data.EvaluateBy } })),
        new("data.retention", "of no class, deleted before", () => Offshore().Plan(s => s with { Data = s.Data with { DataClass = "", DeleteBy = T("2026-03-31") } })),
        new("data.retention", "evaluated by now", () => Product(p => p with { DataClass = null }), "2026-04-01"),
        new("data.retention", "evaluated a second too late", () => Product(p => p with { DataClass = null, EvaluatedAt = T("2026-04-02") }), "2026-04-01T00:00:01Z"),
        new("data.retention", "deleted by now", () => Product(p => p with { EvaluatedAt = T("2026-08-01") }), "2026-08-01"),
        new("data.retention", "not deleted", () => Product(p => p with { EvaluatedAt = T("2026-03-05") }), "2026-08-02"),
        new("data.retention", "held", () => Product(p => p with { EvaluatedAt = T("2026-03-05"), HeldBy = "Court" }), "2026-08-02"),
        new("data.retention", "deleted now, without a leaf", () => Product(p => p with { EvaluatedAt = T("2026-03-05"), DeletedAt = T("2026-08-02") }), "2026-08-02"),
        new("data.retention", "dates of its own, a short hash", () => Product(p => p with { Sha256 = "abc", EvaluateBy = T("2026-03-04"), DeleteBy = T("2026-03-05") }), "2026-03-10"),
        new("footage.class", "released now", () => Accessed(a => a), "2026-03-10"),
        new("footage.class", "released a second from now", () => Accessed(a => a), "2026-03-09T23:59:59Z"),
        new("footage.class", "read, not given", () => Accessed(a => a with { Act = "read" }), "2026-03-10"),
        new("footage.class", "no office", () => Accessed(a => a with { ReleasingOffice = "" }), "2026-03-10"),
        new("footage.class", "no product", () => Accessed(a => a with { Product = "other" }), "2026-03-10"),
        new("access.recorded", "read now", () => Accessed(a => a), "2026-03-10"),
        new("access.recorded", "read a second from now", () => Accessed(a => a), "2026-03-09T23:59:59Z"),
        new("access.recorded", "not in the record", () => Accessed(a => a with { Leaf = null }), "2026-03-10"),
        new("access.recorded", "of no purpose", () => Accessed(a => a with { Why = "" }), "2026-03-10"),
        new("summary.public", "of the first year, due now", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2025-12-01") }), null, "2026-04-01"),
        new("summary.public", "of the first year, due a second ago", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2025-12-01") }), null, "2026-04-01T00:00:01Z"),
        new("summary.public", "of two years, one published", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2024-06-01") }).With<PublicSummary>("s-2025", s => s with { Programme = "lantern" }), null, "2026-04-02"),
        new("summary.public", "of half the year", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2024-06-01") }).With<PublicSummary>("s-2025", s => s with { Programme = "lantern", Period = new(T("2025-01-02"), T("2026-01-01")) }), null, "2026-04-02"),
        new("summary.public", "published now", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2025-06-01") }).With<PublicSummary>("s-2025", s => s with { Programme = "lantern", Period = new(T("2025-06-01"), T("2026-01-01")), PublishedAt = T("2026-04-02") }), null, "2026-04-02"),
        new("regime.recorded", "no programme", () => Offshore().Without<Operation>("op-1")),
        new("instrument.written", "orally, signed now", () => Finding(f => f with { SignedAt = Now, DecidedOrallyAt = T("2026-02-28") })),
        new("instrument.written", "orally, in writing after 48 hours and ten seconds", () => Finding(f => f with { SignedAt = T("2026-02-03T00:00:10Z"), DecidedOrallyAt = T("2026-02-01") })),
        new("scope.area", "flown just outside", () => Scope(s => s with { Areas = [new("edge", [[-120, 30.0001], [-112, 30.0001], [-112, 33.2], [-120, 33.2]])] }).Flown(), "2026-03-10"),
        new("scope.time", "flown from a later take-off to a later landing", () => Scope(s => s with { Windows = [new(T(Take).AddSeconds(30), T("2026-03-02T09:00:00Z"))] }).Flown(f => f with { TakeOff = f.TakeOff with { At = T(Take).AddSeconds(30) }, Landing = f.Landing! with { At = T("2026-03-02T08:30:00Z") } }), "2026-03-10"),
        new("scope.sensors", "one carried and on", Offshore),
        new("consent.in-force", "valid from a second after the entry", () => Consented(c => c with { Validity = new(Entry.AddSeconds(1), T("2026-06-01")) })),
        new("consent.in-force", "given at the entry, valid until the exit", () => Consented(c => c with { GivenAt = Entry, Validity = new(T("2026-02-15"), Exit) })),
        new("consent.in-force", "two cover it", () => Inland().Add(Mexicos with { Id = "mex-2", Reference = "second" })),
        new("consent.in-force", "near the line, not given", () => NearTheLine().Add(Mexicos with { GivenAt = null })),
        new("consent.in-force", "recorded at the entry", () => Consented(c => c with { RecordedAt = FlownEntry }).Flown(), "2026-03-10"),
        new("consent.in-force", "an emergency from the entry to the exit", () => Emergency(IncidentKind.EmergencyDiversion, 0, 0), "2026-03-10"),
        new("consent.in-force", "without its link from the entry to the exit", () => Emergency(IncidentKind.LostLink, 0, 0), "2026-03-10"),
        new("consent.in-force", "an emergency from after the entry", () => Emergency(IncidentKind.EmergencyDiversion, 60, 0), "2026-03-10"),
        new("consent.in-force", "an emergency until before the exit", () => Emergency(IncidentKind.EmergencyDiversion, 0, -60), "2026-03-10"),
        new("consent.in-force", "an unlawful act is no emergency", () => Emergency(IncidentKind.UnlawfulAct, 0, 0), "2026-03-10"),
        new("consent.conditions", "none on record", () => Inland().Without<Consent>("mex-1")),
        new("consent.conditions", "for its purpose", () => Condition(c => c with { PurposeCodes = ["counter-narcotics"] })),
        new("consent.conditions", "for one of two purposes", () => Condition(c => c with { PurposeCodes = ["counter-narcotics"] }).Plan(s => s with { PurposeCodes = ["counter-narcotics", "training"] })),
        new("consent.conditions", "for as long as it is", () => Condition(c => c with { MostHours = Exit.SecondsSince(Entry) / 3_600 })),
        new("consent.conditions", "for a fifth of a second less", () => Condition(c => c with { MostHours = (Exit.SecondsSince(Entry) - 0.2) / 3_600 })),
        new("consent.conditions", "for less than it certainly is", () => Condition(c => c with { MostHours = (Exit.SecondsSince(Entry) - 60) / 3_600 })),
        new("consent.conditions", "other States' hours are their own", () => Condition(c => c with { MostHours = Exit.SecondsSince(Entry) / 3_600 }).With<Programme>("lantern", p => p with { OperatingState = "CAN" })),
        new("consent.conditions", "hours that another consent would be for", () => Twice().With<Consent>("mex-1", c => c with { Validity = new(T("2026-02-15"), T("2026-03-02T07:40:00Z")), Conditions = new() { MostHours = 0.6 } })),
        new("consent.conditions", "a sensor on until before the entry", () => Watched(T(Take), Entry.AddSeconds(-1))),
        new("consent.conditions", "a sensor on until the entry", () => Watched(T(Take), Entry)),
        new("consent.conditions", "a sensor on from the exit", () => Watched(Exit, Exit.AddSeconds(60))),
        new("consent.conditions", "a sensor on from after the exit", () => Watched(Exit.AddSeconds(1), Exit.AddSeconds(60))),
        new("consent.conditions", "one end of each leg too high", () => Condition(c => c with { Altitude = new(0, 7_500) }).Plan(s => s with { Route = s.Route with { Points = [.. s.Route.Points.Select((p, i) => i == 3 ? p with { AltitudeMetres = 8_000 } : p)] } })),
        new("consent.conditions", "an area that begins at the entry", () => Condition(c => c with { Areas = [new("inland", [[-116.75, 30.4], [-115.4, 30.4], [-115.4, 31.5], [-116.75, 31.5]])] })),
        new("consent.conditions", "an area that the line leaves by less than the corridor", () => Condition(c => c with { Areas = [new("north", [[-118, 30.905], [-115, 30.905], [-115, 32.5], [-118, 32.5]])] })),
        new("consent.conditions", "an area that was left", () => Condition(c => c with { Areas = [new("coast", [[-118, 30], [-116.2, 30], [-116.2, 32.5], [-118, 32.5]])] }).Plan(s => s with { Route = Route(1_000, (32.7, -117.25), (32.4, -118.0), (31.0, -117.2), (30.95, -116.1), (31.0, -117.2), (32.4, -118.0), (32.7, -117.25)) }).Flown(), "2026-03-10"),
        new("consent.conditions", "a party there one after the other, told backwards", () => Present((T("2026-03-02T07:05:00Z"), Exit.AddSeconds(1)), (T("2026-03-02T06:50:00Z"), T("2026-03-02T07:05:00Z")))),
        new("consent.conditions", "a party there until the exit", () => Present((T("2026-03-02T06:50:00Z"), Exit))),
        new("consent.conditions", "the better of two", () => Condition(c => c with { Registrations = ["N1"], Altitude = new(0, 7_050) }).Add(Mexicos with { Id = "mex-2", Conditions = new() { Altitude = new(0, 7_050) } })),
        new("consent.conditions", "the first of two alike", () => Inland().Add(Mexicos with { Id = "mex-2", Reference = "second" })),
        new("consent.lead-time", "a second too late", () => Consented(c => c with { RequestedAt = Entry.AddSeconds(1 - 7 * 86_400) })),
        new("consent.lead-time", "flown, first perhaps and then for certain", () => Consented(c => c with { RequestedAt = T("2026-02-27") }).Flown(), "2026-03-10"),
        new("consent.lead-time", "a consent that ran out at the entry", () => Consented(c => c with { Validity = new(T("2026-02-15"), Entry) })),
        new("zones.known", "where two States claim it", () => Offshore().Plan(s => s with { Route = Route(1_000, (45.2, 34.2), (45.3, 34.4), (45.2, 34.6)) })),
        new("diversion.known", "into the State that flies", () => Offshore().With<Programme>("lantern", p => p with { OperatingState = "MEX" }).Plan(s => s with { Diversions = [new("Ensenada", 31.79, -116.6, true)] })),
        new("diversion.told", "a lost link is no diversion", () => Happened(IncidentKind.LostLink, "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z"), "2026-03-10"),
        new("change.significant", "another aircraft flew", () => Offshore().Flown(f => f with { Aircraft = new("MQ-4C", "N2") }), "2026-03-10"),
        new("designation.as-of", "ends after the landing", () => Designated(d => d with { RevokedAt = T("2026-03-02T09:00:00Z") })),
        new("designation.as-of", "no operation", () => Offshore().Without<Operation>("op-1")),
        new("designation.not-alone", "of nobody", Offshore),
        new("control.chain", "another begins after the landing", () => Controlled(Control("A", Take, "2026-03-02T12:00:00Z") with { During = new(T(Take), Offshore().Sortie.Route.Points[^1].At) }, Control("B", "2026-03-02T10:00:00Z", "2026-03-02T12:00:00Z"))),
        new("sensor.intervals", "on for a second after the landing", () => Conducted(c => c with { Sensors = [new("eo-ir", new(T(Take), Offshore().Sortie.Route.Points[^1].At.AddSeconds(1)))] })),
        new("sensor.intervals", "on for a second and a half", () => Conducted(c => c with { Sensors = [new("eo-ir", new(T(Take), Offshore().Sortie.Route.Points[^1].At.AddSeconds(1.5)))] })),
        new("data.retention", "a hash of 13 letters", () => Product(p => p with { Sha256 = "abcdefghijklm" }), "2026-03-10"),
        new("footage.class", "of a class that there is not", () => Product(p => p with { FootageClass = "other" }).With<FlownSortie>("f-1", f => f with { Accesses = [new(f.Products[0].Sha256, "disclosure", "Air Wing", "Court", "subpoena", T("2026-03-10"), 9, "Clerk")] }), "2026-03-10"),
        new("access.recorded", "of a product of 13 letters", () => Accessed(a => a with { Product = "abcdefghijklm", Leaf = null }), "2026-03-10"),
        new("summary.public", "of a year less its first second", () => SummaryOf(new(T("2025-01-01T00:00:01Z"), T("2026-01-01"))), null, "2026-04-02"),
        new("summary.public", "of a year less its last second", () => SummaryOf(new(T("2025-01-01"), T("2025-12-31T23:59:59Z"))), null, "2026-04-02"),
        new("summary.public", "published a second from now", () => SummaryOf(new(T("2025-01-01"), T("2026-01-01")), "2026-04-02T00:00:01Z"), null, "2026-04-02"),
    ];

    private static Overflight.Tracks.UtcInstant Entry => Inland().Decide().Path.States.First(s => s.State == "MEX").From;

    private static Overflight.Tracks.UtcInstant Exit => Inland().Decide().Path.States.Last(s => s.State == "MEX").To;

    private static Overflight.Tracks.UtcInstant FlownEntry => Inland().Flown().Decide(DecisionStage.Flown).Path.States.First(s => s.State == "MEX").From;

    private static Consent Mexicos => Inland().Papers.OfType<Consent>().Single();

    private static Scene Emergency(IncidentKind kind, double fromEntry, double toExit)
    {
        var stays = Inland().Flown().Decide(DecisionStage.Flown).Path.States.Where(s => s.State == "MEX").ToArray();
        return Inland().Without<Consent>("mex-1").Flown(f => f with { Incidents = [new(kind, new(stays[0].From.AddSeconds(fromEntry), stays[^1].To.AddSeconds(toExit)), "engine")] });
    }

    private static Scene Watched(Overflight.Tracks.UtcInstant from, Overflight.Tracks.UtcInstant to) =>
        Condition(c => c with { SensorKinds = [] }).Plan(s => s with { Conduct = s.Conduct with { Sensors = [new("eo-ir", new(from, to))] } });

    private static Scene Present(params (Overflight.Tracks.UtcInstant From, Overflight.Tracks.UtcInstant To)[] times) =>
        Condition(c => c with { PresentParties = ["SEDENA"] }).Plan(s => s with { Conduct = s.Conduct with { Sessions = [.. times.Select(t => new PartySession("SEDENA", new(t.From, t.To), 2))] } });

    private static Scene SummaryOf(TimeWindow period, string publishedAt = "2026-02-01") => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2024-06-01") })
        .With<PublicSummary>("s-2025", s => s with { Programme = "lantern", Period = period, PublishedAt = T(publishedAt) });

    [Fact]
    public void Each_finding_rests_on_what_it_says()
    {
        var text = new StringBuilder();
        foreach (var row in s_rows)
        {
            var answer = row.FlownNow is { } flown ? row.Scene().Answer(row.Rule, DecisionStage.Flown, T(flown)) : row.Scene().Answer(row.Rule, DecisionStage.Plan, T(row.PlanNow ?? "2026-03-01"));
            text.Append(CultureInfo.InvariantCulture, $"{row.Rule}, {row.What}: {answer.Outcome}\n");
            foreach (var reason in answer.Reasons)
                text.Append(CultureInfo.InvariantCulture, $"  {reason.Outcome}: {reason.Text}\n    [{string.Join("; ", Evidence(reason))}]\n");
        }
        var golden = Path.Combine(Repository.Root, "tests", "Overflight.Authority.Tests", "Golden", "evidence.txt");
        if (Environment.GetEnvironmentVariable("OVERFLIGHT_GOLDEN") == "write")
            File.WriteAllText(golden, text.ToString());

        Assert.Equal(File.ReadAllText(golden), text.ToString());
    }

    private static IEnumerable<string> Evidence(RuleReason reason) => new[]
    {
        string.Join(", ", reason.Documents),
        reason.From is null ? "" : reason.To is null ? $"at {reason.From}" : $"{reason.From} to {reason.To}",
        reason.FirstLeg is null ? "" : $"legs {reason.FirstLeg} to {reason.LastLeg}",
        reason.State ?? "",
        string.Join(", ", reason.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Name} {n.Value:0.###}"))),
    }.Where(part => part.Length > 0);
}
