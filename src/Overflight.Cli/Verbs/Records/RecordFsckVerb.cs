using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record fsck</c>: make everything anew from the entries, and say what differs and since when.</summary>
internal static class RecordFsckVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var vkey = RecordOptions.Vkey();
        var policy = RecordOptions.Policy();
        var format = RecordOptions.Format();
        var command = new Command("fsck", "Make everything anew from the entries, and say exactly what differs and since when. Changes nothing.") { folder, vkey, policy, format };
        command.SetAction((parsed, cancellation) =>
        {
            using IVerifyReport report = parsed.GetValue(format) == "json" ? new VerifyJson() : new VerifyText();
            new VerifyRun(RecordOptions.PolicyOf(parsed.GetValue(vkey), parsed.GetValue(policy)), [], report, cancellation).VerifyFolder(parsed.GetValue(folder)!);
            return Task.FromResult(report.Finish() ? ExitCode.Done : ExitCode.AnswerIsNo);
        });
        return command.WithExamples("overflight record fsck lantern/", "overflight record fsck lantern/ --policy witnesses.policy --format json");
    }
}
