using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Notes;
using Overflight.Record.Packaging;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record verify</c>: believe nothing but keys, and say yes or no.</summary>
internal static class RecordVerifyVerb
{
    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = "a record's folder, an evidence package, a .tlog-proof, or a checkpoint" };
        var vkey = RecordOptions.Vkey();
        var policy = RecordOptions.Policy();
        var entry = new Option<string?>("--entry") { Description = "the entry that a proof is of, where the proof does not hold it" };
        var earlier = new Option<string[]>("--earlier") { Description = "a checkpoint kept from before, which the record must contain; may be given often", DefaultValueFactory = _ => [] };
        var attachments = new Option<string?>("--attachments") { Description = "a folder, and those below it: look there for the files that the record tells of, by name or by hash" };
        var format = RecordOptions.Format();
        var command = new Command("verify", "Verify a record, an evidence package, a proof or a checkpoint: exit 0 if it is as it says, 1 with the reason if not.") { target, vkey, policy, entry, earlier, attachments, format };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(target)!;
            var believed = RecordOptions.PolicyOf(parsed.GetValue(vkey), parsed.GetValue(policy));
            using IVerifyReport report = parsed.GetValue(format) == "json" ? new VerifyJson() : new VerifyText();
            if (VerifyRun.IsPackage(path))
            {
                using var zip = File.OpenRead(path);
                report.Package(path, EvidenceVerifier.Verify(zip, parsed.GetValue(vkey) is { } key ? RecordOptions.KeyOf(key) : null, parsed.GetValue(policy) is null ? null : believed));
                return Task.FromResult(report.Finish() ? ExitCode.Done : ExitCode.AnswerIsNo);
            }
            if (believed is null)
                throw new UserError("whose word counts? Give --vkey VKEY (as \"record init\" printed it, and as you got it from somewhere you trust) or --policy FILE");
            if (believed.Logs.Count == 0)
                throw new UserError("the policy names no log: give --vkey VKEY too");
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
            "overflight record verify evidence.zip --vkey VKEY",
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
