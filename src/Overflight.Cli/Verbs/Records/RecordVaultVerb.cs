using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record vault</c>: where salts and values of sealed fields are kept.</summary>
internal static class RecordVaultVerb
{
    public static Command Create() => new("vault", "Keep what opens sealed fields, encrypted by compartment, apart from the record.") { RecordVaultInitVerb.Create(), Check(), Finish() };

    private static Command Check()
    {
        var (vault, folder, keys, format) = (VaultOptions.Folder(), RecordOptions.Folder(), VaultOptions.CompartmentKeys(isRequired: false), RecordOptions.Format());
        var command = new Command("check", "Compare a vault with its record: exit 0 if each has what the other tells of, 1 if not. Compartments without key are looked at from outside.") { vault, folder, keys, format };
        command.SetAction(parsed => VaultOptions.WithVault(parsed.GetValue(vault)!, parsed.GetValue(folder)!, parsed.GetValue(keys)!, (opened, held) =>
        {
            var report = opened.Check(new RecordReader(parsed.GetValue(folder)!));
            var unread = opened.Settings.Compartments.Keys.Except(held.Select(key => key.Compartment)).Order(StringComparer.Ordinal).ToArray();
            if (parsed.GetValue(format) == "json")
                VaultCheckOutput.WriteJson(report, unread);
            else
                VaultCheckOutput.WriteText(report, unread);
            return Task.FromResult(report.IsClean ? ExitCode.Done : ExitCode.AnswerIsNo);
        }));
        return command.WithExamples("overflight record vault check ~/vault/ lantern/ --compartment-key ~/keys/crew.key");
    }

    private static Command Finish()
    {
        var (vault, folder, keys) = (VaultOptions.Folder(), RecordOptions.Folder(), VaultOptions.CompartmentKeys(isRequired: false));
        var command = new Command("finish", "Carry out tombstones that a crash left half done; print how many there were. Only those under the checkpoint are seen.") { vault, folder, keys };
        command.SetAction(parsed => VaultOptions.WithVault(parsed.GetValue(vault)!, parsed.GetValue(folder)!, parsed.GetValue(keys)!, (opened, _) =>
        {
            Console.WriteLine(opened.FinishTombstones(new RecordReader(parsed.GetValue(folder)!)));
            return Task.FromResult(ExitCode.Done);
        }));
        return command.WithExamples("overflight record vault finish ~/vault/ lantern/ --compartment-key ~/keys/crew.key");
    }
}
