using System.Xml;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Reading;

/// <summary>
/// Reads the UN Security Council's consolidated list (<c>CONSOLIDATED_LIST</c>, XML as the Council's secretariat publishes it). An entry's id is
/// its reference number; <c>DATAID</c> is kept as a fact, and is the id where there is no reference number.
/// </summary>
internal sealed class UnListReader
{
    private static readonly string[] s_names = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
    private static readonly string[] s_city = ["CITY", "STATE_PROVINCE", "ZIP_CODE"];

    private readonly ProblemList _problems = new();
    private readonly List<ListEntry> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public ListContent Read(ListSource source)
    {
        DateOnly? generated = null;
        var isReadToEnd = true;
        using var records = new XmlRecords(source);
        try
        {
            while (records.MoveToNext(name => name is "CONSOLIDATED_LIST" or "INDIVIDUAL" or "ENTITY"))
            {
                var line = records.Line;
                if (records.Name == "CONSOLIDATED_LIST")
                {
                    generated = IsoDate.Of(records.Attribute("dateGenerated"));
                    records.Enter();
                }
                else if (records.Take() is { } record)
                    Add(source.Name, line, record);
                else
                    _problems.Reject(source.Name, line, -1, "", "an entry larger than any of the list", isEntry: true);
            }
        }
        catch (XmlException error)
        {
            isReadToEnd = false;
            _problems.Reject(source.Name, error.LineNumber, -1, "", $"read to here only: {error.Message}", isEntry: true);
        }
        return new(ListFormat.UnXml, ListParts.All, _entries)
        {
            StatedDate = generated,
            RowsRead = new Dictionary<string, long> { [source.Name] = _entries.Count },
            Problems = _problems.Problems,
            RejectedRows = _problems.RejectedRows,
            RejectedEntries = _problems.RejectedEntries,
            IsReadToEnd = isReadToEnd,
        };
    }

    private void Add(string source, long line, XmlRecord record)
    {
        var name = string.Join(' ', s_names.Select(record.TextOf).OfType<string>());
        var dataId = record.TextOf("DATAID");
        var id = record.TextOf("REFERENCE_NUMBER") ?? dataId;
        if (id is null)
            _problems.Reject(source, line, -1, "REFERENCE_NUMBER", "neither a reference number nor a DATAID", isEntry: true);
        else if (name.Length == 0)
            _problems.Reject(source, line, -1, "FIRST_NAME", $"no name of {id}", isEntry: true);
        else if (!_ids.Add(id))
            _problems.Reject(source, line, -1, "REFERENCE_NUMBER", $"a second entry {id}", isEntry: true);
        else
            _entries.Add(new()
            {
                Id = id,
                Type = record.Name == "INDIVIDUAL" ? EntryType.Individual : EntryType.Entity,
                Names = [.. NamesOf(record, name).Distinct()],
                Programmes = record.TextOf("UN_LIST_TYPE") is { } programme ? [programme] : [],
                Remarks = record.TextOf("COMMENTS1"),
                Addresses = [.. record.All(record.Name + "_ADDRESS").Select(AddressOf).Where(address => address is not { Street: null, City: null, Country: null, Remarks: null })],
                Facts = dataId is null ? [] : [new("dataId", dataId)],
                Events = EventsOf(source, line, record),
            });
    }

    private static IEnumerable<ListedName> NamesOf(XmlRecord record, string name)
    {
        yield return new(name, NameKind.Primary, NameQuality.Unstated);
        if (record.TextOf("NAME_ORIGINAL_SCRIPT") is { } original)
            yield return new(original, NameKind.AlsoKnownAs, NameQuality.Good);
        foreach (var alias in record.All(record.Name + "_ALIAS"))
        {
            var quality = alias.TextOf("QUALITY");
            var kind = quality is not null && quality.StartsWith('f') ? NameKind.FormerlyKnownAs : NameKind.AlsoKnownAs;
            foreach (var text in (alias.TextOf("ALIAS_NAME") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return new(text, kind, quality switch { "Good" => NameQuality.Good, "Low" => NameQuality.Low, _ => NameQuality.Unstated });
        }
    }

    private static ListedAddress AddressOf(XmlRecord address) => new(
        address.TextOf("STREET"),
        string.Join(", ", s_city.Select(address.TextOf).OfType<string>()) is { Length: > 0 } city ? city : null,
        address.TextOf("COUNTRY"),
        address.TextOf("NOTE"));

    private List<ListedEvent> EventsOf(string source, long line, XmlRecord record)
    {
        var events = new List<ListedEvent>();
        Add("LISTED_ON", DesignationState.Effective, record.TextOf("LISTED_ON"));
        foreach (var value in record.First("LAST_DAY_UPDATED")?.All("VALUE") ?? [])
            Add("LAST_DAY_UPDATED", DesignationState.Amended, value.Text.Trim() is { Length: > 0 } text ? text : null);
        Add("DELISTED_ON", DesignationState.Revoked, record.TextOf("DELISTED_ON"));
        return events;

        void Add(string field, DesignationState state, string? text)
        {
            if (IsoDate.Of(text) is { } date)
                events.Add(new(state, date, field));
            else if (text is not null)
                _problems.Note(source, line, -1, field, "no date");
        }
    }
}
