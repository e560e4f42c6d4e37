namespace Overflight.Notices.Summaries;

/// <summary>Adds up numbers with the leaves that they count.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (double Value, SortedSet<long> Leaves)> _counts = new(StringComparer.Ordinal);

    /// <summary>Adds to a number.</summary>
    public void Add(string name, double amount, params IEnumerable<long> leaves)
    {
        if (!_counts.TryGetValue(name, out var count))
            count = (0, []);
        count.Leaves.UnionWith(leaves);
        _counts[name] = (count.Value + amount, count.Leaves);
    }

    /// <summary>Numbers that are told even where they are 0, in this order.</summary>
    public SummarySection ToSection(string name, params IEnumerable<string> always)
    {
        string[] first = [.. always];
        return new(name, [.. first.Concat(_counts.Keys.Except(first, StringComparer.Ordinal)).Select(Count)]);
    }

    private SummaryCount Count(string name) => _counts.TryGetValue(name, out var count) ? new(name, count.Value, [.. count.Leaves]) : new(name, 0, []);
}
