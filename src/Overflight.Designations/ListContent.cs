namespace Overflight.Designations;

/// <summary>What the files of one list version say.</summary>
public sealed class ListContent
{
    private readonly Dictionary<string, ListEntry> _byId;

    internal ListContent(ListFormat format, ListParts parts, IReadOnlyList<ListEntry> entries)
    {
        (Format, Parts, Entries) = (format, parts, entries);
        _byId = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>The form of the files.</summary>
    public ListFormat Format { get; }

    /// <summary>Which parts are there.</summary>
    public ListParts Parts { get; }

    /// <summary>The entries, in the list's order.</summary>
    public IReadOnlyList<ListEntry> Entries { get; }

    /// <summary>The date that the list gives itself; OFAC's CSV gives none.</summary>
    public DateOnly? StatedDate { get; internal init; }

    /// <summary>How many rows or elements of each file were read, in the order of the files.</summary>
    public IReadOnlyDictionary<string, long> RowsRead { get; internal init; } = new Dictionary<string, long>();

    /// <summary>Rows and elements that were left out.</summary>
    public long RejectedRows { get; internal init; }

    /// <summary>Those of them that were entries: about an entry that is not there, nothing is known then.</summary>
    public long RejectedEntries { get; internal init; }

    /// <summary>What was wrong; the first 1,000.</summary>
    public IReadOnlyList<ListProblem> Problems { get; internal init; } = [];

    /// <summary>Whether every file was read to its end.</summary>
    public bool IsReadToEnd { get; internal init; } = true;

    /// <summary>The entry of an id; null where there is none.</summary>
    public ListEntry? Find(string id) => _byId.GetValueOrDefault(id);
}
