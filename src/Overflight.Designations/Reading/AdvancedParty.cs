namespace Overflight.Designations.Reading;

/// <summary>A party of OFAC's advanced XML while its sections are joined.</summary>
internal sealed class AdvancedParty(string id, EntryType type)
{
    public string Id { get; } = id;

    public EntryType Type { get; } = type;

    public List<ListedName> Names { get; } = [];

    public string? Remarks { get; init; }

    public List<string> Locations { get; } = [];

    public List<ListedFact> Facts { get; } = [];

    public List<string> Programmes { get; } = [];

    public List<ListedEvent> Events { get; } = [];

    public ListEntry ToEntry(IReadOnlyDictionary<string, ListedAddress> addresses) => new()
    {
        Id = Id,
        Type = Type,
        Names = [.. Names.Distinct()],
        Programmes = Programmes,
        Remarks = Remarks,
        Addresses = [.. Locations.Where(addresses.ContainsKey).Select(location => addresses[location])],
        Facts = Facts,
        Events = Events,
    };
}
