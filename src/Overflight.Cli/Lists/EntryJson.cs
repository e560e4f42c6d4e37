using System.Globalization;
using System.Text.Json;
using Overflight.Designations;
using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>Parts that the JSON answers about lists share.</summary>
internal static class EntryJson
{
    public static void Version(Utf8JsonWriter json, string? name, ListVersion version)
    {
        Begin(json, name);
        json.WriteString("list", version.List);
        json.WriteString("date", ListsWords.Of(version.Date));
        json.WriteString("dateOrigin", version.DateOrigin == ListDateOrigin.Given ? "given" : "stated");
        json.WriteString("format", version.Format switch { ListFormat.OfacCsv => "ofac-csv", ListFormat.OfacAdvancedXml => "ofac-advanced-xml", _ => "un-xml" });
        json.WriteBoolean("partial", version.IsPartial);
        json.WriteString("contentHash", version.ContentHash);
        json.WriteNumber("entries", version.Counts.Entries);
        json.WriteNumber("individuals", version.Counts.Individuals);
        json.WriteNumber("names", version.Counts.Names);
        json.WriteNumber("addresses", version.Counts.Addresses);
        json.WriteNumber("rejectedRows", version.Counts.RejectedRows);
        json.WriteNumber("rejectedEntries", version.Counts.RejectedEntries);
        json.WriteStartArray("sources");
        foreach (var source in version.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("sha256", source.Sha256);
            json.WriteNumber("length", source.Length);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Standing(Utf8JsonWriter json, string name, EntryStanding standing)
    {
        Begin(json, name);
        json.WriteString("list", standing.List);
        json.WriteString("entry", standing.Id);
        json.WriteString("asOf", ListsWords.Of(standing.AsOf));
        json.WriteString("listed", ListsWords.Of(standing.Listed));
        if (standing.Version is { } version)
            Version(json, "version", version);
        if (standing.Entry is { } entry)
            Entry(json, entry);
        Programmes(json, standing);
        json.WriteStartArray("events");
        foreach (var e in standing.Events)
            Event(json, null, e);
        json.WriteEndArray();
        Texts(json, "notKnown", standing.NotKnown);
        json.WriteEndObject();
    }

    public static void Programmes(Utf8JsonWriter json, EntryStanding standing)
    {
        json.WriteStartArray("programmes");
        foreach (var programme in standing.Programmes.Prepend(standing.Whole))
        {
            json.WriteStartObject();
            json.WriteString("programme", programme.Programme);
            json.WriteString("listed", ListsWords.Of(programme.Listed));
            json.WriteString("inEffect", ListsWords.Of(programme.InEffect));
            if (programme.Decisive is { } e)
                Event(json, "decidedBy", e);
            json.WriteString("reason", programme.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Event(Utf8JsonWriter json, string? name, StateEvent e)
    {
        Begin(json, name);
        json.WriteString("state", e.State.ToString().ToLowerInvariant());
        json.WriteString("date", ListsWords.Of(e.Date));
        json.WriteString("programme", e.Programme);
        json.WriteString("source", e.Source);
        json.WriteString("origin", e.IsHandEntered ? "hand-entered" : "list");
        if (e.Statement is { } statement)
        {
            json.WriteNumber("statement", statement.Number);
            json.WriteString("author", statement.Author);
        }
        json.WriteEndObject();
    }

    public static void Statement(Utf8JsonWriter json, string? name, StateStatement statement, bool isReplaced)
    {
        Begin(json, name);
        json.WriteNumber("number", statement.Number);
        json.WriteString("list", statement.List);
        json.WriteString("entry", statement.EntryId);
        json.WriteString("programme", statement.Programme);
        json.WriteString("state", statement.State.ToString().ToLowerInvariant());
        json.WriteString("date", ListsWords.Of(statement.Date));
        json.WriteString("source", statement.Source);
        json.WriteString("author", statement.Author);
        json.WriteString("enteredAt", statement.EnteredAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (statement.Replaces is { } replaced)
            json.WriteNumber("replaces", replaced);
        json.WriteBoolean("replaced", isReplaced);
        json.WriteEndObject();
    }

    public static void Name(Utf8JsonWriter json, string? property, ListedName name)
    {
        Begin(json, property);
        json.WriteString("text", name.Text);
        json.WriteString("kind", ListsWords.KindOf(name.Kind));
        json.WriteString("quality", name.Quality.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Of natural persons the leading name only.</summary>
    private static void Entry(Utf8JsonWriter json, ListEntry entry)
    {
        var isIndividual = entry.Type == EntryType.Individual;
        json.WriteString("type", ListsWords.Of(entry.Type));
        json.WriteStartArray("names");
        foreach (var name in isIndividual ? entry.Names.Take(1) : entry.Names)
            Name(json, null, name);
        json.WriteEndArray();
        if (isIndividual)
            return;
        Texts(json, "addresses", entry.Addresses.Select(address => address.ToString()));
        json.WriteString("remarks", entry.Remarks);
        json.WriteStartArray("facts");
        foreach (var fact in entry.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteString("value", fact.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, string? name)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
    }
}
