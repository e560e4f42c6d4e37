namespace Overflight.Designations;

/// <summary>An entry of a list.</summary>
public sealed class ListEntry
{
    /// <summary>OFAC's entity number (<c>17671</c>) or the UN's reference number (<c>QDe.004</c>).</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntryType Type { get; init; }

    /// <summary>Its names, the primary one first.</summary>
    public required IReadOnlyList<ListedName> Names { get; init; }

    /// <summary>The programmes it is listed under, in the list's order.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>Remarks, whole.</summary>
    public string? Remarks { get; init; }

    /// <summary>Whether the rest of the remarks is in a file that was not there: they end where the list cut them.</summary>
    public bool AreRemarksCut { get; init; }

    /// <summary>Its addresses.</summary>
    public IReadOnlyList<ListedAddress> Addresses { get; init; } = [];

    /// <summary>Further columns.</summary>
    public IReadOnlyList<ListedFact> Facts { get; init; } = [];

    /// <summary>Dated statements of the list itself.</summary>
    public IReadOnlyList<ListedEvent> Events { get; init; } = [];

    /// <summary>The name that the list leads with.</summary>
    public string PrimaryName => Names[0].Text;
}
