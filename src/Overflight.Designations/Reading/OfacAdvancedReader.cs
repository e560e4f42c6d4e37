using System.Xml;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Reading;

/// <summary>
/// Reads OFAC's advanced XML (Advanced Sanctions Data Model): parties, locations and entries in sections of their own, joined by ids, with
/// reference values for all words. Entries have events with dates: these give what the comma-separated files leave out.
/// </summary>
internal sealed class OfacAdvancedReader
{
    private readonly ProblemList _problems = new();
    private readonly AdvancedReferences _references = new();
    private readonly List<AdvancedParty> _parties = [];
    private readonly Dictionary<string, AdvancedParty> _byProfile = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedAddress> _addresses = new(StringComparer.Ordinal);
    private DateOnly? _issued;
    private string _source = "";

    public ListContent Read(ListSource source)
    {
        _source = source.Name;
        var isReadToEnd = true;
        using var records = new XmlRecords(source);
        try
        {
            while (records.MoveToNext(name => name is "DateOfIssue" or "Location" or "DistinctParty" or "SanctionsEntry" || AdvancedReferences.IsWanted(name)))
            {
                var line = records.Line;
                var name = records.Name;
                if (records.Take() is { } record)
                    Add(record, line);
                else
                    _problems.Reject(_source, line, -1, name, "larger than any of the list", isEntry: name == "DistinctParty");
            }
        }
        catch (XmlException error)
        {
            isReadToEnd = false;
            _problems.Reject(_source, error.LineNumber, -1, "", $"read to here only: {error.Message}", isEntry: true);
        }
        return new(ListFormat.OfacAdvancedXml, ListParts.All, [.. _parties.Select(party => party.ToEntry(_addresses))])
        {
            StatedDate = _issued,
            RowsRead = new Dictionary<string, long> { [_source] = _parties.Count },
            Problems = _problems.Problems,
            RejectedRows = _problems.RejectedRows,
            RejectedEntries = _problems.RejectedEntries,
            IsReadToEnd = isReadToEnd,
        };
    }

    private void Add(XmlRecord record, long line)
    {
        switch (record.Name)
        {
            case "DateOfIssue":
                _issued ??= IsoDate.OfParts(record);
                break;
            case "Location":
                AddLocation(record);
                break;
            case "DistinctParty":
                AddParty(record, line);
                break;
            case "SanctionsEntry":
                AddEntry(record, line);
                break;
            default:
                _references.Add(record);
                break;
        }
    }

    private void AddLocation(XmlRecord location)
    {
        if (location.Attribute("ID") is not { } id)
            return;
        var parts = location.All("LocationPart").Select(part => (Type: _references.Word("LocPartType", part.Attribute("LocPartTypeID")) ?? "", Text: string.Join(' ', part.Below("Value").Select(value => value.Text.Trim())))).ToList();
        var address = new ListedAddress(
            Joined(parts.Where(part => part.Type.StartsWith("ADDRESS", StringComparison.Ordinal))),
            Joined(parts.Where(part => part.Type is "CITY" or "STATE/PROVINCE" or "POSTAL CODE")),
            _references.Word("Country", location.First("LocationCountry")?.Attribute("CountryID")),
            Joined(parts.Where(part => part.Type is "REGION")));
        if (address is not { Street: null, City: null, Country: null, Remarks: null })
            _addresses[id] = address;
    }

    private static string? Joined(IEnumerable<(string Type, string Text)> parts) =>
        string.Join(", ", parts.Select(part => part.Text).Where(text => text.Length > 0)) is { Length: > 0 } joined ? joined : null;

    private void AddParty(XmlRecord record, long line)
    {
        var profile = record.First("Profile");
        if ((record.Attribute("FixedRef") ?? profile?.Attribute("ID")) is not { } id || profile is null)
        {
            _problems.Reject(_source, line, -1, "FixedRef", "a party without an id or a profile", isEntry: true);
            return;
        }
        var names = AdvancedNames.Of(profile, _references).ToList();
        if (names.Count == 0 || _references.TypeOf(profile.Attribute("PartySubTypeID")) is not { } type)
        {
            _problems.Reject(_source, line, -1, names.Count == 0 ? "NamePartValue" : "PartySubTypeID", $"party {id} has no {(names.Count == 0 ? "name" : "type that is known")}", isEntry: true);
            return;
        }
        if (!_ids.Add(id))
        {
            _problems.Reject(_source, line, -1, "FixedRef", $"a second party {id}", isEntry: true);
            return;
        }
        var party = new AdvancedParty(id, type) { Remarks = record.TextOf("Comment") };
        party.Names.AddRange(names);
        party.Locations.AddRange(record.Below("VersionLocation").Select(location => location.Attribute("LocationID")).OfType<string>().Distinct());
        foreach (var feature in record.Below("Feature"))
        {
            if (FactOf(_references.Word("FeatureType", feature.Attribute("FeatureTypeID"))) is { } fact && feature.Below("VersionDetail").FirstOrDefault() is { } detail
                && (detail.Text.Trim() is { Length: > 0 } text ? text : _references.Word("DetailReference", detail.Attribute("DetailReferenceID"))) is { } value)
                party.Facts.Add(new(fact, value));
        }
        _parties.Add(party);
        _byProfile[profile.Attribute("ID") ?? id] = party;
    }

    /// <summary>The features of ships and aircraft that the comma-separated files have as columns; those of persons are left out.</summary>
    private static string? FactOf(string? feature) => feature switch
    {
        "Vessel Call Sign" or "VESSEL CALL SIGN" => "callSign",
        "Vessel Flag" or "VESSEL FLAG" => "flag",
        "Vessel Owner" or "VESSEL OWNER" => "owner",
        "Vessel Type" or "VESSEL TYPE" => "vesselType",
        "Vessel Tonnage" or "VESSEL TONNAGE" => "tonnage",
        "Vessel Gross Registered Tonnage" or "VESSEL GROSS REGISTERED TONNAGE" => "grossRegisteredTonnage",
        _ => null,
    };

    private void AddEntry(XmlRecord record, long line)
    {
        if (record.Attribute("ProfileID") is not { } profile || !_byProfile.TryGetValue(profile, out var party))
        {
            _problems.Reject(_source, line, -1, "ProfileID", $"an entry of {record.Attribute("ProfileID") ?? "nobody"}, who is no party here", isEntry: false);
            return;
        }
        foreach (var listed in record.All("EntryEvent"))
        {
            if (IsoDate.OfParts(listed.First("Date")) is not { } date)
            {
                _problems.Note(_source, line, -1, "EntryEvent", $"no date of an event of {party.Id}");
                continue;
            }
            var word = _references.Word("EntryEventType", listed.Attribute("EntryEventTypeID")) ?? (listed.Attribute("EntryEventTypeID") is null or "1" ? "Created" : "event of unknown type");
            var basis = _references.Word("LegalBasis", listed.Attribute("LegalBasisID"));
            party.Events.Add(new(StateOf(word), date, basis is null or "Unknown" ? word : $"{word}, {basis}"));
        }
        foreach (var measure in record.All("SanctionsMeasure"))
        {
            if (measure.TextOf("Comment") is { } programme && (_references.Word("SanctionsType", measure.Attribute("SanctionsTypeID")) ?? "Program") == "Program" && !party.Programmes.Contains(programme))
                party.Programmes.Add(programme);
        }
    }

    private static DesignationState StateOf(string word) => word switch
    {
        "Created" => DesignationState.Effective,
        "Removed" or "Deleted" or "Delisted" => DesignationState.Revoked,
        _ => DesignationState.Amended,
    };
}
