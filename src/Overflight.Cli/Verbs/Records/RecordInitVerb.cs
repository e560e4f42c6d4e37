using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Record.Storage;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record init</c>: an empty record, and its key where there is none yet.</summary>
internal static class RecordInitVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var origin = new Option<string>("--origin") { Description = "the log's name for ever: a name without spaces, such as example.org/lantern", Required = true };
        var key = new Option<string>("--key") { Description = "the log's key file, outside DIR; made, readable by you alone, if it is not there", Required = true };
        var command = new Command("init", "Make an empty record and print its public key (the vkey), which verifiers need.") { folder, origin, key };
        command.SetAction(parsed =>
        {
            var (path, name, keyPath) = (parsed.GetValue(folder)!, parsed.GetValue(origin)!, parsed.GetValue(key)!);
            Overflight.Record.Notes.KeyFile.RefuseInside(path, keyPath);
            using var logKey = LogKey.LoadOrCreate(keyPath, name);
            if (logKey.Verifier.Name != name)
                throw new UserError($"{keyPath}: is the key of {logKey.Verifier.Name}, not of {name}; give another --key");
            LogWriter.Create(path, logKey);
            Console.WriteLine(logKey.Verifier);
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record init lantern/ --origin example.org/lantern --key ~/keys/lantern.key");
    }
}
