using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Authority.Documents;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Notices.Deadlines;
using Overflight.Notices.Recording;
using Overflight.Record;

namespace Overflight.Cli.Papers;

/// <summary>How a folder of papers, and what the record has of it, is told.</summary>
internal static class CheckOutput
{
    public const string Schema = "overflight/papers-check/1";

    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteAppended(AuthorityDocument document, AppendedLeaf leaf, bool isJson)
    {
        if (!isJson)
        {
            Console.WriteLine($"{leaf.Index}  {document.Citation}");
            return;
        }
        JsonLine.Write(json =>
        {
            json.WriteNumber("index", leaf.Index);
            json.WriteString("leaf", leaf.LeafHash.ToBase64Url());
            json.WriteString("document", document.Citation);
            json.WriteString("sha256", document.Sha256);
        });
    }

    /// <summary>Tells versions that the record has with another hash, and whether there were any.</summary>
    public static bool TellContradictions(FolderComparison comparison)
    {
        var differing = comparison.Standings.Where(s => s.State == RecordedState.Differs).ToArray();
        foreach (var standing in differing)
            Console.Error.WriteLine($"overflight: {Differs(standing)}");
        foreach (var standing in comparison.Standings.Where(s => s.State == RecordedState.Sealed))
            Console.Error.WriteLine($"overflight: {Sealed(standing)}");
        foreach (var problem in comparison.Problems)
            Console.Error.WriteLine($"overflight: {PrintableText.Of(problem)}");
        return differing.Length > 0 || comparison.Problems.Count > 0;
    }

    public static void WriteText(DocumentSet documents, IReadOnlyList<string> problems, FolderComparison? comparison)
    {
        Console.WriteLine($"{documents.All.Count} papers read, {problems.Count} problems.");
        Lines("", problems);
        if (comparison is null)
            return;
        Console.WriteLine($"{comparison.Standings.Count(s => s.State == RecordedState.Recorded)} are in the record unchanged.");
        Lines("not in the record: ", Of(comparison, RecordedState.Missing).Select(s => s.Document.Citation));
        Lines("differs: ", Of(comparison, RecordedState.Differs).Select(Differs));
        Lines("sealed: ", Of(comparison, RecordedState.Sealed).Select(Sealed));
        Lines("not in the folder: ", comparison.Absent.Select(leaf => $"{leaf.Citation}, which entry {leaf.Index} tells of"));
        Lines("record: ", comparison.Problems);
        Lines("not shown: ", Older(comparison).Select(s =>
            $"{s.Document.Citation} says that it was recorded at {s.Document.RecordedAt}; entry {s.Leaf!.Index} is of {s.Leaf.Time}, {DeadlineWords.Length(s.SecondsUnshown!.Value)} later: nothing shows that it existed before"));
    }

    public static void WriteJson(DocumentSet documents, IReadOnlyList<string> problems, RecordReader? reader, FolderComparison? comparison)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteNumber("papers", documents.All.Count);
            Texts(json, "problems", problems);
            if (reader is null || comparison is null)
            {
                json.WriteNull("record");
            }
            else
            {
                json.WriteStartObject("record");
                json.WriteString("origin", reader.Head.Origin);
                json.WriteNumber("size", reader.Head.Size);
                json.WriteNumber("recorded", Of(comparison, RecordedState.Recorded).Count());
                Texts(json, "missing", Of(comparison, RecordedState.Missing).Select(s => s.Document.Citation));
                Standings(json, "differing", Of(comparison, RecordedState.Differs));
                Standings(json, "sealed", Of(comparison, RecordedState.Sealed));
                Standings(json, "notShown", Older(comparison));
                Texts(json, "absent", comparison.Absent.Select(leaf => leaf.Citation));
                Texts(json, "problems", comparison.Problems);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<DocumentStanding> Of(FolderComparison comparison, RecordedState state) => comparison.Standings.Where(s => s.State == state);

    /// <summary>Papers that say an earlier time than their leaf's.</summary>
    private static IEnumerable<DocumentStanding> Older(FolderComparison comparison) => comparison.Standings.Where(s => s.SecondsUnshown > 0);

    private static string Differs(DocumentStanding standing) =>
        $"{standing.Document.Citation}: the file's SHA-256 is {standing.Document.Sha256}, and entry {standing.Leaf!.Index} says {standing.Leaf.Sha256}: a change is a new version";

    private static string Sealed(DocumentStanding standing) =>
        $"{standing.Document.Citation}: entry {standing.Leaf!.Index} has its hash sealed, so nobody can compare it without --vault and --compartment-key";

    private static void Lines(string before, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.WriteLine($"  {before}{PrintableText.Of(line)}");
    }

    private static void Standings(Utf8JsonWriter json, string name, IEnumerable<DocumentStanding> standings)
    {
        json.WriteStartArray(name);
        foreach (var standing in standings)
        {
            json.WriteStartObject();
            json.WriteString("document", standing.Document.Citation);
            json.WriteString("sha256", standing.Document.Sha256);
            json.WriteString("recordedAt", standing.Document.RecordedAt.ToString());
            json.WriteNumber("entry", standing.Leaf!.Index);
            json.WriteString("entrySha256", standing.Leaf.Sha256);
            json.WriteString("entryTime", standing.Leaf.Time.ToString());
            json.WriteNumber("secondsNotShown", Math.Round(standing.SecondsUnshown!.Value, 3));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
