using System.Globalization;
using System.Text.Json;

namespace Overflight.Designations.Keeping;

/// <summary>The file that names the versions in a store, in the order of their import. docs/lists.md, "The store", has its members.</summary>
internal static class StoreIndex
{
    public const string Schema = "overflight/list-store/1";

    public static byte[] Write(IReadOnlyList<ListVersion> versions) => StoreJson.Write(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteStartArray("versions");
        foreach (var version in versions)
        {
            json.WriteStartObject();
            json.WriteString("list", version.List);
            json.WriteString("date", StoreJson.Text(version.Date));
            json.WriteString("dateOrigin", version.DateOrigin.ToString());
            json.WriteString("format", version.Format.ToString());
            json.WriteNumber("parts", (int)version.Parts);
            json.WriteBoolean("partial", version.IsPartial);
            json.WriteString("contentHash", version.ContentHash);
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
            json.WriteStartObject("counts");
            json.WriteNumber("entries", version.Counts.Entries);
            json.WriteNumber("individuals", version.Counts.Individuals);
            json.WriteNumber("names", version.Counts.Names);
            json.WriteNumber("addresses", version.Counts.Addresses);
            json.WriteNumber("rejectedRows", version.Counts.RejectedRows);
            json.WriteNumber("rejectedEntries", version.Counts.RejectedEntries);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <exception cref="DesignationException">It is no index, or a version's hash is not that of its members.</exception>
    public static List<ListVersion> Read(string path) => StoreJson.Read(path, Schema, root => root.GetProperty("versions").EnumerateArray().Select(ToVersion).ToList());

    private static ListVersion ToVersion(JsonElement json)
    {
        var counts = json.GetProperty("counts");
        var version = new ListVersion(
            StoreJson.TextOf(json, "list"),
            StoreJson.DateOf(json, "date"),
            Enum.Parse<ListDateOrigin>(StoreJson.TextOf(json, "dateOrigin")),
            Enum.Parse<ListFormat>(StoreJson.TextOf(json, "format")),
            (ListParts)json.GetProperty("parts").GetInt32(),
            json.GetProperty("partial").GetBoolean(),
            [.. json.GetProperty("sources").EnumerateArray().Select(source => new SourceFile(StoreJson.TextOf(source, "name"), Sha256Of(source), source.GetProperty("length").GetInt64()))],
            new(counts.GetProperty("entries").GetInt32(), counts.GetProperty("individuals").GetInt32(), counts.GetProperty("names").GetInt32(), counts.GetProperty("addresses").GetInt32(), counts.GetProperty("rejectedRows").GetInt64(), counts.GetProperty("rejectedEntries").GetInt64()));
        return version.ContentHash == StoreJson.TextOf(json, "contentHash")
            ? version
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the version of {version.List} of {version.Date:yyyy-MM-dd} has another hash than its members make"));
    }

    /// <summary>The hash is also a file's name: nothing else may stand there.</summary>
    private static string Sha256Of(JsonElement source) => StoreJson.TextOf(source, "sha256") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : throw new FormatException("a source without a SHA-256");
}
