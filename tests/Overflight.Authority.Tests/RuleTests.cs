using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests;

/// <summary>Each rule, on papers that differ in one thing from those on which it passes: what it says, and the reason that it gives.</summary>
public sealed class RuleTests
{
    private const DecisionStage Plan = DecisionStage.Plan;
    private const DecisionStage Flown = DecisionStage.Flown;
    private const RuleOutcome Pass = RuleOutcome.Pass;
    private const RuleOutcome Unknown = RuleOutcome.Unknown;
    private const RuleOutcome Refuse = RuleOutcome.Refuse;

    private sealed record Row(string Rule, Func<Scene> Scene, RuleOutcome Outcome, string Reason, DecisionStage Stage = Plan, string? Now = null);

    private static readonly Row[] s_rows =
    [
        new("regime.recorded", () => Offshore().Without<Programme>("lantern"), Refuse, "no programme of operation op-1"),
        new("regime.recorded", () => Regime(r => r with { ChosenBy = "" }), Refuse, "without the office that chose it"),
        new("regime.recorded", () => Regime(r => r with { Reasons = "" }), Refuse, "without reasons"),
        new("regime.recorded", () => Regime(r => r with { ChosenAt = T("2026-03-03") }), Refuse, "after the first act"),
        new("regime.recorded", () => Regime(r => r with { ChosenAt = T("2026-03-02T06:00:00Z") }), Pass, "chosen by"),
        new("regime.recorded", () => Regime(r => r with { ChallengedBy = "Senate committee", ChallengedAt = T("2026-02-01") }), Unknown, "Senate committee challenged the regime"),
        new("regime.recorded", () => Regime(r => r with { ChallengedBy = "Senate committee", ChallengedAt = T("2026-02-01"), SettledAt = T("2026-02-10") }), Pass, "chosen by"),
        new("regime.recorded", () => Regime(r => r with { ChallengedBy = "Senate committee", ChallengedAt = T("2026-02-01"), SettledAt = T("2026-03-10") }), Unknown, "not settled"),
        new("regime.recorded", () => Offshore().With<Programme>("lantern", p => p with { Ended = true }), Refuse, "has ended"),

        new("instrument.written", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "rests on no instrument"),
        new("instrument.written", () => Offshore().Without<Instrument>("finding-1"), Refuse, "not on record"),
        new("instrument.written", () => Offshore().With<Operation>("op-1", o => o with { Instruments = [] }), Refuse, "does not rest on instrument"),
        new("instrument.written", () => Finding(f => f with { Signer = "" }), Refuse, "no signer"),
        new("instrument.written", () => Finding(f => f with { SignedAt = null }), Refuse, "is not signed"),
        new("instrument.written", () => Finding(f => f with { SignedAt = null, DecidedOrallyAt = T("2026-02-28") }), Unknown, "it must be in writing by 2026-03-02T00:00:00Z"),
        new("instrument.written", () => Finding(f => f with { SignedAt = null, DecidedOrallyAt = T("2026-02-27") }), Unknown, "it must be in writing by"),
        new("instrument.written", () => Finding(f => f with { SignedAt = null, DecidedOrallyAt = T("2026-02-26T23:00:00Z") }), Refuse, "not in writing within 48 hours"),
        new("instrument.written", () => Finding(f => f with { SignedAt = T("2026-02-05"), DecidedOrallyAt = T("2026-02-01") }), Refuse, "in writing only at"),
        new("instrument.written", () => Finding(f => f with { SignedAt = T("2026-02-02"), DecidedOrallyAt = T("2026-02-01") }), Pass, "signed by The President"),
        new("instrument.written", () => Finding(f => f with { SignedAt = T("2026-03-05") }), Refuse, "is not signed at 2026-03-01"),

        new("instrument.before-first-act", () => Finding(f => f with { SignedAt = T("2026-03-03") }), Refuse, "after the first act"),
        new("instrument.before-first-act", () => Finding(f => f with { SignedAt = T("2026-03-02T06:00:00Z") }), Pass, "decided at"),
        new("instrument.before-first-act", () => Finding(f => f with { SignedAt = null }), Refuse, "nobody decided it"),
        new("instrument.before-first-act", () => Finding(f => f with { RecordedAt = T("2026-03-05") }).Flown(), Unknown, "recorded only at 2026-03-05", Flown, "2026-03-10"),
        new("instrument.before-first-act", () => Offshore().Without<Instrument>("finding-1"), Refuse, "no instrument"),

        new("instrument.in-force", () => Finding(f => f with { RevokedAt = T("2026-02-20") }), Refuse, "before the flight"),
        new("instrument.in-force", () => Finding(f => f with { RevokedAt = T("2026-03-02T07:00:00Z") }), Refuse, "in flight"),
        new("instrument.in-force", () => Finding(f => f with { RevokedAt = T("2026-03-03") }), Pass, "not revoked"),
        new("instrument.in-force", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("parties.listed", () => Offshore().Plan(s => s with { Conduct = s.Conduct with { Sessions = [new("Partner Agency", new(T("2026-03-02T06:10:00Z"), T("2026-03-02T07:00:00Z")), 2)] } }), Refuse, "Partner Agency takes part from 2026-03-02T06:10:00Z"),
        new("parties.listed", () => Offshore().Plan(s => s with { Data = s.Data with { DisseminatedTo = ["Partner Agency"] } }), Refuse, "Partner Agency is to get what is collected"),
        new("parties.listed", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("parties.interoperability", () => Finding(f => f with { Parties = [new("Air Wing", 4)] }), Refuse, "Air Wing at level 5, and the instrument gives it 4"),
        new("parties.interoperability", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("purpose.primary", () => Offshore().Plan(s => s with { PurposeCodes = ["counter-narcotics", "training"] }), Refuse, "2 primary purposes"),
        new("purpose.primary", () => Offshore().Plan(s => s with { PurposeCodes = ["training"] }), Refuse, "not for \"training\""),
        new("purpose.primary", () => Offshore().Plan(s => s with { Purpose = "" }), Refuse, "not told in words"),
        new("purpose.primary", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument for"),

        new("scope.area", () => Scope(s => s with { Areas = [new("north", [[-120, 31], [-116, 31], [-116, 33.2], [-120, 33.2]])] }), Refuse, "leg 2 is outside \"north\""),
        new("scope.area", () => Scope(s => s with { Areas = [new("tight", [[-118.5, 29.998], [-116, 29.998], [-116, 33.2], [-118.5, 33.2]])] }), Unknown, "may be outside \"tight\""),
        new("scope.area", () => Scope(s => s with { Areas = [new("north", [[-120, 31], [-112, 31], [-112, 33.2], [-120, 33.2]]), new("south", [[-120, 28], [-112, 28], [-112, 31.2], [-120, 31.2]])] }), Pass, "\"north\", \"south\""),
        new("scope.area", () => Scope(s => s with { Areas = [new("north", [[-120, 31], [-116, 31], [-116, 33.2], [-120, 33.2]])] }).Flown(), Refuse, "is outside \"north\"", Flown),
        new("scope.area", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("scope.altitude", () => Scope(s => s with { Altitude = new(0, 6_000) }), Refuse, "is between"),
        new("scope.altitude", () => Scope(s => s with { Altitude = new(0, 7_050) }), Unknown, "6900 and 7100 m, and 0 to 7050 m"),
        new("scope.altitude", () => Scope(s => s with { Altitude = new(0, 7_100) }), Pass, "all legs are between"),
        new("scope.altitude", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("scope.time", () => Scope(s => s with { Windows = [new(T("2026-03-02T00:00:00Z"), T("2026-03-02T07:00:00Z"))] }), Refuse, "no window holds 2026-03-02T07:00:00Z"),
        new("scope.time", () => Scope(s => s with { Windows = [new(T("2026-03-02T07:00:00Z"), T("2026-03-03T00:00:00Z"))] }), Refuse, "no window holds 2026-03-02T06:00:00Z"),
        new("scope.time", () => Scope(s => s with { Windows = [new(T("2026-03-02T07:00:00Z"), T("2026-03-03T00:00:00Z")), new(T("2026-03-02T00:00:00Z"), T("2026-03-02T07:00:00Z"))] }), Pass, "is within a window"),
        new("scope.time", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("scope.sensors", () => Scope(s => s with { SensorKinds = ["sar"] }), Refuse, "eo-ir is carried, and sar is allowed"),
        new("scope.sensors", () => Offshore().Plan(s => s with { Payload = [.. s.Payload, new("Signals receiver", "sigint")] }), Refuse, "sigint is carried"),
        new("scope.sensors", () => Offshore().Plan(s => s with { Payload = [new("Ku-band terminal")] }), Refuse, "is not in the payload"),
        new("scope.sensors", () => Offshore().Plan(s => s with { Instrument = null }), Refuse, "no instrument"),

        new("payload.unarmed", () => Offshore().Plan(s => s with { Payload = [.. s.Payload, new("AGM-114 Hellfire")] }), Refuse, "names a weapon (\"AGM-114\")"),
        new("payload.unarmed", () => Offshore().Flown(f => f with { Payload = [.. f.Payload, new("GBU-12")] }), Refuse, "names a weapon", Flown),

        new("consent.in-force", () => Inland().Without<Consent>("mex-1"), Refuse, "MEX is entered between"),
        new("consent.in-force", () => Inland().Without<Consent>("mex-1"), Refuse, "no consent is on record"),
        new("consent.in-force", () => Consented(c => c with { GivenAt = null }), Refuse, "is not given"),
        new("consent.in-force", () => Consented(c => c with { GivenAt = T("2026-03-02T08:00:00Z") }), Refuse, "was given only at"),
        new("consent.in-force", () => Consented(c => c with { Validity = new(T("2026-02-15"), T("2026-03-02T07:10:00Z")) }), Refuse, "is valid from"),
        new("consent.in-force", () => Consented(c => c with { RevokedAt = T("2026-03-02T07:10:00Z") }), Refuse, "was withdrawn at"),
        new("consent.in-force", () => Consented(c => c with { RevokedAt = T("2026-03-02T23:30:00Z") }), Pass, "MEX: consent AFAC-17/2026"),
        new("consent.in-force", () => Consented(c => c with { State = "GTM" }), Refuse, "no consent is on record"),
        new("consent.in-force", () => Consented(c => c with { RecordedAt = T("2026-03-05") }).Flown(), Unknown, "was recorded only at", Flown, "2026-03-10"),
        new("consent.in-force", () => NearTheLine(), Unknown, "cannot be ruled out"),
        new("consent.in-force", () => Diverted(null), Pass, "in an emergency from", Flown),
        new("consent.in-force", () => Diverted(null, "2026-03-02T07:10:00Z"), Refuse, "MEX is entered between", Flown),
        new("consent.lead-time", () => Diverted(null), Pass, "nothing in the sortie", Flown),
        new("change.significant", () => Diverted(null), Pass, "nothing goes beyond", Flown),
        new("change.significant", () => NearTheLine(), Unknown, "that MEX is entered cannot be ruled out, beside none"),

        new("consent.conditions", () => Condition(c => c with { Registrations = ["N902LT"] }), Refuse, "it is for N902LT, not for \"N901LT\""),
        new("consent.conditions", () => Condition(c => c with { Registrations = ["N901LT"] }), Pass, "hold"),
        new("consent.conditions", () => Condition(c => c with { PurposeCodes = ["rescue"] }), Refuse, "it is for rescue"),
        new("consent.conditions", () => Condition(c => c with { MostHours = 0.25 }), Refuse, "it allows 0.25 hours, and 0.435 at least are flown"),
        new("consent.conditions", () => Condition(c => c with { MostHours = 5 }), Pass, "hold"),
        new("consent.conditions", () => Condition(c => c with { SensorKinds = [] }), Refuse, "no sensor may be"),
        new("consent.conditions", () => Condition(c => c with { SensorKinds = ["eo-ir"] }), Pass, "hold"),
        new("consent.conditions", () => Condition(c => c with { PresentParties = ["SEDENA"] }), Refuse, "SEDENA must take part all the time"),
        new("consent.conditions", () => Condition(c => c with { PresentParties = ["Air Wing"] }), Pass, "hold"),
        new("consent.conditions", () => Condition(c => c with { Altitude = new(0, 6_000) }), Refuse, "is between"),
        new("consent.conditions", () => Condition(c => c with { Altitude = new(0, 7_050) }), Unknown, "is between"),
        new("consent.conditions", () => Condition(c => c with { Areas = [new("coast", [[-118, 30], [-116.5, 30], [-116.5, 32.5], [-118, 32.5]])] }), Refuse, "leaves \"coast\""),
        new("consent.conditions", () => Condition(c => c with { Areas = [new("corridor", [[-118, 30], [-115, 30], [-115, 32.5], [-118, 32.5]])] }), Pass, "hold"),
        new("consent.conditions", () => Condition(c => c with { Areas = [new("narrow", [[-118, 30.895], [-115.5, 30.895], [-115.5, 32.5], [-118, 32.5]])] }), Unknown, "may leave \"narrow\""),
        new("consent.conditions", () => Condition(c => c with { MostHours = 0.25 }).Add(Inland().Papers.OfType<Consent>().Single() with { Id = "mex-2" }), Pass, "hold"),

        new("consent.lead-time", () => Consented(c => c with { RequestedAt = T("2026-02-27") }), Refuse, "MEX was asked 3.3 days before, and wants 7.0: 3.7 days too late"),
        new("consent.lead-time", () => Consented(c => c with { RequestedAt = T("2026-02-27"), LeadTimeDays = 3 }), Pass, "and wants 3.0"),
        new("consent.lead-time", () => Consented(c => c with { LeadTimeDays = 60 }), Refuse, "days too late"),
        new("consent.lead-time", () => Inland().Without<Consent>("mex-1"), Refuse, "MEX was not asked"),
        new("consent.lead-time", () => NearTheLine(), Unknown, "MEX was not asked"),
        new("consent.lead-time", () => NearTheLine().Add(Inland().Papers.OfType<Consent>().Single() with { RequestedAt = T("2026-02-27") }), Unknown, "days too late, and that it is entered cannot be ruled out"),

        new("zones.known", () => Inland(), Pass, "MEX, sovereign airspace"),

        new("diversion.known", () => Offshore().Plan(s => s with { Diversions = [] }), Refuse, "no place to divert to"),
        new("diversion.known", () => Offshore().Plan(s => s with { Diversions = [new("San Clemente", 33.02, -118.58)] }), Unknown, "without its link"),
        new("diversion.known", () => Offshore().Plan(s => s with { Diversions = [new("Ensenada", 31.79, -116.6, true)] }), Pass, "Ensenada: an emergency would lead into MEX"),

        new("diversion.told", () => Diverted(null), Unknown, "liaison.mex must be told by", Flown),
        new("diversion.told", () => Diverted(null), Refuse, "liaison.mex was to be told by", Flown, "2026-03-09"),
        new("diversion.told", () => Diverted("2026-03-02T20:00:00Z"), Pass, "told to liaison.mex at 2026-03-02T20:00:00Z", Flown, "2026-03-09"),
        new("diversion.told", () => Diverted("2026-03-05"), Refuse, "only at 2026-03-05", Flown, "2026-03-09"),

        new("notice.new", () => Offshore().Without<Notice>("n-programme.lantern.v1"), Refuse, "oversight was not told (\"programme.lantern.v1\")"),
        new("notice.new", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { SentAt = null }), Refuse, "was not told"),
        new("notice.new", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { SentAt = T("2026-03-03") }).Flown(), Refuse, "only at 2026-03-03", Flown, "2026-03-10"),
        new("notice.new", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { SentAt = null, Waiver = new("The President", T("2026-01-10"), "lives at risk") }), Pass, "waived by The President"),
        new("notice.new", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { SentAt = null, Waiver = new("The President", T("2026-01-10"), "") }), Refuse, "was not told"),

        new("notice.recipients", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { Receipts = [n.Receipts[0]] }), Unknown, "no receipt of Senate committee"),
        new("notice.recipients", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { Recipients = "liaison.mex" }), Refuse, "went to liaison.mex, and is owed to oversight"),
        new("notice.recipients", () => Offshore().Without<RecipientSet>("oversight"), Unknown, "was not on record when"),
        new("notice.recipients", () => Offshore().Add(Offshore().Papers.OfType<RecipientSet>().First() with { Version = 2, RecordedAt = T("2026-02-01"), Offices = [new("A third committee", [])] }), Pass, "all 2 offices"),
        new("notice.recipients", () => Offshore().With<Notice>("n-programme.lantern.v1", n => n with { SentAt = null, Waiver = new("", T("2026-01-10"), "reasons") }), Refuse, "waived without an office"),

        new("notice.limited", () => Limited(l => l), Pass, "House committee: source at risk"),
        new("notice.limited", () => Limited(l => l with { Reasons = "" }), Refuse, "without written reasons"),
        new("notice.limited", () => Limited(l => l with { OthersToldAt = null }), Refuse, "the other offices were not told"),
        new("notice.limited", () => Limited(l => l with { ReviewBy = T("2026-02-20") }), Refuse, "to be looked at again by 2026-02-20"),
        new("notice.limited", () => Limited(l => l with { ReviewBy = T("2026-02-20"), ReviewedAt = T("2026-02-19") }), Pass, "to be looked at again"),
        new("notice.limited", () => Limited(l => l with { ReviewBy = T("2027-02-20") }), Pass, "by 2026-07-09T00:00:00Z"),

        new("change.significant", () => Expanded(e => e with { SensorKinds = ["eo-ir", "sar"] }), Refuse, "sensor kind: sar beside eo-ir"),
        new("change.significant", () => Expanded(e => e with { Areas = [West, new("Gulf", [[-112, 26], [-110, 26], [-110, 28]])] }), Refuse, "area: \"Gulf\" goes beyond \"Pacific west\""),
        new("change.significant", () => Expanded(e => e with { States = ["MEX"] }), Refuse, "State: MEX beside none"),
        new("change.significant", () => Expanded(e => e with { AircraftKinds = ["MQ-9A", "MQ-4C"] }), Refuse, "aircraft kind: MQ-4C"),
        new("change.significant", () => Expanded(e => e with { Partners = ["Air Wing", "Navy"] }), Refuse, "partner: Navy"),
        new("change.significant", () => Expanded(e => e with { TargetClasses = ["drug-laboratory", "vessel"] }), Refuse, "target class: vessel"),
        new("change.significant", () => Expanded(e => e with { LongestSortieHours = 20 }), Refuse, "duration: 20 h, and 8 h were told"),
        new("change.significant", () => Expanded(e => e with { LongestSortieHours = 8.7 }), Pass, "nothing goes beyond"),
        new("change.significant", () => Expanded(e => e with { Altitude = new(0, 12_000) }), Refuse, "altitude: 0 to 12000 m"),
        new("change.significant", () => Expanded(e => e with { Areas = [new("less", [[-119, 29], [-113, 29], [-113, 33], [-119, 33]])] }), Pass, "nothing goes beyond"),
        new("change.significant", () => Expanded(e => e with { SensorKinds = ["eo-ir", "sar"] }).Add(Told("programme.lantern.v2", T("2026-02-12"))), Pass, "version 2"),
        new("change.significant", () => Inland().With<Programme>("lantern", p => p with { Extent = p.Extent with { States = [] } }), Refuse, "State, beyond what was told as version 1: MEX beside none"),
        new("change.significant", () => Offshore().Plan(s => s with { Aircraft = new("MQ-4C", "N1") }), Refuse, "aircraft kind, beyond what was told"),
        new("change.significant", () => Offshore().With<Operation>("op-1", o => o with { TargetClass = "vessel" }), Refuse, "target class, beyond what was told"),

        new("notice.failures", () => Incident(IncidentKind.LostLink, null), Unknown, "the link was lost", Flown),
        new("notice.failures", () => Incident(IncidentKind.LostLink, null), Refuse, "was to be told by 2026-03-04T07:00:00Z", Flown, "2026-03-09"),
        new("notice.failures", () => Incident(IncidentKind.Crash, "2026-03-02T10:00:00Z"), Pass, "the aircraft was lost", Flown, "2026-03-09"),
        new("notice.failures", () => Incident(IncidentKind.UnlawfulAct, "2026-03-06T10:00:00Z"), Refuse, "only at 2026-03-06", Flown, "2026-03-09"),
        new("notice.failures", () => Diverted(null), Refuse, "MEX was entered at", Flown, "2026-03-09"),
        new("notice.failures", () => Inland().Flown(f => f with { Incidents = [new(IncidentKind.LostLink, new(T("2026-03-02T07:20:00Z"), T("2026-03-02T07:25:00Z")), "Ku-band")] }), Refuse, "the link was lost over MEX", Flown, "2026-03-09"),

        new("designation.as-of", () => Designated(d => d), Pass, "score 0.97"),
        new("designation.as-of", () => Designated(d => d with { EffectiveAt = null }), Refuse, "to be designated is not designated"),
        new("designation.as-of", () => Designated(d => d with { EffectiveAt = T("2026-03-05") }), Refuse, "after the flight begins"),
        new("designation.as-of", () => Designated(d => d with { RevokedAt = T("2026-02-05") }), Refuse, "ended at 2026-02-05"),
        new("designation.as-of", () => Designated(d => d with { Match = null }), Unknown, "no person decided"),
        new("designation.as-of", () => Designated(d => d).Without<DesignationReference>("d-1"), Unknown, "is not on record"),

        new("designation.not-alone", () => Designated(d => d).Plan(s => s with { Instrument = null }), Refuse, "no order to fly"),
        new("designation.not-alone", () => Designated(d => d), Pass, "finding finding-1"),

        new("control.chain", () => Controlled(Control("Station B", "2026-03-02T07:00:00Z", "2026-03-02T12:00:00Z")), Refuse, "nobody has control from 2026-03-02T06:00:00Z to 2026-03-02T07:00:00Z"),
        new("control.chain", () => Controlled(Control("Station A", "2026-03-02T05:00:00Z", "2026-03-02T07:00:00Z")), Refuse, "nobody has control from 2026-03-02T07:00:00Z"),
        new("control.chain", () => Controlled(Control("A", "2026-03-02T05:00:00Z", "2026-03-02T07:00:00Z"), Control("B", "2026-03-02T06:30:00Z", "2026-03-02T12:00:00Z")), Refuse, "A and B both have control"),
        new("control.chain", () => Controlled(Control("A", "2026-03-02T05:00:00Z", "2026-03-02T12:00:00Z") with { Interoperability = 3 }), Refuse, "at level 3"),
        new("control.chain", () => Controlled(Control("A", "2026-03-02T05:00:00Z", "2026-03-02T12:00:00Z") with { LinkIsSigned = false }), Refuse, "is not signed"),
        new("control.chain", () => Controlled(Control("A", "2026-03-02T05:00:00Z", "2026-03-02T12:00:00Z") with { Pilot = "" }), Refuse, "has no pilot"),
        new("control.chain", () => Offshore(), Pass, "handed over from Station A to Station B"),

        new("flight.facts", () => Offshore(), Refuse, "only a track", Flown),
        new("flight.facts", () => Offshore().Flown(f => f with { Landing = null }), Refuse, "neither a landing nor a loss", Flown),
        new("flight.facts", () => Offshore().Flown(f => f with { Aircraft = new("MQ-9A", "") }), Refuse, "registration is not on record", Flown),
        new("flight.facts", () => Offshore().Flown(f => f with { TakeOff = f.TakeOff with { At = T("2026-03-02T06:30:00Z") } }), Unknown, "the track begins at", Flown),
        new("flight.facts", () => Offshore().Flown(), Pass, "from North Island", Flown),

        new("sensor.intervals", () => Offshore().Flown(f => f with { Conduct = f.Conduct with { Sensors = [f.Conduct.Sensors[0] with { Hull = null }] } }), Refuse, "is not on record", Flown),
        new("sensor.intervals", () => Offshore().Plan(s => s with { Conduct = s.Conduct with { Sensors = [new("eo-ir", new(T("2026-03-02T05:00:00Z"), T("2026-03-02T06:10:00Z")))] } }), Refuse, "and the flight is from"),

        new("data.retention", () => Offshore().Plan(s => s with { Data = s.Data with { DataClass = "" } }), Refuse, "has no class"),
        new("data.retention", () => Offshore().Plan(s => s with { Data = s.Data with { DeleteBy = T("2026-03-20") } }), Refuse, "before it is evaluated"),
        new("data.retention", () => Product(p => p), Refuse, "was to be evaluated by 2026-04-01", Flown, "2026-05-01"),
        new("data.retention", () => Product(p => p with { EvaluatedAt = T("2026-03-30") }), Pass, "deleted by 2026-08-01", Flown, "2026-05-01"),
        new("data.retention", () => Product(p => p with { EvaluatedAt = T("2026-03-30") }), Refuse, "was to be deleted by 2026-08-01", Flown, "2026-09-01"),
        new("data.retention", () => Product(p => p with { EvaluatedAt = T("2026-03-30"), HeldBy = "District Court" }), Pass, "is held by District Court", Flown, "2026-09-01"),
        new("data.retention", () => Product(p => p with { EvaluatedAt = T("2026-03-30"), DeletedAt = T("2026-07-01"), TombstoneLeaf = 17 }), Pass, "nothing in the sortie", Flown, "2026-09-01"),
        new("data.retention", () => Product(p => p with { EvaluatedAt = T("2026-03-30"), DeletedAt = T("2026-07-01") }), Refuse, "no leaf of the record says so", Flown, "2026-09-01"),
        new("data.retention", () => Product(p => p with { DataClass = null }), Refuse, "has no class", Flown, "2026-05-01"),

        new("footage.class", () => Accessed(a => a), Pass, "Clerk released investigation footage", Flown),
        new("footage.class", () => Accessed(a => a with { ReleasingOffice = null }), Refuse, "no office released it", Flown),
        new("footage.class", () => Accessed(a => a with { Product = "other" }), Unknown, "is no product on record", Flown),
        new("footage.class", () => Accessed(a => a, p => p with { FootageClass = null }), Refuse, "is not told to be of", Flown),

        new("access.recorded", () => Accessed(a => a), Pass, "leaf 9", Flown),
        new("access.recorded", () => Accessed(a => a with { Leaf = null }), Refuse, "is not in the record", Flown),
        new("access.recorded", () => Accessed(a => a with { Why = "", To = "" }), Refuse, "does not say why, to whom", Flown),

        new("summary.public", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2024-06-01") }), Refuse, "no summary of 2024 was published by 2025-04-01"),
        new("summary.public", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2025-06-01") }), Pass, "a summary of 2025 is due by 2026-04-01"),
        new("summary.public", () => Offshore().With<Programme>("lantern", p => p with { RecordedAt = T("2025-06-01") }).With<PublicSummary>("s-2025", s => s with { Programme = "lantern" }), Pass, "was published at"),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, s_rows.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rule_says_what_it_must_with_the_right_reason(int number)
    {
        var row = s_rows[number];
        var answer = row.Scene().Answer(row.Rule, row.Stage, row.Now is { } now ? T(now) : null);
        Assert.True(answer.Outcome == row.Outcome, $"{row.Rule}: {answer.Outcome}, not {row.Outcome}: {Text(answer)}");
        Assert.Contains(answer.Reasons, r => r.Text.Contains(row.Reason, StringComparison.Ordinal) && r.Outcome == row.Outcome);
    }

    [Fact]
    public void Every_rule_but_one_that_cannot_is_shown_to_refuse()
    {
        var refused = s_rows.Where(r => r.Outcome == Refuse).Select(r => r.Rule).ToHashSet();
        // Where two States claim one place nobody is at fault: that rule only does not know.
        Assert.Equal(["zones.known"], BuiltInRules.All.Select(r => r.Id).Except(refused));
    }

    private static Scene Regime(Func<LegalRegimeChoice, LegalRegimeChoice> change) => Offshore().With<Programme>("lantern", p => p with { Regime = change(p.Regime) });

    private static Scene Finding(Func<Instrument, Instrument> change) => Offshore().With("finding-1", change);

    private static Scene Scope(Func<InstrumentScope, InstrumentScope> change) => Finding(f => f with { Scope = change(f.Scope) });

    private static Scene Consented(Func<Consent, Consent> change) => Inland().With("mex-1", change);

    private static Scene Condition(Func<ConsentConditions, ConsentConditions> change) => Consented(c => c with { Conditions = change(c.Conditions) });

    /// <summary>Along the outer edge of Mexico's territorial sea, some metres outside, in a corridor that is wider than that.</summary>
    private static Scene NearTheLine() => Offshore().Plan(s => s with { Route = Route(6_000, (32.7, -117.25), (32.4, -118.0), (30.5, -116.44), (32.4, -118.0), (32.7, -117.25)) });

    /// <summary>Planned over the sea; flown over Baja California in an emergency.</summary>
    private static Scene Diverted(string? toldAt, string until = "2026-03-02T08:00:00Z")
    {
        var scene = Inland().Without<Consent>("mex-1").With<Programme>("lantern", p => p with { Extent = p.Extent with { States = [] } })
            .Flown(f => f with { Incidents = [new(IncidentKind.EmergencyDiversion, new(T("2026-03-02T06:50:00Z"), T(until)), "engine")] });
        scene = toldAt is null ? scene : scene.Add(Told("sortie.s-1.entry.mex", T(toldAt), "liaison.mex", "AFAC"));
        // The plan that it is compared with is the one over the sea; the track is that of the route flown.
        return scene with { PlannedInstead = Offshore().Sortie.Route };
    }

    private static Scene Incident(IncidentKind kind, string? toldAt)
    {
        var scene = Offshore().Flown(f => f with { Incidents = [new(kind, new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:05:00Z")), "as noted")] });
        return toldAt is null ? scene : scene.Add(Told("sortie.s-1.incident.1", T(toldAt)));
    }

    private static Scene Limited(Func<LimitedNotice, LimitedNotice> change) => Offshore().With<Notice>("n-programme.lantern.v1", n => n with
    {
        Receipts = [n.Receipts[0]],
        Limited = change(new(["House committee"], "source at risk", T("2026-06-01"), T("2026-01-12"))),
    });

    private static Scene Expanded(Func<ProgrammeExtent, ProgrammeExtent> change)
    {
        var scene = Offshore();
        var first = scene.Papers.OfType<Programme>().Single();
        return scene.Add(first with { Version = 2, RecordedAt = T("2026-02-10"), Extent = change(first.Extent) });
    }

    private static Scene Designated(Func<DesignationReference, DesignationReference> change) => Offshore()
        .With<Operation>("op-1", o => o with { Designations = ["d-1"] })
        .Add(change(new()
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

    private static Scene Controlled(params ControlInterval[] control) => Offshore().Plan(s => s with { Conduct = s.Conduct with { Control = control } });

    private static Scene Product(Func<DataProduct, DataProduct> change) => Offshore().Flown(f => f with { Products = [change(f.Products[0])] });

    private static Scene Accessed(Func<DataAccess, DataAccess> change, Func<DataProduct, DataProduct>? product = null) => Offshore().Flown(f => f with
    {
        Products = [(product ?? (p => p))(f.Products[0])],
        Accesses = [change(new(f.Products[0].Sha256, "disclosure", "Air Wing", "District Court", "subpoena", T("2026-03-02T08:00:00Z"), 9, "Clerk"))],
    });
}
