using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record.Notes;
using Overflight.Record.Packaging;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record open</c>: show what is sealed, and say so in the log.</summary>
internal static class RecordOpenVerb
{
    public static Command Create()
    {
        var (folder, index, keys, vault, compartmentKeys) = (RecordOptions.Folder(), VaultOptions.Index(), RecordOptions.Keys(), VaultOptions.Vault(), VaultOptions.CompartmentKeys());
        var (fields, authority, reason, format) = (VaultOptions.Fields(), VaultOptions.Authority(), VaultOptions.Reason(), RecordOptions.Format());
        var to = new Option<string?>("--to") { Description = "show it to this one receiver only: the log says who received which fields, and not what is in them" };
        var output = new Option<string?>("--out") { Description = "a file to write the disclosures to, readable by you alone, for \"record reveal --disclosures\"; outside DIR" };
        var command = new Command("open", "Open sealed fields of an entry for everybody, or with --to for one. A leaf says so; print the fields and its index.")
            { folder, index, keys, vault, compartmentKeys, fields, authority, reason, to, output, format };
        command.SetAction((parsed, cancellation) =>
        {
            var (path, file, names) = (parsed.GetValue(folder)!, parsed.GetValue(output), VaultOptions.NamesOf(parsed.GetValue(fields)));
            if (file is not null && KeyFile.IsInside(path, file))
                throw new UserError($"--out {file}: is inside the record's folder, which is there to be shown to everybody; write it elsewhere");
            return VaultOptions.WithVault(parsed.GetValue(vault)!, path, parsed.GetValue(compartmentKeys)!, (opened, _) =>
                RecordOptions.WithRecord(path, parsed.GetValue(keys)!, 0, async record =>
                {
                    using var target = file is null ? null : new OutputTarget(file, isPrivate: true);
                    var entry = await OpenedEntry.Open(record, opened, parsed.GetValue(index), names, parsed.GetValue(to), parsed.GetValue(authority)!, parsed.GetValue(reason)!, cancellation);
                    if (target is not null)
                    {
                        target.Stream.Write(new DisclosureFile(entry.Of.Index, entry.Disclosures).ToJson());
                        target.Commit();
                    }
                    await record.CheckpointAsync(CancellationToken.None);
                    if (parsed.GetValue(format) == "json")
                        entry.WriteJson();
                    else
                        entry.WriteText(file);
                    return ExitCode.Done;
                }));
        });
        return command.WithExamples(
            "overflight record open lantern/ 17 --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/crew.key --fields base --authority senate.example --reason \"inquiry 4\"",
            "overflight record open lantern/ 17 --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/crew.key --authority court.example --reason \"case 12/30\" --to court.example --out 17.json");
    }
}
