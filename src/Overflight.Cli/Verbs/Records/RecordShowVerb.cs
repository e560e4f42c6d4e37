using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Storage;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record show</c>: entries as they are.</summary>
internal static class RecordShowVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var from = new Argument<long>("FROM") { Description = "the first entry, from 0", DefaultValueFactory = _ => 0 };
        var to = new Argument<long?>("TO") { Description = "the last entry; without it only FROM, or all where FROM is not given either", DefaultValueFactory = _ => null };
        var command = new Command("show", "Print entries, one a line, as they are in the log.") { folder, from, to };
        command.SetAction(parsed =>
        {
            var log = new LogReader(parsed.GetValue(folder)!);
            var isGiven = parsed.GetResult(from) is { Implicit: false };
            var last = parsed.GetValue(to) ?? (isGiven ? parsed.GetValue(from) : log.Head.Size - 1);
            if (isGiven && (parsed.GetValue(from) < 0 || parsed.GetValue(from) >= log.Head.Size))
                throw new RecordException($"there is no entry {parsed.GetValue(from)}: the checkpoint counts {log.Head.Size}, from 0");
            using var output = new OutputTarget(null);
            foreach (var (index, entry) in log.Entries(parsed.GetValue(from)))
            {
                if (index > last)
                    break;
                output.Stream.Write(entry.Span);
                output.Stream.WriteByte((byte)'\n');
            }
            output.Commit();
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record show lantern/", "overflight record show lantern/ 17", "overflight record show lantern/ 17 20");
    }
}
