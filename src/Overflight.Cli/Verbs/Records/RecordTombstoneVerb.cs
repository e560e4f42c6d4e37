using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record tombstone</c>: destroy what is sealed, under approval, and say so.</summary>
internal static class RecordTombstoneVerb
{
    public static Command Create()
    {
        var (folder, index, keys, vault, fields, reason, format) = (RecordOptions.Folder(), VaultOptions.Index(), RecordOptions.Keys(), VaultOptions.Vault(), VaultOptions.Fields(), VaultOptions.Reason(), RecordOptions.Format());
        var compartmentKeys = VaultOptions.CompartmentKeys(isRequired: false);
        reason.Description = "why, word for word as it was approved";
        var approvals = new Option<string[]>("--approval") { Description = "an approval of \"record approve\", one of each approver", Required = true };
        var command = new Command("tombstone", "Destroy salts and values of sealed fields: first a leaf says so, then the vault forgets. Print the leaf's index. Run again after a crash, it completes that.")
            { folder, index, keys, vault, compartmentKeys, fields, reason, approvals, format };
        command.SetAction((parsed, cancellation) =>
        {
            var notes = parsed.GetValue(approvals)!.Select(NoteOf).ToArray();
            var (at, names) = (parsed.GetValue(index), VaultOptions.NamesOf(parsed.GetValue(fields)));
            return VaultOptions.WithVault(parsed.GetValue(vault)!, parsed.GetValue(folder)!, parsed.GetValue(compartmentKeys)!, (opened, _) =>
                RecordOptions.WithRecord(parsed.GetValue(folder)!, parsed.GetValue(keys)!, 0, async record =>
                {
                    var of = new LeafReference(at, (await record.ReadAsync(cancellation)).LeafAt(at).Hash);
                    var said = await opened.TombstoneAsync(record, of, names, parsed.GetValue(reason)!, notes, cancellation);
                    await record.CheckpointAsync(CancellationToken.None);
                    AppendedLines.WriteIndex(said, parsed.GetValue(format) == "json");
                    return ExitCode.Done;
                }));
        });
        return command.WithExamples("overflight record tombstone lantern/ 17 --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/crew.key --fields crew --reason \"court order 12/30\" --approval court.approval --approval senate.approval");
    }

    private static SignedNote NoteOf(string path)
    {
        try
        {
            return SignedNote.Parse(File.ReadAllBytes(path));
        }
        catch (RecordException error)
        {
            throw new UserError($"{path}: {error.Message}");
        }
    }
}
