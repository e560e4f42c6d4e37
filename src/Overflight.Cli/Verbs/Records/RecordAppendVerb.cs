using System.CommandLine;
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
        command.SetAction((parsed, cancellation) => RecordOptions.WithRecord(parsed.GetValue(folder)!, parsed.GetValue(keys)!, parsed.GetValue(every), record =>
            RecordOptions.AppendLines(record, parsed.GetValue(input)!, parsed.GetValue(format)!, line => LeafDraft.Parse(line), record.AppendAsync, cancellation)));
        return command.WithExamples(
            "overflight record append lantern/ --key ~/keys/lantern.key log.jsonl",
            "sensor-log | overflight record append lantern/ --key ~/keys/lantern.key -");
    }
}
