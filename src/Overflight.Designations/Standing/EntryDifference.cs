namespace Overflight.Designations.Standing;

/// <summary>What differs between an entry of two list versions.</summary>
public sealed class EntryDifference
{
    /// <summary>Whether it came onto the list.</summary>
    public bool IsAdded { get; internal init; }

    /// <summary>Whether it left the list.</summary>
    public bool IsRemoved { get; internal init; }

    /// <summary>Names that came.</summary>
    public IReadOnlyList<ListedName> NamesAdded { get; internal init; } = [];

    /// <summary>Names that went.</summary>
    public IReadOnlyList<ListedName> NamesRemoved { get; internal init; } = [];

    /// <summary>Programmes that came.</summary>
    public IReadOnlyList<string> ProgrammesAdded { get; internal init; } = [];

    /// <summary>Programmes that went.</summary>
    public IReadOnlyList<string> ProgrammesRemoved { get; internal init; } = [];

    /// <summary>Addresses that came.</summary>
    public IReadOnlyList<ListedAddress> AddressesAdded { get; internal init; } = [];

    /// <summary>Addresses that went.</summary>
    public IReadOnlyList<ListedAddress> AddressesRemoved { get; internal init; } = [];

    /// <summary>Facts that came.</summary>
    public IReadOnlyList<ListedFact> FactsAdded { get; internal init; } = [];

    /// <summary>Facts that went.</summary>
    public IReadOnlyList<ListedFact> FactsRemoved { get; internal init; } = [];

    /// <summary>The remarks before and after, where they differ.</summary>
    public (string? Before, string? After)? Remarks { get; internal init; }

    /// <summary>The type before and after, where it differs.</summary>
    public (EntryType Before, EntryType After)? Type { get; internal init; }

    /// <summary>What could not be compared, and why, in sentences.</summary>
    public IReadOnlyList<string> NotCompared { get; internal init; } = [];

    /// <summary>Whether nothing differs of what could be compared.</summary>
    public bool IsEmpty => !IsAdded && !IsRemoved && Remarks is null && Type is null
        && NamesAdded.Count + NamesRemoved.Count + ProgrammesAdded.Count + ProgrammesRemoved.Count + AddressesAdded.Count + AddressesRemoved.Count + FactsAdded.Count + FactsRemoved.Count == 0;
}
