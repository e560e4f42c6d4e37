using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Tracks;

namespace Overflight.Authority.Deciding;

/// <summary>Judges sorties by the papers: the plan, at arming, in flight, and afterwards, by the same rules. Thread-safe.</summary>
/// <param name="index">Whose airspace is where.</param>
/// <param name="documents">The papers.</param>
/// <param name="added">A deployment's own rules.</param>
public sealed class SortieJudge(AirspaceIndex index, DocumentSet documents, params IReadOnlyList<SortieRule> added)
{
    /// <summary>Whose airspace is where.</summary>
    public AirspaceIndex Index => index;

    /// <summary>Judges a plan.</summary>
    /// <param name="sortie">The plan.</param>
    /// <param name="now">The instant: papers recorded later are not seen.</param>
    /// <param name="stage">When planned, or at arming.</param>
    /// <exception cref="InvalidDataException">Its profile names a rule that there is not.</exception>
    public Decision Plan(Sortie sortie, UtcInstant now, DecisionStage stage = DecisionStage.Plan)
    {
        ArgumentNullException.ThrowIfNull(sortie);
        if (stage is not (DecisionStage.Plan or DecisionStage.Arming))
            throw new ArgumentOutOfRangeException(nameof(stage), stage, "a plan is judged when planned and at arming");
        var rules = RulesFor(sortie, now);
        return Decide(rules, new(stage, now, sortie, null, SortiePath.Of(sortie.Route, index), documents, rules.Profile));
    }

    /// <summary>Judges a flight, in the air or afterwards, on its track.</summary>
    /// <param name="sortie">The plan.</param>
    /// <param name="track">The track, so far or whole.</param>
    /// <param name="now">The instant: papers recorded later are not seen.</param>
    /// <param name="stage">In flight, or afterwards.</param>
    /// <exception cref="InvalidDataException">Its profile names a rule that there is not, or the track has fewer than two fixes that can be believed.</exception>
    public Decision Flight(Sortie sortie, Track track, UtcInstant now, DecisionStage stage = DecisionStage.Flown)
    {
        ArgumentNullException.ThrowIfNull(sortie);
        ArgumentNullException.ThrowIfNull(track);
        return FlightIfAny(sortie, track, now, stage) ?? throw new InvalidDataException("the track has fewer than two fixes that can be believed, and a flight has two or more");
    }

    /// <summary>The same; null where the track has fewer than two fixes that can be believed.</summary>
    internal Decision? FlightIfAny(Sortie sortie, Track track, UtcInstant now, DecisionStage stage)
    {
        if (stage is not (DecisionStage.InFlight or DecisionStage.Flown))
            throw new ArgumentOutOfRangeException(nameof(stage), stage, "a track is judged in flight and afterwards");
        var rules = RulesFor(sortie, now);
        var analysis = new FlightAnalyzer(index, new() { NearMetres = 1_000 }).AnalyzeFlight(track);
        if (analysis.Flight.Count < 2)
            return null;
        var flown = documents.At<FlownSortie>(now).FirstOrDefault(f => f.Sortie == sortie.Id);
        return Decide(rules, new(stage, now, sortie, flown, SortiePath.Of(analysis, index), documents, rules.Profile, SortiePath.Of(sortie.Route, index)));
    }

    /// <summary>Answers of a rule set on a case.</summary>
    public static Decision Decide(RuleSet rules, SortieCase sortie)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(sortie);
        RuleAnswer[] answers = [.. rules.Rules.Select(rule => rule.Answer(sortie))];
        string[] blocked = [.. answers.Where(rules.Blocks).Select(a => a.Rule)];
        var cited = answers.SelectMany(a => a.Reasons).SelectMany(r => r.Documents).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Stage = sortie.Stage,
            At = sortie.Now,
            Sortie = sortie.Sortie.Citation,
            IsPermitted = blocked.Length == 0,
            RuleSet = rules.Version,
            Answers = answers,
            BlockedBy = blocked,
            Path = sortie.Path,
            Duties = sortie.Duties.Standings,
            Differences = PlanComparison.Of(sortie),
            Documents = [.. sortie.Documents.All.Append(sortie.Sortie).Where(d => cited.Contains(d.Citation) || d == sortie.Sortie || d.Citation == sortie.Sortie.Citation)
                .DistinctBy(d => d.Citation).OrderBy(d => d.Citation, StringComparer.Ordinal).Select(d => (d.Citation, d.Sha256))],
        };
    }

    private RuleSet RulesFor(Sortie sortie, UtcInstant now)
    {
        // Without a programme on record nothing says which profile; the strictest one then does.
        var programme = documents.At<Operation>(sortie.Operation, now) is { } operation ? documents.At<Programme>(operation.Programme, now) : null;
        return RuleSet.Of(BuiltInProfiles.Find(programme?.Profile ?? "intelligence", documents, now), added);
    }
}
