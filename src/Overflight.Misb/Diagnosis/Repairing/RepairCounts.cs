namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>What a repair changed and what it could not, by finding.</summary>
internal sealed class RepairCounts
{
    private readonly SortedDictionary<string, (long Done, long Left, string? Why)> _counts = new(StringComparer.Ordinal);

    public void Done(string id, long count = 1)
    {
        var seen = _counts.GetValueOrDefault(id);
        _counts[id] = seen with { Done = seen.Done + count };
    }

    public void Left(string id, string why, long count = 1)
    {
        var seen = _counts.GetValueOrDefault(id);
        _counts[id] = seen with { Left = seen.Left + count, Why = seen.Why ?? why };
    }

    public IReadOnlyList<RepairNote> Notes(IReadOnlyDictionary<string, string> words) =>
        [.. _counts.Select(c => new RepairNote(c.Key, words.GetValueOrDefault(c.Key, c.Key), c.Value.Done, c.Value.Left, c.Value.Why))];
}
