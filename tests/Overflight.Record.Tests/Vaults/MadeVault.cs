using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Vaults;

namespace Overflight.Record.Tests.Vaults;

/// <summary>A log, a vault beside it with compartments "crew" and "cargo", and three approvers of whom two are needed.</summary>
internal sealed class MadeVault : IDisposable
{
    public const string Secret = "Amelia-Earhart-7731";

    public MadeVault()
    {
        Crew = CompartmentKey.Create(Log.Beside("crew.key"), MadeLog.Origin, "crew");
        Cargo = CompartmentKey.Create(Log.Beside("cargo.key"), MadeLog.Origin, "cargo");
        Settings = new(MadeLog.Origin, new Dictionary<string, string> { ["crew"] = Crew.Id, ["cargo"] = Cargo.Id }, [.. Approvers.Select(a => a.Verifier)], 2);
        Vault.Create(Path, Log.Path, Settings);
    }

    public MadeLog Log { get; } = new();

    public string Path => Log.Beside("vault");

    public CompartmentKey Crew { get; }

    public CompartmentKey Cargo { get; }

    public VaultSettings Settings { get; }

    public NoteSigner[] Approvers { get; } = [.. Enumerable.Range(0, 3).Select(i => NoteSigner.Create($"example.org/approver{i}", NoteAlgorithm.Ed25519))];

    public ValueTask<RecordWriter> Write() => RecordWriter.OpenAsync(Log.Path, [Log.Key]);

    public Vault Load(params CompartmentKey[] keys) => Vault.Load(Path, Log.Path, keys.Length == 0 ? [Crew, Cargo] : keys);

    /// <summary>A leaf with three sealed fields, one of them the secret.</summary>
    public static LeafDraft Draft(string subject = "N123") =>
        LeafDraft.Parse(Encoding.UTF8.GetBytes($"{{\"kind\":\"flight.departure\",\"subject\":\"{subject}\",\"from\":\"KJFK\",\"pilot\":\"{Secret}\",\"persons\":3,\"route\":[1,2]}}"), ["pilot", "persons", "route"]);

    public SignedNote[] Approve(LeafReference of, IReadOnlyCollection<string>? names, string reason, params int[] approvers) =>
        [.. (approvers.Length == 0 ? [0, 1] : approvers).Select(i => Approval.Create(Approvers[i], MadeLog.Origin, of, names, reason))];

    /// <summary>All files of log, vault and what is beside them but for key files, as one text of bytes.</summary>
    public string EveryFile() => string.Concat(new[] { Log.Path, Path }.SelectMany(p => Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories)).Where(file => new FileInfo(file).Length > 0).Select(file => Encoding.Latin1.GetString(BytesOf(file)) + "\n" + file + "\n"));

    /// <summary>Also of files that a writer holds open.</summary>
    private static byte[] BytesOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public int SealedFiles() => Directory.EnumerateFiles(System.IO.Path.Combine(Path, "sealed"), "*", SearchOption.AllDirectories).Count();

    public void Dispose()
    {
        Crew.Dispose();
        Cargo.Dispose();
        foreach (var approver in Approvers)
            approver.Dispose();
        Log.Dispose();
    }
}
