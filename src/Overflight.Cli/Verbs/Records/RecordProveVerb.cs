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
        var index = new Argument<long?>("INDEX") { Description = "which entry, from 0", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--out") { Description = "the file to write, by custom NAME.tlog-proof; else standard output" };
        var bare = new Option<bool>("--without-entry") { Description = "leave the entry out of the proof: who verifies it must have it" };
        var since = new Option<long?>("--since") { Description = "instead of an entry: prove that the log has only grown since it had so many entries" };
        var command = new Command("prove", "Write a proof that an entry is in the log (C2SP tlog-proof), or that it only grew; it is verified offline.") { folder, index, output, bare, since };
        command.SetAction(parsed =>
        {
            var log = new LogReader(parsed.GetValue(folder)!);
            var proof = (parsed.GetValue(index), parsed.GetValue(since)) switch
            {
                ({ } entry, null) => ProofBundle.Create(log, entry, !parsed.GetValue(bare)).ToString(),
                (null, { } size) => GrowthProof.Create(log, size).ToString(),
                _ => throw new UserError("prove what? Give INDEX for an entry, or --since SIZE for growth"),
            };
            using var target = new OutputTarget(parsed.GetValue(output));
            target.Stream.Write(Encoding.UTF8.GetBytes(proof));
            target.Commit();
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record prove lantern/ 17 --out 17.tlog-proof", "overflight record verify 17.tlog-proof --vkey VKEY",
            "overflight record prove lantern/ --since 300 --out growth", "overflight record verify growth --vkey VKEY --earlier checkpoint-of-may");
    }
}
