using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Tracks;

namespace Overflight.Authority.Rules;

/// <summary>All that rules may read of one sortie at one stage.</summary>
public sealed class SortieCase
{
    private readonly Lazy<Duties.DutyLedger> _duties;

    /// <summary>Makes a case.</summary>
    /// <param name="stage">When it is judged.</param>
    /// <param name="now">The instant of the judgement; papers recorded later are not seen.</param>
    /// <param name="sortie">The plan.</param>
    /// <param name="flown">What was flown; null for a plan.</param>
    /// <param name="path">The planned corridor, or the track.</param>
    /// <param name="documents">The papers.</param>
    /// <param name="profile">The rule profile.</param>
    /// <param name="plannedPath">For what was flown, the planned corridor, to compare with.</param>
    public SortieCase(DecisionStage stage, UtcInstant now, Sortie sortie, FlownSortie? flown, SortiePath path, DocumentSet documents, RuleProfile profile, SortiePath? plannedPath = null)
    {
        (Stage, Now, Sortie, Flown, Path, Documents, Profile, PlannedPath) = (stage, now, sortie, flown, path, documents, profile, plannedPath);
        Operation = documents.At<Operation>(sortie.Operation, now);
        Programme = Operation is null ? null : documents.At<Programme>(Operation.Programme, now);
        Instrument = sortie.Instrument is null ? null : documents.At<Instrument>(sortie.Instrument, now);
        _duties = new(() => Overflight.Authority.Duties.DutyLedger.Of(this));
    }

    /// <summary>When it is judged.</summary>
    public DecisionStage Stage { get; }

    /// <summary>The instant of the judgement.</summary>
    public UtcInstant Now { get; }

    /// <summary>The plan.</summary>
    public Sortie Sortie { get; }

    /// <summary>What was flown; null for a plan.</summary>
    public FlownSortie? Flown { get; }

    /// <summary>The planned corridor, or the track.</summary>
    public SortiePath Path { get; }

    /// <summary>For what was flown, the planned corridor; null where it is not to be compared.</summary>
    public SortiePath? PlannedPath { get; }

    /// <summary>The papers.</summary>
    public DocumentSet Documents { get; }

    /// <summary>The rule profile.</summary>
    public RuleProfile Profile { get; }

    /// <summary>The operation as it stands; null where there is none on record.</summary>
    public Operation? Operation { get; }

    /// <summary>The programme as it stands; null where there is none on record.</summary>
    public Programme? Programme { get; }

    /// <summary>The instrument that the sortie rests on, as it stands; null where none is on record.</summary>
    public Instrument? Instrument { get; }

    /// <summary>Whether it is about what was flown.</summary>
    public bool IsFlown => Path.Kind == PathKind.Flown;

    /// <summary>The aircraft: that which flew, else the one planned.</summary>
    public SortieAircraft Aircraft => Flown?.Aircraft ?? Sortie.Aircraft;

    /// <summary>What it carries: as flown, else as planned.</summary>
    public IReadOnlyList<PayloadItem> Payload => Flown?.Payload ?? Sortie.Payload;

    /// <summary>Who does what: as flown, else as planned.</summary>
    public SortieConduct Conduct => Flown?.Conduct ?? Sortie.Conduct;

    /// <summary>The first act: take-off.</summary>
    public UtcInstant FirstAct => Flown?.TakeOff.At ?? Path.Start;

    /// <summary>The last instant: landing, the end of the path, or now for a flight in the air.</summary>
    public UtcInstant LastAct => Flown?.Landing?.At ?? Path.End;

    /// <summary>Stretches in or perhaps in the airspace of States other than the one that flies; of any, where nothing says which that is.</summary>
    public IEnumerable<StateOverflight> Abroad => Path.States.Where(s => s.State != Programme?.OperatingState);

    /// <summary>The emergency, or the loss of the link, that a State's airspace was entered in; null where it was none.</summary>
    internal Incident? EmergencyOf(StateOverflight overflight) => Flown?.Incidents.FirstOrDefault(i =>
        i.Kind is IncidentKind.EmergencyDiversion or IncidentKind.LostLink && i.During.From <= overflight.From && overflight.To <= i.During.To);

    /// <summary>Duties to tell that the programme and this sortie open, and how they stand.</summary>
    public Duties.DutyLedger Duties => _duties.Value;

    /// <summary>Every party that takes part, with when and how far: who has control, and who else.</summary>
    internal IEnumerable<PartySession> Parties => Conduct.Sessions.Concat(Conduct.Control.Select(c => new PartySession(c.Party, c.During, c.Interoperability)));

    /// <summary>Kinds of sensors that it carries or that were on.</summary>
    internal IEnumerable<string> SensorKinds => Payload.Select(p => p.SensorKind).OfType<string>().Concat(Conduct.Sensors.Select(s => s.SensorKind)).Distinct(StringComparer.Ordinal);

    /// <summary>When a document first came on record.</summary>
    internal UtcInstant FirstRecorded<T>(T document) where T : AuthorityDocument => Documents.Versions<T>(document.Id, Now) is [var first, ..] ? first.RecordedAt : document.RecordedAt;
}
