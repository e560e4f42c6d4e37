using System.Text.Json;
using Overflight.Record.Vaults;

namespace Overflight.Cli.Records;

/// <summary>How a vault and its record agree, for people or for machines.</summary>
internal static class VaultCheckOutput
{
    public static void WriteText(VaultReport report, IReadOnlyCollection<string> unread)
    {
        Console.WriteLine($"{(report.IsClean ? "Clean" : "Not clean")}: {report.Kept:N0} {(report.Kept == 1 ? "entry has" : "entries have")} sealed fields that are kept.");
        foreach (var index in report.Missing)
            Console.WriteLine($"  entry {index}: what opens its sealed fields is not here, and no tombstone says why");
        foreach (var index in report.Unfinished)
            Console.WriteLine($"  entry {index}: its tombstone is not carried out; \"record vault finish\" does that");
        foreach (var reason in report.Damaged)
            Console.WriteLine($"  {reason}");
        if (report.Orphans.Count > 0)
            Console.WriteLine($"  {report.Orphans.Count:N0} {(report.Orphans.Count == 1 ? "file is" : "files are")} of no entry under the checkpoint: of a crash, or newer than it; harmless");
        foreach (var compartment in unread)
            Console.WriteLine($"  compartment {compartment}: its key was not given, so its files were not read");
    }

    public static void WriteJson(VaultReport report, IReadOnlyCollection<string> unread) => JsonLine.Write(json =>
    {
        json.WriteBoolean("clean", report.IsClean);
        json.WriteNumber("kept", report.Kept);
        WriteTexts(json, "orphans", report.Orphans.Select(leaf => leaf.ToBase64Url()));
        WriteNumbers(json, "missing", report.Missing);
        WriteNumbers(json, "unfinished", report.Unfinished);
        WriteTexts(json, "damaged", report.Damaged);
        WriteTexts(json, "unread", unread);
    });

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
