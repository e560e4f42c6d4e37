using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Archive;
using Overflight.Dossiers.Json;
using Overflight.Feeds;

namespace Overflight.Cli.Archives;

/// <summary>A JSON object a line: one for each input, and one for the sums.</summary>
internal sealed class IngestJson : IIngestReporter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Stream _output = Console.OpenStandardOutput();

    public void Input(IngestOutcome outcome, ReadReport report, InputRecord? input) => Line(json =>
    {
        json.WriteString("input", report.File);
        json.WriteString("outcome", Word(outcome));
        if (input is not null)
            json.WriteNumber("number", input.Number);
        json.WriteString("sha256", report.Sha256);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteString("format", report.Format?.ToString() ?? "");
        json.WriteNumber("fixes", input?.Fixes ?? 0);
        json.WriteBoolean("complete", report.IsComplete);
        ReadReportJson.WriteDamage(json, report);
    });

    public void Finish(ArchiveWriter archive, int daysMerged) => Line(json =>
    {
        json.WriteString("schema", "overflight/ingest/1");
        json.WriteNumber("archiveFixes", archive.Fixes);
        json.WriteNumber("archiveFiles", archive.Files);
        json.WriteNumber("archiveBytes", archive.Bytes);
        json.WriteNumber("daysMerged", daysMerged);
    });

    private static string Word(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Ingested => "ingested",
        IngestOutcome.AlreadyThere => "already-there",
        IngestOutcome.NoFixes => "no-fixes",
        _ => "unreadable",
    };

    private void Line(Action<Utf8JsonWriter> members)
    {
        using (var json = new Utf8JsonWriter(_output, s_options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }
}
