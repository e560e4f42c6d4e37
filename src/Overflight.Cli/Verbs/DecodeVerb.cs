using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Cli.Decoding;
using Overflight.Cli.Running;
using Overflight.Feeds;
using Overflight.Feeds.ModeS;

namespace Overflight.Cli.Verbs;

/// <summary><c>decode</c>: every message of a Mode S recording as a JSON object a line.</summary>
internal static class DecodeVerb
{
    private const int FlushBytes = 1 << 16;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a recording (Beast, AVR, or JSON lines with hex frames; gzip and zstd too); - reads standard input" };
        var stats = new Option<bool>("--stats") { Description = "a summary instead of the messages" };
        var format = new Option<string>("--format") { Description = "with --stats: text or json; messages are always JSON lines", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var output = new Option<string?>("--out") { Description = "write to this file" };
        var choices = new ModeSChoices();
        var command = new Command("decode", "Mode S and ADS-B messages of a recording, one JSON object a line, in order, nothing left out.")
        {
            file, stats, format, output,
        };
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(file)!, new ReadOptions { ModeS = choices.Of(parsed) },
            parsed.GetValue(stats), parsed.GetValue(format) == "json", parsed.GetValue(output), cancellation)));
        return command.WithExamples(
            "overflight decode recording.beast --start 2024-06-06T08:58:39Z",
            "overflight decode frames.jsonl.gz --stats",
            "zcat recording.beast.gz | overflight decode - | grep '\"icao\":\"3461ce\"'");
    }

    private static int Run(string file, ReadOptions options, bool wantsStatistics, bool asJson, string? path, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        using var target = new OutputTarget(path);
        var statistics = new DecodeStatistics();
        var count = new Progress(bytes => progress.Tell(() => $"{bytes / 1e6:0} MB read, {statistics.Messages} messages"));
        ReadReport report;
        if (wantsStatistics)
        {
            report = ModeSFile.Decode(file, options, (in DecodedMessage message) => statistics.Add(message), count, cancellation);
            StatisticsWriter.Write(target.Stream, statistics, report, asJson);
        }
        else
        {
            report = WriteMessages(file, options, statistics, target.Stream, count, cancellation);
            Tell(report);
        }
        target.Commit();
        return report.IsComplete ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    private static ReadReport WriteMessages(
        string file, ReadOptions options, DecodeStatistics statistics, Stream stream, Progress count, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * FlushBytes);
        // Raw text is ASCII hex and call signs: nothing that HTML could mistake, so quotes and '+' need no escapes.
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var report = ModeSFile.Decode(
            file, options,
            (in DecodedMessage message) =>
            {
                statistics.Add(message);
                MessageJson.Write(json, message);
                json.Flush();
                json.Reset();
                buffer.Write("\n"u8);
                if (buffer.WrittenCount >= FlushBytes)
                    Empty(buffer, stream);
            },
            count, cancellation);
        Empty(buffer, stream);
        return report;
    }

    private static void Empty(ArrayBufferWriter<byte> buffer, Stream stream)
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    /// <summary>What went wrong goes to standard error, so that the lines stay lines of messages.</summary>
    private static void Tell(ReadReport report)
    {
        foreach (var note in report.Notes)
            Console.Error.WriteLine($"overflight: {report.File}: {note}");
        foreach (var problem in report.Problems)
            Console.Error.WriteLine($"overflight: {ProblemText.Of(problem)}");
        if (!report.IsComplete)
            Console.Error.WriteLine($"overflight: {report.File}: not read wholly: {string.Join(", ", report.RejectedByKind.Select(k => $"{k.Value} {k.Key}"))}");
    }

    private sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
