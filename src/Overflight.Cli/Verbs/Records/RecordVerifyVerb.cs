using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Notes;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record verify</c>: believe nothing but keys, and say yes or no.</summary>
internal static class RecordVerifyVerb
{
    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = "a record's folder, a .tlog-proof, or a checkpoint" };
        var vkey = RecordOptions.Vkey();
        var policy = RecordOptions.Policy();
        var entry = new Option<string?>("--entry") { Description = "the entry that a proof is of, where the proof does not hold it" };
        var earlier = new Option<string[]>("--earlier") { Description = "a checkpoint kept from before, which the record must contain; may be given often", DefaultValueFactory = _ => [] };
        var attachments = new Option<string?>("--attachments") { Description = "a folder, and those below it: look there for the files that the record tells of, by name or by hash" };
        var format = RecordOptions.Format();
        var command = new Command("verify", "Verify a record, a proof or a checkpoint: exit 0 if it is as it says, 1 with the reason if not.") { target, vkey, policy, entry, earlier, attachments, format };
        command.SetAction((parsed, cancellation) =>
        {
            var believed = RecordOptions.PolicyOf(parsed.GetValue(vkey), parsed.GetValue(policy))
                ?? throw new UserError("whose word counts? Give --vkey VKEY (as \"record init\" printed it, and as you got it from somewhere you trust) or --policy FILE");
            if (believed.Logs.Count == 0)
                throw new UserError("the policy names no log: give --vkey VKEY too");
            using IVerifyReport report = parsed.GetValue(format) == "json" ? new VerifyJson() : new VerifyText();
            var path = parsed.GetValue(target)!;
            try
            {
                new VerifyRun(believed, [.. parsed.GetValue(earlier)!.Select(Kept)], report, cancellation).Verify(path, parsed.GetValue(entry), parsed.GetValue(attachments));
            }
            catch (RecordException error)
            {
                report.Refuse(path, error.Message);
            }
            return Task.FromResult(report.Finish() ? ExitCode.Done : ExitCode.AnswerIsNo);
        });
        return command.WithExamples(
            "overflight record verify lantern/ --vkey VKEY",
            "overflight record verify lantern/ --policy witnesses.policy --earlier checkpoint-of-may",
            "overflight record verify lantern/ --vkey VKEY --attachments videos/",
            "overflight record verify 17.tlog-proof --vkey VKEY");
    }

    private static (string Source, SignedNote Note) Kept(string path)
    {
        try
        {
            var note = SignedNote.Parse(File.ReadAllBytes(path));
            Checkpoint.Of(note);
            return (path, note);
        }
        catch (RecordException error)
        {
            throw new UserError($"{path}: {error.Message}");
        }
    }
}
