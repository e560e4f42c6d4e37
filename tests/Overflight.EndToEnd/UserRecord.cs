using System.Text;

namespace Overflight.EndToEnd;

/// <summary>A record in a folder of its own, made and used as a user does.</summary>
internal sealed class UserRecord : IDisposable
{
    private readonly CommandLine.Workspace _workspace = new();

    public UserRecord() => Vkey = Done("record", "init", Folder, "--origin", "example.org/lantern", "--key", Key).Trim();

    public string Folder => File("lantern");

    public string Key => File("keys/lantern.key");

    public string Vault => File("vault");

    public string CompartmentKey => File("keys/crew.key");

    public string Vkey { get; }

    public string File(string name) => _workspace.File(name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Runs a command that must exit with 0; returns what it prints.</summary>
    public static string Done(params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)} exits with {result.ExitCode}: {result.Output}{result.Error}");
        return result.Output;
    }

    /// <summary>Runs a command that must be refused, and say why.</summary>
    public static void Refused(int exitCode, string message, params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
    }

    /// <summary>Makes a vault with compartment crew, and two approvers' keys.</summary>
    public void MakeVault()
    {
        string[] approvers = [Done("record", "key", "new", File("keys/court.key"), "--name", "court.example").Trim(), Done("record", "key", "new", File("keys/senate.key"), "--name", "senate.example").Trim()];
        Assert.StartsWith("crew ", Done("record", "vault", "init", Vault, "--record", Folder, "--compartment", $"crew={CompartmentKey}", "--approver", approvers[0], "--approver", approvers[1]), StringComparison.Ordinal);
    }

    public string Append(string lines) => Done("record", "append", Folder, "--key", Key, Write("lines.jsonl", lines));

    public string Seal(string lines, params string[] how) => Done(["record", "seal", Folder, .. Keys, .. how, Write("lines.jsonl", lines)]);

    /// <summary>The options of all who hold the keys.</summary>
    public string[] Keys => ["--key", Key, "--vault", Vault, "--compartment-key", CompartmentKey];

    public string Verify(params string[] how) => Done(["record", "verify", Folder, "--vkey", Vkey, .. how]);

    /// <summary>The files of record and vault that hold a text.</summary>
    public IEnumerable<string> FilesWith(string text) => new[] { Folder, Vault }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => System.IO.File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => _workspace.Dispose();
}
