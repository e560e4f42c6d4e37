using System.CommandLine;
using Overflight.Cli.Papers;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Notices.Recording;
using Overflight.Record;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers check</c>: what is wrong with a folder of papers, and what of it the record shows.</summary>
internal static class PapersCheckVerb
{
    public static Command Create()
    {
        var (folder, record, vault, compartmentKeys, format) = (PapersOptions.Folder(), PapersOptions.OptionalRecord(), PapersOptions.Vault(), VaultOptions.CompartmentKeys(isRequired: false), RecordOptions.Format());
        var command = new Command("check", "Read a folder of papers and tell what is wrong with them; with a record, which versions it lacks, which differ, and which claim to be older than it shows.") { folder, record, vault, compartmentKeys, format };
        command.SetAction(parsed =>
        {
            var (path, isJson) = (parsed.GetValue(record), parsed.GetValue(format) == "json");
            return PapersOptions.WithVault(parsed.GetValue(vault), path, parsed.GetValue(compartmentKeys)!, (opened, _) =>
            {
                var (documents, problems) = Authority.Documents.DocumentFolder.Read(parsed.GetValue(folder)!);
                var reader = path is null ? null : new RecordReader(path);
                var comparison = reader is null ? null : FolderComparison.Of(documents, RecordedDocuments.Read(reader, opened));
                if (isJson)
                    CheckOutput.WriteJson(documents, problems, reader, comparison);
                else
                    CheckOutput.WriteText(documents, problems, comparison);
                return Task.FromResult(PapersOptions.CodeOf(problems, comparison?.IsWhole ?? true));
            });
        });
        return command.WithExamples(
            "overflight papers check papers/",
            "overflight papers check papers/ --record lantern/ --format json");
    }
}
