using System.Text.Json;
using Overflight.Feeds;

namespace Overflight.Dossiers.Json;

/// <summary>What was amiss with an input, the same wherever it is told to machines.</summary>
public static class ReadReportJson
{
    /// <summary>Writes the members <c>rejected</c> (counts by kind) and <c>problems</c> (the first of each kind, located).</summary>
    public static void WriteDamage(Utf8JsonWriter json, ReadReport report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteStartObject("rejected");
        foreach (var (kind, count) in report.RejectedByKind.OrderBy(k => k.Key, StringComparer.Ordinal))
            json.WriteNumber(kind, count);
        json.WriteEndObject();
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", problem.Offset);
            json.WriteNumber("record", problem.Record);
            json.WriteString("field", problem.Field);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
