using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record reveal</c>: an entry with all that is open of it, for anybody.</summary>
internal static class RecordRevealVerb
{
    public static Command Create()
    {
        var (folder, index, format) = (RecordOptions.Folder(), VaultOptions.Index(), RecordOptions.Format());
        var disclosures = new Option<string?>("--disclosures") { Description = "a file that \"record open --out\" wrote, for what was not opened for everybody" };
        var command = new Command("reveal", "Show an entry with the sealed fields that later entries, or a file of disclosures, open: each is checked against the entry. Needs no key. Exit 1 if something claims to open it and does not.")
            { folder, index, disclosures, format };
        command.SetAction((parsed, cancellation) =>
        {
            var (file, at) = (parsed.GetValue(disclosures), parsed.GetValue(index));
            var entry = Find(parsed.GetValue(folder)!, at, file, cancellation);
            if (parsed.GetValue(format) == "json")
                RevealJson.Write(entry, file);
            else
                RevealText.Write(entry, file);
            return Task.FromResult(entry.Refused.Count == 0 ? ExitCode.Done : ExitCode.AnswerIsNo);
        });
        return command.WithExamples("overflight record reveal lantern/ 17", "overflight record reveal lantern/ 17 --disclosures 17.json");
    }

    private static RevealedEntry Find(string folder, long index, string? file, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        return RevealedEntry.Find(folder, index, file is null ? null : (file, DisclosureInput.Read(file, index).Disclosures), done => progress.Tell(() => $"{done:N0} entries"), cancellation);
    }
}
