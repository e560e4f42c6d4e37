using System.Text.Json;
using Overflight.Authority.Documents;
using Overflight.Notices.Deadlines;
using Overflight.Notices.Recording;
using Overflight.Tracks;

namespace Overflight.Notices.Summaries;

/// <summary>
/// Counts a programme's summary. With a record, a paper counts only where the record has it unchanged; without one, every paper does, and the
/// summary says that nothing shows when they were written.
/// </summary>
public sealed class SummaryBuilder
{
    private readonly DocumentSet _documents;
    private readonly SummaryRecord? _record;
    private readonly Programme _programme;
    private readonly ProgrammePapers _papers;
    private readonly TimeWindow _period;
    private readonly UtcInstant _at;
    private readonly List<NotCounted> _notCounted = [];

    private SummaryBuilder(DocumentSet documents, SummaryRecord? record, Programme programme, TimeWindow period, UtcInstant at) =>
        (_documents, _record, _programme, _papers, _period, _at) = (documents, record, programme, new(documents, at), period, at);

    /// <summary>Makes a summary.</summary>
    /// <param name="documents">The papers.</param>
    /// <param name="record">The record; null where there is none at hand.</param>
    /// <param name="programme">Id of the programme.</param>
    /// <param name="period">The time that it is of.</param>
    /// <param name="at">The instant by which papers count.</param>
    /// <exception cref="InvalidDataException">There is no such programme, or it names a rule profile that there is not.</exception>
    public static ProgrammeSummary Make(DocumentSet documents, SummaryRecord? record, string programme, TimeWindow period, UtcInstant at)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(period);
        var paper = documents.At<Programme>(programme, at) ?? throw new InvalidDataException($"there is no programme \"{programme}\" at {at}; there is {string.Join(", ", documents.At<Programme>(at).Select(p => p.Id)) switch { "" => "none", var ids => ids }}");
        return new SummaryBuilder(documents, record, paper, period, at).Make();
    }

    private ProgrammeSummary Make()
    {
        if (_record is null)
            _notCounted.Add(new("when these papers were written", "no record was given: the numbers are those of the papers alone, and nothing shows that they were there in time"));
        else
            _notCounted.AddRange(_record.Problems);
        FlownSortie[] flown = [.. Counted(_documents.At<FlownSortie>(_at).Where(f => _papers.OfSortie(f.Sortie) == _programme.Id && _period.Holds(f.TakeOff.At)))];
        var sections = new List<SummarySection> { Sorties(flown) };
        sections.AddRange(Flights(flown));
        sections.AddRange([Notices(), Complaints(), Audits(), Data(flown)]);
        return new()
        {
            Programme = _programme.Id,
            Name = _programme.Name,
            From = _period.From,
            To = _period.To,
            At = _at,
            Record = _record?.Head,
            Sections = sections,
            NotCounted = _notCounted,
        };
    }

    private SummarySection Sorties(FlownSortie[] flown)
    {
        var tally = new Tally();
        foreach (var sortie in Counted(_documents.At<Sortie>(_at).Where(s => _papers.OfSortie(s.Id) == _programme.Id && _period.Holds(s.Route.Points[0].At))))
            tally.Add("planned", 1, LeafOf(sortie));
        foreach (var flight in flown)
        {
            tally.Add("flown", 1, LeafOf(flight));
            if (flight.Landing is { } landing)
                tally.Add("hours", landing.At.SecondsSince(flight.TakeOff.At) / 3_600, LeafOf(flight));
            else
                _notCounted.Add(new($"hours of {flight.Citation}", "no landing is on record"));
        }
        var refused = Refusals();
        var section = tally.ToSection("sorties", "planned", "flown", "hours");
        return section with { Counts = [section.Counts[0], refused, .. section.Counts.Skip(1)] };
    }

    /// <summary>Sorties of which a plan was refused at least once, when planned or at arming.</summary>
    private SummaryCount Refusals()
    {
        if (_record is null)
        {
            _notCounted.Add(new("refused sorties", "decisions are in the record, and none was given"));
            return new("refused", null, []);
        }
        var refusals = _record.Decisions.Where(d => d.IsBeforeFlight && !d.IsPermitted && _period.Holds(d.At) && d.At <= _at).ToArray();
        foreach (var stray in refusals.Where(d => _papers.OfSortie(d.Sortie) is null))
            _notCounted.Add(new($"a refusal (entry {stray.Index})", $"no paper says which programme sortie {stray.Sortie} is of"));
        var own = refusals.Where(d => _papers.OfSortie(d.Sortie) == _programme.Id).ToArray();
        return new("refused", own.Select(d => d.Sortie).Distinct(StringComparer.Ordinal).Count(), [.. own.Select(d => d.Index)]);
    }

    private IEnumerable<SummarySection> Flights(FlownSortie[] flown)
    {
        var (places, purposes, sensors, incidents) = (new Tally(), new Tally(), new Tally(), new Tally());
        foreach (var flight in flown)
        {
            var leaf = LeafOf(flight);
            var hulls = flight.Conduct.Sensors.Select(use => use.Hull).OfType<Area>().ToArray();
            if (hulls.Length == 0)
                _notCounted.Add(new($"places of {flight.Citation}", "no outline of what was seen is on record"));
            foreach (var place in hulls.SelectMany(CoarsePlace.Of).Distinct(StringComparer.Ordinal))
                places.Add(place, 1, leaf);
            foreach (var code in _documents.At<Sortie>(flight.Sortie, _at)!.PurposeCodes.Distinct(StringComparer.Ordinal))
                purposes.Add(code, 1, leaf);
            foreach (var sensor in flight.Conduct.Sensors.Select(use => use.SensorKind).Distinct(StringComparer.Ordinal))
                sensors.Add(sensor, 1, leaf);
            foreach (var incident in flight.Incidents)
                incidents.Add(JsonNamingPolicy.KebabCaseLower.ConvertName(incident.Kind.ToString()), 1, leaf);
        }
        return [places.ToSection("places"), purposes.ToSection("purposes"), sensors.ToSection("sensors"), incidents.ToSection("incidents")];
    }

    private SummarySection Notices()
    {
        var tally = new Tally();
        foreach (var duty in DeadlineList.Of(_documents, _at).Where(d => d.Kind == DeadlineKind.Notice && d.Programme == _programme.Id && d.OpenedAt < _period.To))
        {
            var notice = duty.Document is null ? null : _documents.At<Notice>(_at).First(n => n.Citation == duty.Document);
            if (notice is not null && !Counted([notice]).Any())
                continue;
            var name = duty.State switch
            {
                DeadlineState.Done when _period.Holds(duty.DoneAt!.Value) => "given",
                DeadlineState.DoneLate when _period.Holds(duty.DoneAt!.Value) => "given-late",
                DeadlineState.Waived when _period.Holds(duty.OpenedAt) => "waived",
                DeadlineState.Open => "open",
                DeadlineState.Overdue => "overdue",
                _ => null,
            };
            if (name is not null)
                tally.Add(name, 1, notice is null ? [] : LeafOf(notice));
        }
        if (_documents.At<FlownSortie>(_at).Any(f => _papers.OfSortie(f.Sortie) == _programme.Id && _period.Holds(f.TakeOff.At)))
            _notCounted.Add(new("notices owed for airspace that was entered", "tracks are not read here; \"papers duties --track\" tells what they show"));
        return tally.ToSection("notices", "given", "given-late", "waived", "open", "overdue");
    }

    private SummarySection Complaints()
    {
        var tally = new Tally();
        foreach (var complaint in Counted(_documents.At<Complaint>(_at).Where(c => c.Programme == _programme.Id && _period.Holds(c.ReceivedAt))))
        {
            tally.Add("received", 1, LeafOf(complaint));
            tally.Add(complaint.Outcome is null ? "open" : $"outcome: {complaint.Outcome}", 1, LeafOf(complaint));
            tally.Add($"about: {complaint.SubjectClass}", 1, LeafOf(complaint));
        }
        return tally.ToSection("complaints", "received");
    }

    private SummarySection Audits()
    {
        var tally = new Tally();
        foreach (var audit in Counted(_documents.At<Audit>(_at).Where(a => a.Programme == _programme.Id && a.CompletedAt is { } completed && _period.Holds(completed))))
        {
            tally.Add("completed", 1, LeafOf(audit));
            tally.Add("findings", audit.Findings, LeafOf(audit));
            tally.Add($"outcome: {audit.Outcome}", 1, LeafOf(audit));
        }
        return tally.ToSection("audits", "completed", "findings");
    }

    /// <summary>Of all flights of the programme: what is disclosed or deleted in the period may be from before it.</summary>
    private SummarySection Data(FlownSortie[] inPeriod)
    {
        var tally = new Tally();
        var known = inPeriod.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var before = Counted(_documents.At<FlownSortie>(_at).Where(f => _papers.OfSortie(f.Sortie) == _programme.Id && !_period.Holds(f.TakeOff.At) && f.TakeOff.At < _period.To && !known.Contains(f.Id)));
        foreach (var flight in inPeriod.Concat(before))
        {
            foreach (var access in flight.Accesses.Where(a => a.Act == "disclosure" && _period.Holds(a.At)))
                Count("disclosures", access.Leaf, index => _record!.IsDisclosure(index), $"a disclosure of {flight.Citation}");
            foreach (var product in flight.Products.Where(p => p.DeletedAt is { } deleted && _period.Holds(deleted)))
                Count("deletions", product.TombstoneLeaf, index => _record!.IsTombstone(index), $"a deletion of {flight.Citation}");
        }
        return tally.ToSection("data", "disclosures", "deletions");

        void Count(string name, long? leaf, Func<long, bool> isOne, string what)
        {
            if (_record is null)
                tally.Add(name, 1);
            else if (leaf is not { } index)
                _notCounted.Add(new(what, "the paper names no leaf of the record that says so"));
            else if (!isOne(index))
                _notCounted.Add(new(what, $"entry {index}, which the paper names, does not say so"));
            else
                tally.Add(name, 1, index);
        }
    }

    /// <summary>Those papers that count; the others are told.</summary>
    private IEnumerable<T> Counted<T>(IEnumerable<T> papers) where T : AuthorityDocument
    {
        foreach (var paper in papers)
        {
            if (_record is null)
            {
                yield return paper;
                continue;
            }
            switch (new DocumentStanding(paper, _record.Documents.Find(paper)).State)
            {
                case RecordedState.Recorded:
                    yield return paper;
                    break;
                case RecordedState.Missing:
                    NotCount(paper, "is not in the record");
                    break;
                case RecordedState.Differs:
                    NotCount(paper, $"is in the record (entry {_record.Documents.Find(paper)!.Index}) with another hash");
                    break;
                default:
                    NotCount(paper, $"is in the record (entry {_record.Documents.Find(paper)!.Index}) with a hash that is sealed: give the vault and its key");
                    break;
            }
        }
    }

    private void NotCount(AuthorityDocument paper, string why)
    {
        var one = new NotCounted(paper.Citation, why);
        if (!_notCounted.Contains(one))
            _notCounted.Add(one);
    }

    private IEnumerable<long> LeafOf(AuthorityDocument paper) => _record?.Documents.Find(paper) is { } leaf ? [leaf.Index] : [];
}
