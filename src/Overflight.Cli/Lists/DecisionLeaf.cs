using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Designations.Search;

namespace Overflight.Cli.Lists;

/// <summary>A person's decision on a match, as a line for the record: docs/lists.md, "The decision".</summary>
internal static class DecisionLeaf
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Line(NameMatch match, string query, string decision, string by, string reason)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            var (version, entry) = (match.Entry.Version, match.Entry.Entry);
            json.WriteStartObject();
            json.WriteString("kind", "designation.decision");
            json.WriteString("subject", $"designation/{version.List}/{entry.Id}");
            json.WriteString("list", version.List);
            json.WriteString("entry", entry.Id);
            json.WriteString("listDate", version.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("listVersion", version.ContentHash);
            json.WriteString("query", query);
            json.WriteString("matchedName", match.Name.Text);
            // A part of a list may lack the alias that an earlier version has.
            if (match.NameVersion != version)
                json.WriteString("nameVersion", match.NameVersion.ContentHash);
            // A leaf holds whole numbers only.
            json.WriteNumber("scoreMillionths", match.Units * 10);
            json.WriteString("decision", decision);
            json.WriteString("by", by);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
