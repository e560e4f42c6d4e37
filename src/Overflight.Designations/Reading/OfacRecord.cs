namespace Overflight.Designations.Reading;

/// <summary>The row of an entry, before aliases, addresses and the rest of the remarks are joined to it.</summary>
internal sealed class OfacRecord(string id, string name, EntryType type)
{
    public string Id { get; } = id;

    public EntryType Type { get; } = type;

    public string[] Programmes { get; init; } = [];

    public List<ListedFact> Facts { get; } = [];

    public string? Remarks { get; set; }

    public List<ListedName> Names { get; } = [new(name, NameKind.Primary, NameQuality.Unstated)];

    public List<ListedAddress> Addresses { get; } = [];

    public bool HasRestOfRemarks { get; set; }
}
