using System.CommandLine;
using Overflight.Cli.Papers;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Notices.Recording;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers record</c>: every version of every paper becomes a leaf, once.</summary>
internal static class PapersRecordVerb
{
    public static Command Create()
    {
        var (folder, record, keys, vault, compartmentKey, format) = (PapersOptions.Folder(), PapersOptions.Record(), RecordOptions.Keys(), PapersOptions.Vault(), VaultOptions.CompartmentKeys(isRequired: false), RecordOptions.Format());
        vault.Description = "seal the papers' hashes: who guesses a paper right could otherwise tell so by its hash";
        compartmentKey.Description = "with --vault: the key file of the compartment that keeps them";
        var command = new Command("record", "Append a leaf for each version of each paper that the record does not have yet; print the index of each; sign a checkpoint at the end.") { folder, record, keys, vault, compartmentKey, format };
        command.SetAction((parsed, cancellation) =>
        {
            var (path, isJson) = (parsed.GetValue(record)!, parsed.GetValue(format) == "json");
            var (documents, problems) = PapersOptions.Read(parsed.GetValue(folder)!);
            if (parsed.GetValue(vault) is not null && parsed.GetValue(compartmentKey)!.Length != 1)
                throw new UserError("--vault keeps the hashes in one compartment: give one --compartment-key KEYFILE");
            return PapersOptions.WithVault(parsed.GetValue(vault), path, parsed.GetValue(compartmentKey)!, (opened, held) =>
                RecordOptions.WithRecord(path, parsed.GetValue(keys)!, 0, async writer =>
                {
                    var (appended, before) = await DocumentRecorder.RecordAsync(writer, documents, opened, held.Count > 0 ? held[0].Compartment : null, cancellation);
                    await writer.CheckpointAsync(CancellationToken.None);
                    foreach (var (document, leaf) in appended)
                        CheckOutput.WriteAppended(document, leaf, isJson);
                    var isContradicted = CheckOutput.TellContradictions(before);
                    return PapersOptions.CodeOf(problems, !isContradicted);
                }));
        });
        return command.WithExamples(
            "overflight papers record papers/ --record lantern/ --key ~/keys/lantern.key",
            "overflight papers record papers/ --record lantern/ --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/papers.key");
    }
}
