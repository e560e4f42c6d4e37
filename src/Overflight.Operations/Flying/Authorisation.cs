using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Operations.Recording;
using Overflight.Tracks;

namespace Overflight.Operations.Flying;

/// <summary>
/// The leave to arm an aircraft: every rule let it, and the record has both the decision and the authorisation. It can only be had from
/// <see cref="AskAsync"/>, and nothing arms without one.
/// </summary>
public sealed class Authorisation
{
    /// <summary>How long after it is given an aircraft may be armed by it.</summary>
    private const double ValidSeconds = 900;

    private Authorisation(Sortie sortie, UtcInstant until, long leaf) => (Sortie, Until, Leaf) = (sortie, until, leaf);

    /// <summary>The sortie that may be flown.</summary>
    public Sortie Sortie { get; }

    /// <summary>Until when it may be armed.</summary>
    public UtcInstant Until { get; }

    /// <summary>Index of the leaf that authorises it.</summary>
    public long Leaf { get; }

    /// <summary>Judges a sortie at arming, and records the decision and, where every rule lets it, the authorisation, before either is told.</summary>
    /// <param name="judge">By which papers.</param>
    /// <param name="sortie">The sortie.</param>
    /// <param name="now">The instant.</param>
    /// <param name="record">Where to.</param>
    /// <param name="cancellation">Gives up waiting for the record.</param>
    /// <returns>The decision, and the authorisation where it is permitted.</returns>
    public static async ValueTask<(Decision Decision, Authorisation? Authorisation)> AskAsync(SortieJudge judge, Sortie sortie, UtcInstant now, FlightRecord record, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(sortie);
        ArgumentNullException.ThrowIfNull(record);
        var decision = judge.Plan(sortie, now, DecisionStage.Arming);
        var leaf = await record.AppendAsync(SortieDecisionLeaf.Draft(decision, sortie, now.Microseconds / 1_000), cancellation).ConfigureAwait(false);
        if (!decision.IsPermitted)
            return (decision, null);
        var until = now.AddSeconds(ValidSeconds);
        var by = sortie.Conduct.Control.OrderBy(c => c.During.From).First().Station;
        var authorised = await record.AppendAsync(FlightLeaf.OfAuthorisation(sortie, leaf, decision.RuleSet, by, now, until), cancellation).ConfigureAwait(false);
        return (decision, new(sortie, until, authorised));
    }
}
