using System.Globalization;
using System.Text.Json;
using Overflight.Dossiers.Json;
using Overflight.Feeds;
using Overflight.Feeds.ModeS;

namespace Overflight.Cli.Decoding;

/// <summary>The summary of a Mode S recording, for people or machines.</summary>
internal static class StatisticsWriter
{
    private const int CommD = 24;
    private const int TypeCodes = 32;

    public static void Write(Stream stream, DecodeStatistics statistics, ReadReport report, bool asJson)
    {
        if (asJson)
            WriteJson(stream, statistics, report);
        else
            WriteText(stream, statistics, report);
    }

    private static void WriteText(Stream stream, DecodeStatistics statistics, ReadReport report)
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        text.NewLine = "\n";
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.File}: {report.Format?.ToString() ?? "no format known"}, {report.Bytes:#,0} bytes, sha256 {report.Sha256}"));
        text.WriteLine($"  messages     {Count(statistics.Messages)} of {Count(statistics.Aircraft)} addresses");
        if (statistics.First is { } first && statistics.Last is { } last)
            text.WriteLine($"  times        {first} to {last}");
        text.WriteLine($"  parity       {Listed(Parities(statistics))}");
        text.WriteLine($"  formats      {Listed(Formats(statistics))}");
        text.WriteLine($"  squitters    {Listed(Types(statistics))}");
        text.WriteLine($"  positions    {Count(statistics.Positions)} of {Count(statistics.PositionCodes)} codes");
        text.WriteLine($"  Comm-B       {Listed(Registers(statistics).Concat(Confidences(statistics)))}");
        foreach (var note in report.Notes)
            text.WriteLine($"  note         {note}");
        foreach (var problem in report.Problems)
            text.WriteLine($"  problem      {ProblemText.Of(problem)}");
        foreach (var (kind, count) in report.RejectedByKind)
            text.WriteLine($"  {kind,-12} {Count(count)}");
    }

    private static void WriteJson(Stream stream, DecodeStatistics statistics, ReadReport report)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "overflight/decode-statistics/1");
            json.WriteString("file", report.File);
            json.WriteString("format", report.Format?.ToString());
            json.WriteNumber("bytes", report.Bytes);
            json.WriteString("sha256", report.Sha256);
            json.WriteNumber("messages", statistics.Messages);
            json.WriteNumber("addresses", statistics.Aircraft);
            json.WriteString("first", statistics.First?.ToString());
            json.WriteString("last", statistics.Last?.ToString());
            WriteCounts(json, "parity", Parities(statistics));
            WriteCounts(json, "formats", Formats(statistics));
            WriteCounts(json, "typeCodes", Types(statistics));
            json.WriteNumber("positionCodes", statistics.PositionCodes);
            json.WriteNumber("positions", statistics.Positions);
            WriteCounts(json, "registers", Registers(statistics));
            WriteCounts(json, "confidence", Confidences(statistics));
            json.WriteBoolean("complete", report.IsComplete);
            json.WriteStartArray("notes");
            foreach (var note in report.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            ReadReportJson.WriteDamage(json, report);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<(string Name, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, long Count)> Parities(DecodeStatistics statistics) =>
        Enum.GetValues<ParityStatus>().Select(p => (p.ToString().ToLowerInvariant(), statistics.Of(p))).Where(c => c.Item2 > 0);

    private static IEnumerable<(string Name, long Count)> Formats(DecodeStatistics statistics) =>
        Enumerable.Range(-1, CommD + 2).Select(f => (f < 0 ? "Mode A/C" : $"DF{f}", statistics.OfFormat(f))).Where(c => c.Item2 > 0);

    private static IEnumerable<(string Name, long Count)> Types(DecodeStatistics statistics) =>
        Enumerable.Range(0, TypeCodes).Select(t => ($"TC{t}", statistics.OfTypeCode(t))).Where(c => c.Item2 > 0);

    private static IEnumerable<(string Name, long Count)> Registers(DecodeStatistics statistics) =>
        Enum.GetValues<CommBRegister>().Where(r => r != CommBRegister.None)
            .Select(r => ($"{(int)r >> 4:X},{(int)r & 15:X}", statistics.Of(r))).Where(c => c.Item2 > 0);

    private static IEnumerable<(string Name, long Count)> Confidences(DecodeStatistics statistics) =>
        Enum.GetValues<CommBConfidence>().Select(c => (Words(c), statistics.Of(c))).Where(c => c.Item2 > 0);

    private static string Words(CommBConfidence confidence) => confidence switch
    {
        CommBConfidence.None => "unknown",
        CommBConfidence.CrossChecked => "cross-checked",
        _ => confidence.ToString().ToLowerInvariant(),
    };

    private static string Listed(IEnumerable<(string Name, long Count)> counts)
    {
        var text = string.Join(", ", counts.Select(c => $"{c.Name} {Count(c.Count)}"));
        return text.Length > 0 ? text : "none";
    }

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
