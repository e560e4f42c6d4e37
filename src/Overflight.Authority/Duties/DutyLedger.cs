using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Tracks;

namespace Overflight.Authority.Duties;

/// <summary>The duties to tell that a programme and one of its sorties open, and how they stand.</summary>
public sealed class DutyLedger
{
    private DutyLedger(IReadOnlyList<DutyStanding> standings, Programme? told, IReadOnlyList<ExtentChange> changes) => (Standings, Told, Changes) = (standings, told, changes);

    /// <summary>All of them, in the order in which they were opened.</summary>
    public IReadOnlyList<DutyStanding> Standings { get; }

    /// <summary>The programme's last version that was told, or whose telling was waived; null where none was.</summary>
    public Programme? Told { get; }

    /// <summary>In which ways the programme, or the sortie, goes beyond that.</summary>
    public IReadOnlyList<ExtentChange> Changes { get; }

    /// <summary>The key of the duty to tell a version of a programme.</summary>
    public static string ProgrammeKey(string programme, int version) => $"programme.{programme}.v{version}";

    /// <summary>
    /// The duties that the papers alone open: for each programme that it is new or has changed, for each flown sortie its incidents. What a
    /// track shows besides, such as a State that was not planned, is in the decision on that flight.
    /// </summary>
    /// <param name="documents">The papers.</param>
    /// <param name="now">The instant: papers recorded later are not seen.</param>
    /// <exception cref="InvalidDataException">A programme names a rule profile that there is not.</exception>
    public static IReadOnlyList<DutyStanding> OfPapers(DocumentSet documents, UtcInstant now)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var notices = documents.At<Notice>(now).ToArray();
        var duties = new List<Duty>();
        foreach (var programme in documents.At<Programme>(now))
            duties.AddRange(ProgrammeDuties(documents.Versions<Programme>(programme.Id, now), BuiltInProfiles.Find(programme.Profile, documents, now)));
        foreach (var flown in documents.At<FlownSortie>(now))
            duties.AddRange(IncidentDuties(flown.Sortie, flown, ProfileOf(flown, documents, now)));
        return [.. InOrder(duties).Select(d => Stand(d, notices, now))];
    }

    internal static DutyLedger Of(SortieCase sortie)
    {
        var notices = sortie.Documents.At<Notice>(sortie.Now).ToArray();
        var duties = new List<Duty>();
        Programme? told = null;
        IReadOnlyList<ExtentChange> changes = [];
        if (sortie.Programme is { } programme)
        {
            var versions = sortie.Documents.Versions<Programme>(programme.Id, sortie.Now);
            told = versions.LastOrDefault(v => notices.Any(n => n.Duty == ProgrammeKey(v.Id, v.Version) && IsToldOrWaived(n, sortie.Now)));
            duties.AddRange(ProgrammeDuties(versions, sortie.Profile));
            changes = told is null ? [] :
                [.. ExtentComparison.Of(told.Extent, programme.Extent, sortie.Profile.DurationTolerance), .. ExtentComparison.Of(told.Extent, sortie)];
        }
        if (sortie.Flown is { } flown)
            duties.AddRange(FlightDuties(sortie, flown));
        return new([.. InOrder(duties).Select(d => Stand(d, notices, sortie.Now))], told, changes);
    }

    private static IEnumerable<Duty> ProgrammeDuties(IReadOnlyList<Programme> versions, RuleProfile profile)
    {
        for (var i = 0; i < versions.Count; i++)
        {
            var version = versions[i];
            if (i == 0)
            {
                yield return new(ProgrammeKey(version.Id, version.Version), "notice.new", profile.OversightRecipients, $"programme {version.Name} is new", version.RecordedAt, null);
                continue;
            }
            var changes = ExtentComparison.Of(versions[i - 1].Extent, version.Extent, profile.DurationTolerance);
            if (changes.Count > 0)
                yield return new(ProgrammeKey(version.Id, version.Version), "change.significant", profile.OversightRecipients, $"programme {version.Name} has changed: {string.Join("; ", changes.Select(c => $"{c.What}: {c.Text}"))}", version.RecordedAt, null);
        }
    }

    private static IEnumerable<Duty> InOrder(IEnumerable<Duty> duties) => duties.OrderBy(d => d.OpenedAt).ThenBy(d => d.Key, StringComparer.Ordinal);

    /// <summary>The profile that a flight is judged by; as the judge has it, the strictest one where no programme on record names one.</summary>
    private static RuleProfile ProfileOf(FlownSortie flown, DocumentSet documents, UtcInstant now)
    {
        var programme = documents.At<Sortie>(flown.Sortie, now) is { } sortie && documents.At<Operation>(sortie.Operation, now) is { } operation ? documents.At<Programme>(operation.Programme, now) : null;
        return BuiltInProfiles.Find(programme?.Profile ?? "intelligence", documents, now);
    }

    private static IEnumerable<Duty> IncidentDuties(string id, FlownSortie flown, RuleProfile profile)
    {
        for (var i = 0; i < flown.Incidents.Count; i++)
        {
            var incident = flown.Incidents[i];
            yield return new(
                $"sortie.{id}.incident.{i + 1}", "notice.failures", profile.OversightRecipients, $"{Words(incident.Kind)} at {incident.During.From}: {incident.Note}",
                incident.During.From, incident.During.From.AddSeconds(profile.FailureNoticeHours * 3_600));
        }
    }

    private static IEnumerable<Duty> FlightDuties(SortieCase sortie, FlownSortie flown)
    {
        var (id, profile) = (sortie.Sortie.Id, sortie.Profile);
        foreach (var duty in IncidentDuties(id, flown, profile))
            yield return duty;
        foreach (var states in sortie.Abroad.Where(s => s.IsCertain).GroupBy(s => s.State))
        {
            var entered = states.First();
            var isPlanned = sortie.PlannedPath?.States.Any(p => p.State == states.Key) ?? false;
            if (!isPlanned)
                yield return new(
                    $"sortie.{id}.wrong-state.{states.Key.ToLowerInvariant()}", "notice.failures", profile.OversightRecipients, $"{states.Key} was entered at {entered.From}, which was not planned",
                    entered.From, entered.From.AddSeconds(profile.FailureNoticeHours * 3_600));
            if (states.FirstOrDefault(s => !ConsentSearch.Covers(sortie, s)) is { } uncovered)
                yield return new(
                    $"sortie.{id}.entry.{states.Key.ToLowerInvariant()}", "diversion.told", LiaisonOf(states.Key), $"{states.Key} was entered at {uncovered.From} without its consent in force",
                    uncovered.From, uncovered.From.AddSeconds(profile.EntryNoticeHours * 3_600));
            foreach (var lost in flown.Incidents.Where(i => i.Kind == IncidentKind.LostLink && states.Any(s => s.From <= i.During.To && i.During.From <= s.To)))
                yield return new(
                    $"sortie.{id}.lost-link.{states.Key.ToLowerInvariant()}", "notice.failures", LiaisonOf(states.Key), $"the link was lost over {states.Key} at {lost.During.From}",
                    lost.During.From, lost.During.From.AddSeconds(profile.EntryNoticeHours * 3_600));
        }
    }

    /// <summary>Id of the recipient set of a State's own authorities.</summary>
    private static string LiaisonOf(string state) => $"liaison.{state.ToLowerInvariant()}";

    private static string Words(IncidentKind kind) => kind switch
    {
        IncidentKind.Crash => "the aircraft was lost",
        IncidentKind.LostLink => "the link was lost",
        IncidentKind.EmergencyDiversion => "it left its route in an emergency",
        _ => "an act that the law does not allow",
    };

    private static bool IsToldOrWaived(Notice notice, UtcInstant now) => notice.SentAt <= now || notice.Waiver is { Reasons.Length: > 0 };

    private static DutyStanding Stand(Duty duty, Notice[] notices, UtcInstant now)
    {
        var notice = notices.Where(n => n.Duty == duty.Key).OrderByDescending(n => IsToldOrWaived(n, now)).ThenBy(n => n.SentAt).FirstOrDefault();
        var state = notice switch
        {
            { SentAt: { } sent } when sent <= now => duty.DueAt is { } due && sent > due ? DutyState.GivenLate : DutyState.Given,
            { Waiver.Reasons.Length: > 0 } => DutyState.Waived,
            _ => duty.DueAt is { } due && due < now ? DutyState.Overdue : DutyState.Open,
        };
        return new(duty, state, notice);
    }
}
