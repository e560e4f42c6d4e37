using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Vaults;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record approve</c>: a person's consent that sealed fields be destroyed.</summary>
internal static class RecordApproveVerb
{
    public static Command Create()
    {
        var (folder, index, fields, reason) = (RecordOptions.Folder(), VaultOptions.Index(), VaultOptions.Fields(), VaultOptions.Reason());
        reason.Description = "why; the tombstone says the same, word for word";
        var key = new Option<string>("--key") { Description = "the approver's own key file", Required = true };
        var output = new Option<string?>("--out") { Description = "the file to write; else standard output" };
        var command = new Command("approve", "Approve that sealed fields of an entry be destroyed: write a signed note for \"record tombstone\". Nothing is destroyed by it.") { folder, index, key, fields, reason, output };
        command.SetAction(parsed =>
        {
            var (path, keyFile, at, names) = (parsed.GetValue(folder)!, parsed.GetValue(key)!, parsed.GetValue(index), VaultOptions.NamesOf(parsed.GetValue(fields)));
            KeyFile.RefuseInside(path, keyFile);
            var reader = new RecordReader(path);
            var leaf = reader.LeafAt(at);
            if (leaf.Digests.Count == 0)
                throw new RecordException($"nothing is sealed in entry {at}: what is public in a log cannot be destroyed");
            using var signer = KeyFile.Load(keyFile);
            var note = Approval.Create(signer, reader.Head.Origin, new LeafReference(at, leaf.Hash), names, parsed.GetValue(reason)!);
            using var target = new OutputTarget(parsed.GetValue(output));
            target.Stream.Write(note.ToBytes());
            target.Commit();
            Console.Error.WriteLine($"overflight: {signer.Verifier.Name} approves that {(names is null ? "all that is sealed" : string.Join(", ", names))} in entry {at} ({leaf.Kind} about {PrintableText.Of(leaf.Subject)}) be destroyed");
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record approve lantern/ 17 --key ~/keys/court.key --fields crew --reason \"court order 12/30\" --out court.approval");
    }
}
