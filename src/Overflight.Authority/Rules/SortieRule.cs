namespace Overflight.Authority.Rules;

/// <summary>
/// One rule. It judges a plan and a flight by the same code, reads what it says that it reads, and asks nothing else: no clock, no
/// network, no other rule. A deployment adds rules of its own by deriving from this.
/// </summary>
public abstract class SortieRule
{
    /// <summary>Its id, such as <c>consent.in-force</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What it asks for, in a sentence.</summary>
    public abstract string Title { get; }

    /// <summary>The law, standard or practice that it comes from.</summary>
    public abstract string Citation { get; }

    /// <summary>What it reads.</summary>
    public abstract string Reads { get; }

    /// <summary>Everything that it finds on a case, good and bad.</summary>
    protected abstract IEnumerable<RuleReason> Find(SortieCase sortie);

    /// <summary>Its answer: as bad as the worst thing found.</summary>
    public RuleAnswer Answer(SortieCase sortie)
    {
        RuleReason[] reasons = [.. Find(sortie)];
        if (reasons.Length == 0)
            reasons = [RuleReason.Pass("nothing in the sortie concerns it")];
        return new(Id, Title, Citation, reasons.Max(r => r.Outcome), reasons);
    }
}
