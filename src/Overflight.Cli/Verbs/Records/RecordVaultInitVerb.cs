using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Vaults;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record vault init</c>: an empty vault, and its compartments' keys where there are none yet.</summary>
internal static class RecordVaultInitVerb
{
    public static Command Create()
    {
        var vault = VaultOptions.Folder();
        var record = new Option<string>("--record") { Description = "the folder of the record that it belongs to", Required = true };
        var compartments = new Option<string[]>("--compartment") { Description = "NAME=KEYFILE: a compartment and its key file, outside both folders; made, readable by you alone, if it is not there; may be given often", Required = true };
        var approvers = new Option<string[]>("--approver") { Description = "the public key of a person who may approve destruction, as \"record key new\" printed it; give two or more", Required = true };
        var approvals = new Option<int>("--approvals") { Description = "how many of them must", DefaultValueFactory = _ => 2 };
        var command = new Command("init", "Make an empty vault for a record; print each compartment with the id of its key.") { vault, record, compartments, approvers, approvals };
        command.SetAction(parsed =>
        {
            var (path, log) = (parsed.GetValue(vault)!, parsed.GetValue(record)!);
            var keyFiles = KeyFilesOf(parsed.GetValue(compartments)!);
            var settings = new VaultSettings(new LogReader(log).Head.Origin, new Dictionary<string, string>(), [.. parsed.GetValue(approvers)!.Select(RecordOptions.KeyOf)], parsed.GetValue(approvals));
            // Nothing is made before all is known to be right.
            (settings with { Compartments = keyFiles }).Check();
            foreach (var keyFile in keyFiles.Values)
            {
                if (KeyFile.IsInside(path, keyFile) || KeyFile.IsInside(log, keyFile))
                    throw new UserError($"{keyFile}: a compartment's key is kept neither in the vault nor in the record's folder: who takes one would have both");
            }
            settings = settings with { Compartments = keyFiles.ToDictionary(c => c.Key, c => IdOf(c.Value, settings.Origin, c.Key)) };
            Vault.Create(path, log, settings);
            foreach (var (name, id) in settings.Compartments)
                Console.WriteLine($"{name} {id}");
            return ExitCode.Done;
        });
        return command.WithExamples("overflight record vault init ~/vault/ --record lantern/ --compartment crew=~/keys/crew.key --approver VKEY1 --approver VKEY2");
    }

    private static Dictionary<string, string> KeyFilesOf(string[] compartments)
    {
        var keyFiles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var compartment in compartments)
        {
            var parts = compartment.Split('=', 2);
            if (parts.Length != 2 || parts[1].Length == 0)
                throw new UserError($"--compartment \"{compartment}\" is not NAME=KEYFILE: give a name and a key file, such as crew=/home/me/crew.key");
            if (!keyFiles.TryAdd(parts[0], parts[1]))
                throw new UserError($"--compartment {parts[0]} is given twice");
        }
        return keyFiles;
    }

    private static string IdOf(string keyFile, string origin, string compartment)
    {
        using var key = File.Exists(keyFile) ? CompartmentKey.Load(keyFile) : CompartmentKey.Create(keyFile, origin, compartment);
        return key.Origin == origin && key.Compartment == compartment
            ? key.Id
            : throw new UserError($"{keyFile}: is the key of compartment {key.Compartment} of {key.Origin}, not of {compartment} of {origin}; give another key file");
    }
}
