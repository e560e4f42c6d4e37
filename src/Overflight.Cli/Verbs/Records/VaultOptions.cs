using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Record.Vaults;

namespace Overflight.Cli.Verbs.Records;

/// <summary>Options that verbs about sealed fields share, and what they lead to.</summary>
internal static class VaultOptions
{
    public static Argument<string> Folder() => new("VAULT") { Description = "the vault's folder, outside the record's" };

    public static Option<string> Vault() => new("--vault") { Description = "the vault's folder", Required = true };

    public static Option<string[]> CompartmentKeys(bool isRequired = true) => new("--compartment-key")
    {
        Description = "the key file of a compartment that is to be read; may be given often",
        Required = isRequired,
        DefaultValueFactory = _ => [],
    };

    public static Argument<long> Index() => new("INDEX") { Description = "which entry, from 0" };

    public static Option<string?> Fields() => new("--fields") { Description = "names of sealed fields, joined by commas; without it all of them" };

    public static Option<string> Authority() => new("--authority") { Description = "who decided this; it is in the log for everybody", Required = true };

    public static Option<string> Reason() => new("--reason") { Description = "why; it is in the log for everybody", Required = true };

    /// <summary>The names in a list joined by commas; null where it is not given, which means all.</summary>
    public static IReadOnlyList<string>? NamesOf(string? fields)
    {
        if (fields is null)
            return null;
        var names = fields.Split(',', StringSplitOptions.TrimEntries);
        return names.All(name => name.Length > 0)
            ? names
            : throw new UserError($"--fields \"{fields}\" names nothing between two commas: give names such as crew,base");
    }

    /// <summary>Opens a vault with the keys of compartments, which are wiped afterwards.</summary>
    public static async Task<T> WithVault<T>(string path, string record, string[] keyFiles, Func<Vault, IReadOnlyList<CompartmentKey>, Task<T>> work)
    {
        List<CompartmentKey> keys = [];
        try
        {
            foreach (var keyFile in keyFiles)
                keys.Add(CompartmentKey.Load(keyFile));
            return await work(Overflight.Record.Vaults.Vault.Load(path, record, keys), keys);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }
}
