using System.CommandLine;
using Overflight.Cli.Archives;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record.Leaves;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record attach</c>: a large thing enters the record by its hash.</summary>
internal static class RecordAttachVerb
{
    public static Command Create()
    {
        var (folder, keys, format) = (RecordOptions.Folder(), RecordOptions.Keys(), RecordOptions.Format());
        var file = new Argument<string>("FILE") { Description = "the file, of any size; it stays where it is" };
        var subject = new Option<string>("--subject") { Description = "what it is about", DefaultValueFactory = _ => LeafDraft.DefaultSubject };
        var name = new Option<string?>("--name") { Description = "its name in the record; else that of FILE, without folders" };
        var mediaType = new Option<string?>("--media-type") { Description = $"its media type; else by the extension of its name, or {MediaTypes.Unknown}" };
        var from = new Option<string?>("--from") { Description = "when what it shows begins, RFC 3339, or a date: its first instant" };
        var to = new Option<string?>("--to") { Description = "when it ends, RFC 3339, or a date: its last instant" };
        var command = new Command("attach", "Append a leaf with name, SHA-256, length and media type of a file, and print the leaf's index. The file itself is not in the record: keep it.")
            { folder, file, keys, subject, name, mediaType, from, to, format };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var (begin, end) = (MillisecondsOf(parsed.GetValue(from), "--from", isEnd: false), MillisecondsOf(parsed.GetValue(to), "--to", isEnd: true));
            if (Directory.Exists(path))
                throw new UserError($"{path}: is a folder: attach its files one by one, or a zip of them");
            var known = parsed.GetValue(name) ?? Path.GetFileName(path);
            var (sha256, length) = HashOf(path, cancellation);
            var attachment = new Attachment(known, sha256, length, parsed.GetValue(mediaType) ?? MediaTypes.Of(known), begin, end);
            var draft = attachment.ToDraft(parsed.GetValue(subject)!);
            return RecordOptions.WithRecord(parsed.GetValue(folder)!, parsed.GetValue(keys)!, 0, async record =>
            {
                var appended = await record.AppendAsync(draft, cancellation);
                await record.CheckpointAsync(CancellationToken.None);
                if (parsed.GetValue(format) == "json")
                    Write(appended.Index, attachment);
                else
                    Console.WriteLine(appended.Index);
                return ExitCode.Done;
            });
        });
        return command.WithExamples(
            "overflight record attach lantern/ flight.ts --key ~/keys/lantern.key --subject LANTERN1 --from 2030-03-05T06:18:55Z --to 2030-03-05T07:56:39Z",
            "overflight record verify lantern/ --vkey VKEY --attachments videos/");
    }

    private static (string Sha256, long Length) HashOf(string path, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        return StreamedHash.Of(path, (done, expected) => progress.Tell(() => StreamedHash.Told(path, done, expected)), cancellation);
    }

    private static long? MillisecondsOf(string? text, string option, bool isEnd) => QueryArguments.Time(text, option, isEnd)?.Microseconds / 1_000;

    private static void Write(long index, Attachment attachment) => JsonLine.Write(json =>
    {
        json.WriteNumber("index", index);
        json.WriteString("name", attachment.Name);
        json.WriteString("sha256", attachment.Sha256);
        json.WriteNumber("length", attachment.Length);
        json.WriteString("mediaType", attachment.MediaType);
    });
}
