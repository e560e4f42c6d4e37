using System.Text.Json;
using Overflight.Cli.Records;
using Overflight.Designations;
using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>Answers about lists as one JSON object a line: docs/schemas/lists-1.schema.json.</summary>
internal static class ListsJson
{
    private const string Schema = "overflight/lists/1";

    public static void Import(ImportOutcome outcome) => Write("import", json =>
    {
        json.WriteBoolean("wasThere", outcome.WasThere);
        EntryJson.Version(json, "version", outcome.Version);
        json.WriteStartObject("rowsRead");
        foreach (var (name, rows) in outcome.Content.RowsRead)
            json.WriteNumber(name, rows);
        json.WriteEndObject();
        json.WriteStartArray("problems");
        foreach (var problem in outcome.Content.Problems)
        {
            json.WriteStartObject();
            json.WriteString("file", problem.Source);
            json.WriteNumber("line", problem.Line);
            if (problem.Offset >= 0)
                json.WriteNumber("offset", problem.Offset);
            json.WriteString("field", problem.Field);
            json.WriteString("message", problem.Message);
            json.WriteBoolean("leftOut", problem.IsRejected);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static void Versions(DesignationStore store, IReadOnlyList<string> faults) => Write("versions", json =>
    {
        json.WriteStartArray("versions");
        foreach (var version in store.Versions)
            EntryJson.Version(json, null, version);
        json.WriteEndArray();
        json.WriteStartArray("statements");
        foreach (var statement in store.Statements)
            EntryJson.Statement(json, null, statement, store.IsReplaced(statement));
        json.WriteEndArray();
        EntryJson.Texts(json, "faults", faults);
    });

    public static void Standing(EntryStanding standing) => Write("standing", json =>
    {
        EntryJson.Standing(json, "standing", standing);
        Notice(json, standing.Entry);
    });

    public static void Change(EntryChange change) => Write("change", json =>
    {
        EntryJson.Standing(json, "before", change.Before);
        EntryJson.Standing(json, "after", change.After);
        json.WriteStartArray("steps");
        foreach (var step in change.Steps)
        {
            json.WriteStartObject();
            json.WriteString("after", ListsWords.Of(step.From.Date));
            json.WriteString("until", ListsWords.Of(step.To.Date));
            json.WriteString("fromVersion", step.From.ContentHash);
            json.WriteString("toVersion", step.To.ContentHash);
            DifferenceJson.Write(json, step.Difference, (change.After.Entry ?? change.Before.Entry)?.Type == EntryType.Individual);
            json.WriteStartArray("dated");
            foreach (var e in step.Narrowing)
                EntryJson.Event(json, null, e);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var e in change.Events)
            EntryJson.Event(json, null, e);
        json.WriteEndArray();
        EntryJson.Texts(json, "notCompared", change.NotCompared);
        Notice(json, change.After.Entry ?? change.Before.Entry);
    });

    public static void Search(FoundNames found) => Write("search", json =>
    {
        json.WriteString("query", found.Query);
        json.WriteBoolean("individuals", found.WithIndividuals);
        json.WriteStartArray("versions");
        foreach (var version in found.Versions)
            EntryJson.Version(json, null, version);
        json.WriteEndArray();
        json.WriteStartArray("matches");
        foreach (var (match, standing) in found.Matches)
        {
            json.WriteStartObject();
            json.WriteNumber("score", match.Score);
            json.WriteBoolean("proposed", match.IsProposed);
            json.WriteString("list", match.Entry.Version.List);
            json.WriteString("entry", match.Entry.Entry.Id);
            json.WriteString("type", ListsWords.Of(match.Entry.Entry.Type));
            json.WriteString("listVersion", match.Entry.Version.ContentHash);
            json.WriteString("nameVersion", match.NameVersion.ContentHash);
            EntryJson.Name(json, "name", match.Name);
            json.WriteStartArray("pairs");
            foreach (var pair in match.Pairs)
            {
                json.WriteStartObject();
                json.WriteString("query", pair.Query);
                json.WriteString("name", pair.Name);
                json.WriteNumber("similarity", pair.Similarity);
                json.WriteNumber("contribution", pair.Contribution);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            EntryJson.Texts(json, "notInName", match.NotFound);
            EntryJson.Texts(json, "onlyInName", match.LeftOver);
            json.WriteNumber("orderCost", match.OrderCost);
            EntryJson.Programmes(json, standing);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("decides", "a person; a match proposes only");
        Notice(json, found.Matches.Select(m => m.Match.Entry.Entry).FirstOrDefault(entry => entry.Type == EntryType.Individual));
    });

    public static void Statement(StateStatement statement) => Write("statement", json => EntryJson.Statement(json, "statement", statement, isReplaced: false));

    public static void Decision(long index, byte[] leaf) => Write("decision", json =>
    {
        json.WriteNumber("index", index);
        json.WritePropertyName("leaf");
        json.WriteRawValue(leaf);
    });

    private static void Notice(Utf8JsonWriter json, ListEntry? entry)
    {
        json.WriteBoolean("authorisesFlight", false);
        json.WriteString("notice", DesignationNotice.Text);
        if (entry is { Type: EntryType.Individual })
            json.WriteString("leftOut", DesignationNotice.Individuals);
    }

    private static void Write(string answer, Action<Utf8JsonWriter> members) => JsonLine.Write(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteString("answer", answer);
        members(json);
    });
}
