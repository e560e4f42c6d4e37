namespace Overflight.Mutation;

/// <summary>Mutants that no test can or need see, with the reason: lines of an id, and the reason behind a tab; # begins a comment.</summary>
internal sealed class Explanations
{
    private readonly Dictionary<string, string> _reasons;

    private Explanations(Dictionary<string, string> reasons) => _reasons = reasons;

    /// <exception cref="InvalidDataException">A line has no reason, or an id stands twice.</exception>
    public static Explanations Parse(IEnumerable<string> lines)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.Split('\t') is not [{ Length: 8 } id, { Length: > 0 } reason])
                throw new InvalidDataException($"no id and reason: {line}");
            if (!reasons.TryAdd(id, reason))
                throw new InvalidDataException($"twice: {id}");
        }
        return new(reasons);
    }

    public bool Has(Mutant mutant) => _reasons.ContainsKey(mutant.Id);

    /// <summary>Explanations of what is no longer there, or is seen by a test by now.</summary>
    public IEnumerable<string> Stale(IReadOnlyCollection<(Mutant Mutant, Outcome Outcome)> results) =>
        _reasons.Keys.Except(results.Where(r => r.Outcome == Outcome.Explained).Select(r => r.Mutant.Id));
}
