namespace Overflight.Designations.Reading;

/// <summary>The reference values of OFAC's advanced XML: what the ids in its other sections mean. Each document brings its own.</summary>
internal sealed class AdvancedReferences
{
    private readonly Dictionary<(string Set, string Id), string> _words = [];
    private readonly Dictionary<string, string> _partyTypeOfSubType = new(StringComparer.Ordinal);

    /// <summary>Whether an element is one of the values that are looked up.</summary>
    public static bool IsWanted(string element) => element is "AliasType" or "PartyType" or "PartySubType" or "Country" or "LocPartType" or "EntryEventType" or "LegalBasis" or "SanctionsType" or "NamePartType" or "DetailReference" or "FeatureType";

    public void Add(XmlRecord value)
    {
        if (value.Attribute("ID") is not { } id)
            return;
        _words[(value.Name, id)] = value.Text.Trim();
        if (value.Name == "PartySubType" && value.Attribute("PartyTypeID") is { } type)
            _partyTypeOfSubType[id] = type;
    }

    public string? Word(string set, string? id) => id is not null && _words.TryGetValue((set, id), out var word) && word.Length > 0 ? word : null;

    /// <summary>Vessel and aircraft are subtypes by name; persons and entities are told by the type above the subtype.</summary>
    public EntryType? TypeOf(string? subType)
    {
        var word = Word("PartySubType", subType);
        if (TypeNamed(word) is { } direct)
            return direct;
        return subType is not null && _partyTypeOfSubType.TryGetValue(subType, out var type) ? TypeNamed(Word("PartyType", type)) ?? TypeNumbered(type) : null;
    }

    private static EntryType? TypeNamed(string? word) => word switch { "Vessel" => EntryType.Vessel, "Aircraft" => EntryType.Aircraft, "Individual" => EntryType.Individual, "Entity" => EntryType.Entity, _ => null };

    /// <summary>OFAC's own numbers, for documents that leave out the set of party types.</summary>
    private static EntryType? TypeNumbered(string type) => type switch { "1" => EntryType.Individual, "2" => EntryType.Entity, _ => null };
}
