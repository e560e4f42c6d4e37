using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Packaging;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record package</c>: some entries with all that an outsider needs to verify them.</summary>
internal static class RecordPackageVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var entries = new Option<string[]>("--entries") { Description = "indexes and ranges, such as 3,5-9; may be given often", DefaultValueFactory = _ => [] };
        var subjects = new Option<string[]>("--subject") { Description = "all entries about this subject; may be given often", DefaultValueFactory = _ => [] };
        var output = new Option<string>("--out") { Description = "the package, a zip; it appears when it is whole", Required = true };
        var policy = RecordOptions.Policy();
        policy.Description = "the policy to put into it; else the log's own keys without witnesses";
        var disclosures = new Option<string[]>("--disclosures") { Description = "files of disclosures that \"record open --to\" wrote; what is published in the log goes in by itself", DefaultValueFactory = _ => [] };
        var attachments = new Option<string[]>("--attach") { Description = "files that leaves in the package tell of", DefaultValueFactory = _ => [] };
        var command = new Command("package", "Write an evidence package: entries, proofs, openings, checkpoint, policy, a README, and a verifier that runs in any browser.") { folder, entries, subjects, output, policy, disclosures, attachments };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            var wanted = EntrySelection.Of(path, parsed.GetValue(entries)!, parsed.GetValue(subjects)!);
            if (wanted.Count == 0)
                throw new UserError("which entries? Give --entries 3,5-9 or --subject NAME of entries that are there");
            using var target = new OutputTarget(parsed.GetValue(output));
            var packed = EvidenceWriter.Write(path, new EvidenceContent
            {
                Entries = wanted,
                Policy = parsed.GetValue(policy) is { } file ? File.ReadAllBytes(file) : null,
                Disclosures = [.. parsed.GetValue(disclosures)!.Select(f => DisclosureInput.Read(f))],
                Attachments = parsed.GetValue(attachments)!,
                Made = TimeProvider.System.GetUtcNow(),
            }, target.Stream);
            target.Commit();
            Console.WriteLine($"{packed.Count} {(packed.Count == 1 ? "entry" : "entries")}: {string.Join(", ", packed.Take(20))}{(packed.Count > 20 ? ", ..." : "")}");
            foreach (var about in packed.Except(wanted).Take(20))
                Console.WriteLine($"  {about} goes with them: it is about one of them");
            return ExitCode.Done;
        });
        return command.WithExamples(
            "overflight record package lantern/ --entries 3,5-9 --out evidence.zip",
            "overflight record package lantern/ --subject sortie/LANTERN-1 --policy witnesses.policy --attach video.ts --out evidence.zip",
            "overflight record verify evidence.zip --vkey VKEY");
    }
}
