using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record key</c>: make keys, and let one take over from another.</summary>
internal static class RecordKeyVerb
{
    public static Command Create() => new("key", "Make keys; let a log's new key take over from its old one.") { New(), Show(), Add(), Retire() };

    private static Command New()
    {
        var file = new Argument<string>("KEYFILE") { Description = "the file to make, readable by you alone; never overwritten" };
        var name = new Option<string>("--name") { Description = "the key's name: a log's origin, or who a witness or approver is, such as court.example", Required = true };
        var kind = new Option<string>("--for") { Description = "log: a log's next key, or an approver's; witness: cosigns (Ed25519); witness-ml-dsa: cosigns with ML-DSA-44, against quantum computers", DefaultValueFactory = _ => "log" };
        kind.AcceptOnlyFromAmong("log", "witness", "witness-ml-dsa");
        var command = new Command("new", "Make a key file and print its public key.") { file, name, kind };
        command.SetAction(parsed =>
        {
            using var signer = NoteSigner.Create(parsed.GetValue(name)!, parsed.GetValue(kind) switch
            {
                "witness" => NoteAlgorithm.Ed25519Cosignature,
                "witness-ml-dsa" => NoteAlgorithm.MlDsa44Cosignature,
                _ => NoteAlgorithm.Ed25519,
            });
            KeyFile.Save(parsed.GetValue(file)!, signer);
            Console.WriteLine(signer.Verifier);
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record key new ~/keys/court.key --name court.example --for witness");
    }

    private static Command Show()
    {
        var file = new Argument<string>("KEYFILE") { Description = "a key file" };
        var command = new Command("show", "Print the public key of a key file.") { file };
        command.SetAction(parsed =>
        {
            using var signer = KeyFile.Load(parsed.GetValue(file)!);
            Console.WriteLine(signer.Verifier);
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record key show ~/keys/court.key");
    }

    private static Command Add()
    {
        var folder = RecordOptions.Folder();
        var vkey = new Argument<string>("VKEY") { Description = "the new public key; its name is the log's origin" };
        var keys = RecordOptions.Keys();
        var command = new Command("add", "Let a log sign with a further key, and say so in a leaf. Give both with --key until every verifier knows the new one.") { folder, vkey, keys };
        command.SetAction(async parsed =>
        {
            var (path, key) = (parsed.GetValue(folder)!, RecordOptions.KeyOf(parsed.GetValue(vkey)!));
            // The list of keys refuses what does not fit before a leaf could say it.
            LogKeys.Add(path, key);
            return await Tell(path, parsed.GetValue(keys)!, new KeyChange(key, IsRetired: false));
        });
        return command.WithExamples("overflight record key add lantern/ VKEY --key ~/keys/lantern.key");
    }

    private static Command Retire()
    {
        var folder = RecordOptions.Folder();
        var vkey = new Argument<string>("VKEY") { Description = "the public key that is no longer to sign" };
        var keys = RecordOptions.Keys();
        keys.Description = "the successor's key file";
        var command = new Command("retire", "Take a key away from a log, once its successor has signed a checkpoint, and say so in a leaf.") { folder, vkey, keys };
        command.SetAction(async parsed =>
        {
            var (path, key) = (parsed.GetValue(folder)!, RecordOptions.KeyOf(parsed.GetValue(vkey)!));
            LogKeys.Retire(path, key);
            return await Tell(path, parsed.GetValue(keys)!, new KeyChange(key, IsRetired: true));
        });
        return command.WithExamples("overflight record key retire lantern/ VKEY --key ~/keys/lantern-2031.key");
    }

    private static Task<int> Tell(string path, string[] keys, KeyChange change) => RecordOptions.WithRecord(path, keys, 0, async record =>
    {
        Console.WriteLine((await record.AppendAsync(change.ToDraft())).Index);
        await record.CheckpointAsync();
        return ExitCode.Done;
    });
}
