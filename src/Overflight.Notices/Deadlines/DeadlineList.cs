using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Authority.Rules;
using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>All that is due by the papers: duties to tell, reviews, what must be in writing, what ends, what must be evaluated and deleted.</summary>
public sealed class DeadlineList
{
    private readonly DocumentSet _documents;
    private readonly UtcInstant _now;
    private readonly ProgrammePapers _papers;

    private DeadlineList(DocumentSet documents, UtcInstant now) => (_documents, _now, _papers) = (documents, now, new(documents, now));

    /// <summary>Everything due: what is overdue first, then what is due soonest, then what is done or over, the latest first.</summary>
    /// <param name="documents">The papers.</param>
    /// <param name="now">The instant: papers recorded later are not seen.</param>
    /// <param name="ofFlights">Duties that tracks show besides, as decisions on flights have them; null for none.</param>
    /// <exception cref="InvalidDataException">A programme names a rule profile that there is not.</exception>
    public static IReadOnlyList<Deadline> Of(DocumentSet documents, UtcInstant now, IEnumerable<DutyStanding>? ofFlights = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var list = new DeadlineList(documents, now);
        var duties = DutyLedger.OfPapers(documents, now).Concat(ofFlights ?? []).DistinctBy(standing => standing.Duty.Key, StringComparer.Ordinal);
        return
        [
            .. duties.Select(list.OfDuty)
                .Concat(documents.At<Notice>(now).SelectMany(list.OfLimited))
                .Concat(documents.At<Instrument>(now).SelectMany(list.OfInstrument))
                .Concat(documents.At<Consent>(now).Where(c => c.GivenAt <= now).Select(list.OfConsent))
                .Concat(documents.At<FlownSortie>(now).SelectMany(list.OfProducts))
                .Concat(documents.At<Programme>(now).SelectMany(list.OfSummaries))
                .OrderBy(deadline => deadline.State switch { DeadlineState.Overdue => 0, DeadlineState.Open => 1, _ => 2 })
                .ThenBy(deadline => deadline.IsPending ? deadline.DueAt?.Microseconds ?? long.MaxValue : -(deadline.DueAt?.Microseconds ?? long.MinValue + 1))
                .ThenBy(deadline => deadline.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The flown sorties whose airspace no track was given for: what they entered is in no list without it.</summary>
    public static IReadOnlyList<string> WithoutTrack(DocumentSet documents, UtcInstant now, IEnumerable<string> tracked)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return [.. documents.At<FlownSortie>(now).Select(flown => flown.Sortie).Except(tracked, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private Deadline OfDuty(DutyStanding standing)
    {
        var duty = standing.Duty;
        var programme = ProgrammeOf(duty);
        var (due, before) = duty.DueAt is { } fixedTime ? (fixedTime, "") : BeforeFlight(programme, duty.OpenedAt);
        var sent = standing.Notice?.SentAt;
        var state = standing.State switch
        {
            DutyState.Waived => DeadlineState.Waived,
            DutyState.Given or DutyState.GivenLate => due is { } by && sent > by ? DeadlineState.DoneLate : DeadlineState.Done,
            _ => due < _now ? DeadlineState.Overdue : DeadlineState.Open,
        };
        return new(
            duty.Key, DeadlineKind.Notice, $"tell {duty.Recipients}: {duty.Cause}{before}", programme, duty.OpenedAt, due, state,
            state is DeadlineState.Done or DeadlineState.DoneLate ? sent : null, duty.Recipients, standing.Notice?.Citation);
    }

    /// <summary>A duty that is due before the next flight: before the first one flown since, else before the next one planned.</summary>
    private (UtcInstant? DueAt, string Text) BeforeFlight(string? programme, UtcInstant openedAt)
    {
        var flown = _documents.At<FlownSortie>(_now).Where(f => _papers.OfSortie(f.Sortie) == programme && f.TakeOff.At >= openedAt).MinBy(f => f.TakeOff.At);
        if (flown is not null)
            return (flown.TakeOff.At, $"; before sortie {flown.Sortie}, the first since");
        var planned = _documents.At<Sortie>(_now).Where(s => _papers.OfSortie(s.Id) == programme && s.Route.Points[0].At >= _now).MinBy(s => s.Route.Points[0].At);
        return planned is null ? (null, "; before the next flight") : (planned.Route.Points[0].At, $"; before sortie {planned.Id}, the next planned");
    }

    private string? ProgrammeOf(Duty duty)
    {
        var programme = _documents.At<Programme>(_now).FirstOrDefault(p => duty.Key.StartsWith($"programme.{p.Id}.v", StringComparison.Ordinal))?.Id;
        // Ids may hold periods: the longest that fits is the sortie's.
        return programme ?? _documents.At<FlownSortie>(_now).Select(f => f.Sortie).Where(id => duty.Key.StartsWith($"sortie.{id}.", StringComparison.Ordinal)).MaxBy(id => id.Length) switch
        {
            { } sortie => _papers.OfSortie(sortie),
            null => null,
        };
    }

    private IEnumerable<Deadline> OfLimited(Notice notice)
    {
        if (notice.Limited is not { } limited || notice.SentAt is not { } sent || sent > _now)
            yield break;
        var programme = _documents.At<Programme>(_now).FirstOrDefault(p => notice.Duty.StartsWith($"programme.{p.Id}.v", StringComparison.Ordinal));
        var latest = sent.AddSeconds(BuiltInProfiles.Find(programme?.Profile ?? "intelligence", _documents, _now).ReviewLimitedAfterDays * 86_400);
        var due = limited.ReviewBy < latest ? limited.ReviewBy : latest;
        yield return new(
            $"notice.{notice.Id}.review", DeadlineKind.LimitedReview, $"look again at the limit of notice {notice.Id}, which went to {string.Join(", ", limited.To)} only", programme?.Id, sent, due,
            Deadline.StateOf(limited.ReviewedAt, due, _now), limited.ReviewedAt, notice.Recipients, notice.Citation);
    }

    private IEnumerable<Deadline> OfInstrument(Instrument instrument)
    {
        var programme = _papers.OfInstrument(instrument.Id);
        if (instrument.DecidedOrallyAt is { } oral && oral <= _now)
        {
            var profile = BuiltInProfiles.Find(programme is null ? "intelligence" : _documents.At<Programme>(programme, _now)?.Profile ?? "intelligence", _documents, _now);
            var due = oral.AddSeconds(profile.WrittenWithinHours * 3_600);
            yield return new(
                $"instrument.{instrument.Id}.in-writing", DeadlineKind.InWriting, $"put {instrument.Form} {instrument.Id}, decided orally by {instrument.Signer}, in writing", programme, oral, due,
                Deadline.StateOf(instrument.SignedAt, due, _now), instrument.SignedAt <= _now ? instrument.SignedAt : null, Document: instrument.Citation);
        }
        if (instrument.Scope.Windows.Count > 0)
            yield return Ending($"instrument.{instrument.Id}.ends", DeadlineKind.InstrumentEnds, $"{instrument.Form} {instrument.Id}", programme, instrument.RecordedAt, instrument.Scope.Windows.Max(w => w.To), instrument.RevokedAt, instrument.Citation);
    }

    private Deadline OfConsent(Consent consent) => Ending(
        $"consent.{consent.Id}.ends", DeadlineKind.ConsentEnds, $"consent {consent.Reference} of {consent.State}", null, consent.GivenAt!.Value, consent.Validity.To, consent.RevokedAt, consent.Citation);

    private Deadline Ending(string key, DeadlineKind kind, string what, string? programme, UtcInstant from, UtcInstant to, UtcInstant? revokedAt, string document) => revokedAt <= _now
        ? new(key, kind, $"{what} was withdrawn", programme, from, revokedAt, DeadlineState.Ended, Document: document)
        : new(key, kind, to <= _now ? $"{what} has ended" : $"{what} ends", programme, from, to, to <= _now ? DeadlineState.Ended : DeadlineState.Open, Document: document);

    private IEnumerable<Deadline> OfProducts(FlownSortie flown)
    {
        var (programme, plan) = (_papers.OfSortie(flown.Sortie), _documents.At<Sortie>(flown.Sortie, _now)?.Data);
        foreach (var product in flown.Products)
        {
            var name = product.Sha256.Length > 12 ? product.Sha256[..12] : product.Sha256;
            if ((product.EvaluateBy ?? plan?.EvaluateBy) is { } evaluateBy)
                yield return new(
                    $"sortie.{flown.Sortie}.product.{name}.evaluate", DeadlineKind.Evaluation, $"evaluate {name} of sortie {flown.Sortie}", programme, flown.TakeOff.At, evaluateBy,
                    Deadline.StateOf(product.EvaluatedAt, evaluateBy, _now), product.EvaluatedAt <= _now ? product.EvaluatedAt : null, Document: flown.Citation);
            if ((product.DeleteBy ?? plan?.DeleteBy) is { } deleteBy)
                yield return new(
                    $"sortie.{flown.Sortie}.product.{name}.delete", DeadlineKind.Deletion, $"delete {name} of sortie {flown.Sortie}{(product.HeldBy is null ? "" : $", held by {product.HeldBy}")}", programme, flown.TakeOff.At, deleteBy,
                    product.HeldBy is not null && !(product.DeletedAt <= _now) ? DeadlineState.Waived : Deadline.StateOf(product.DeletedAt, deleteBy, _now), product.DeletedAt <= _now ? product.DeletedAt : null, Document: flown.Citation);
        }
    }

    /// <summary>As rule <c>summary.public</c> has it: one for each calendar year that has ended.</summary>
    private IEnumerable<Deadline> OfSummaries(Programme programme)
    {
        var profile = BuiltInProfiles.Find(programme.Profile, _documents, _now);
        if (!profile.Rules.Contains("summary.public"))
            yield break;
        var first = _documents.Versions<Programme>(programme.Id, _now)[0].RecordedAt;
        for (var year = first.ToDateTimeOffset().Year; year < _now.ToDateTimeOffset().Year; year++)
        {
            var (begin, end) = (UtcInstant.From(new(year, 1, 1, 0, 0, 0, TimeSpan.Zero)), UtcInstant.From(new(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            var from = first > begin ? first : begin;
            var due = end.AddSeconds(profile.SummaryWithinDays * 86_400);
            var published = _documents.At<PublicSummary>(_now).Where(s => s.Programme == programme.Id && s.Period.From <= from && s.Period.To >= end && s.PublishedAt <= _now).MinBy(s => s.PublishedAt);
            yield return new(
                $"programme.{programme.Id}.summary.{year}", DeadlineKind.Summary, $"publish a summary of {year} of programme {programme.Name}", programme.Id, end, due,
                Deadline.StateOf(published?.PublishedAt, due, _now), published?.PublishedAt, Document: published?.Citation);
        }
    }
}
