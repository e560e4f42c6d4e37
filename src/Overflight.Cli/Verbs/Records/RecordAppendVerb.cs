using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record.Leaves;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record append</c>: lines of JSON become leaves.</summary>
internal static class RecordAppendVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var input = RecordOptions.Lines();
        var keys = RecordOptions.Keys();
        var every = RecordOptions.CheckpointEvery();
        var format = RecordOptions.Format();
        var command = new Command("append", "Append leaves, a JSON object a line; print the index of each once it is durable; sign a checkpoint at the end.") { folder, input, keys, every, format };
        command.SetAction((parsed, cancellation) => RecordOptions.WithRecord(parsed.GetValue(folder)!, parsed.GetValue(keys)!, parsed.GetValue(every), async record =>
        {
            using var output = new AppendedLines(parsed.GetValue(format) == "json");
            var source = parsed.GetValue(input)!;
            var run = new AppendRun(source == "-" ? "standard input" : source, line => LeafDraft.Parse(line), record.AppendAsync, output.Write);
            await using var stream = RecordOptions.OpenLines(source);
            var code = await run.Run(stream, cancellation);
            await record.CheckpointAsync(CancellationToken.None);
            return code;
        }));
        return command.WithExamples(
            "overflight record append lantern/ --key ~/keys/lantern.key log.jsonl",
            "sensor-log | overflight record append lantern/ --key ~/keys/lantern.key -");
    }
}
