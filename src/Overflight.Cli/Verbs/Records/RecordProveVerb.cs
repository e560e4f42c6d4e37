using System.CommandLine;
using System.Text;
using Overflight.Cli.Running;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record prove</c>: one file that shows that an entry is in the log.</summary>
internal static class RecordProveVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var index = new Argument<long>("INDEX") { Description = "which entry, from 0" };
        var output = new Option<string?>("--out") { Description = "the file to write, by custom NAME.tlog-proof; else standard output" };
        var bare = new Option<bool>("--without-entry") { Description = "leave the entry out of the proof: who verifies it must have it" };
        var command = new Command("prove", "Write a proof that an entry is in the log (C2SP tlog-proof); it is verified offline.") { folder, index, output, bare };
        command.SetAction(parsed =>
        {
            var bundle = ProofBundle.Create(new LogReader(parsed.GetValue(folder)!), parsed.GetValue(index), !parsed.GetValue(bare));
            using var target = new OutputTarget(parsed.GetValue(output));
            target.Stream.Write(Encoding.UTF8.GetBytes(bundle.ToString()));
            target.Commit();
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record prove lantern/ 17 --out 17.tlog-proof", "overflight record verify 17.tlog-proof --vkey VKEY");
    }
}
