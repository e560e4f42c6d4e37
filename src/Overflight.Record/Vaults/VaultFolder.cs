using Overflight.Record.Merkle;
using Overflight.Record.Storage;
using Overflight.Storage;

namespace Overflight.Record.Vaults;

/// <summary>
/// A vault's files: <c>vault.json</c>, and <c>sealed/COMPARTMENT/LEAFHASH</c>. While a file is replaced by one without some fields,
/// <c>.new</c> and <c>.old</c> stand beside it; <see cref="Recover"/> completes what a crash left.
/// </summary>
internal sealed class VaultFolder(string path, IEnumerable<string> compartments)
{
    private const string New = ".new";
    private const string Old = ".old";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public string Root { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Called before each step; tests throw from it.</summary>
    public Action<VaultStep>? Before { get; set; }

    public static string SettingsIn(string path) => System.IO.Path.Combine(path, "vault.json");

    public static string FolderOf(string path, string compartment) => System.IO.Path.Combine(path, "sealed", compartment);

    /// <summary>A hash in hexadecimal: base64url would need the case of letters, which not all file systems keep apart.</summary>
    public string FileOf(string compartment, MerkleHash leaf) => System.IO.Path.Combine(FolderOf(Root, compartment), Convert.ToHexStringLower(leaf.ToArray()));

    /// <summary>The compartments and files that hold a leaf's sealed fields; none where the vault keeps nothing of it.</summary>
    public IReadOnlyList<(string Compartment, string Path)> Find(MerkleHash leaf) =>
        [.. compartments.Select(compartment => (Compartment: compartment, Path: FileOf(compartment, leaf))).Where(found => File.Exists(found.Path))];

    /// <summary>All leaves that the vault has files of.</summary>
    public IEnumerable<(string Compartment, MerkleHash Leaf)> Files()
    {
        foreach (var compartment in compartments)
        {
            foreach (var file in Directory.EnumerateFiles(FolderOf(Root, compartment)))
            {
                if (LeafOf(System.IO.Path.GetFileName(file)) is { } leaf)
                    yield return (compartment, leaf);
            }
        }
    }

    /// <summary>Writes files of leaves that are about to be appended, and makes them durable.</summary>
    public void Write(string compartment, IReadOnlyList<(MerkleHash Leaf, byte[] Bytes)> files)
    {
        Before?.Invoke(VaultStep.WriteSealed);
        foreach (var (leaf, bytes) in files)
            WriteNew(FileOf(compartment, leaf), bytes);
        Before?.Invoke(VaultStep.FlushSealed);
        DurableFile.FlushFolder(FolderOf(Root, compartment));
    }

    /// <summary>Overwrites a file, then removes it, so that its bytes do not stay behind on a disk that writes in place.</summary>
    public void Destroy(string path)
    {
        Before?.Invoke(VaultStep.Overwrite);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, 0))
        {
            stream.Write(new byte[stream.Length]);
            stream.Flush(flushToDisk: true);
        }
        Before?.Invoke(VaultStep.Unlink);
        File.Delete(path);
        Before?.Invoke(VaultStep.FlushUnlinked);
        DurableFile.FlushFolder(System.IO.Path.GetDirectoryName(path)!);
    }

    /// <summary>Puts other bytes in a file's place, and destroys the old ones.</summary>
    public void Replace(string path, byte[] bytes)
    {
        Before?.Invoke(VaultStep.WriteRest);
        WriteNew(path + New, bytes);
        DurableFile.FlushFolder(System.IO.Path.GetDirectoryName(path)!);
        Before?.Invoke(VaultStep.SetAside);
        File.Move(path, path + Old, overwrite: true);
        Before?.Invoke(VaultStep.PutRest);
        File.Move(path + New, path);
        DurableFile.FlushFolder(System.IO.Path.GetDirectoryName(path)!);
        Destroy(path + Old);
    }

    /// <summary>Holds the vault against others that destroy or recover: of two replacements at once, one would bring back what the other took.</summary>
    public FileStream Lock() =>
        ExclusiveFile.Take(System.IO.Path.Combine(Root, "lock"), $"{Root}: another program destroys in this vault now; try again when it is done", s_patience);

    /// <summary>Completes replacements that a crash cut short: what was set aside goes, once its successor stands.</summary>
    public void Recover()
    {
        if (!compartments.Any(c => Directory.EnumerateFiles(FolderOf(Root, c)).Any(file => file.EndsWith(Old, StringComparison.Ordinal) || file.EndsWith(New, StringComparison.Ordinal))))
            return;
        using var held = Lock();
        foreach (var folder in compartments.Select(c => FolderOf(Root, c)))
        {
            foreach (var old in Directory.GetFiles(folder, "*" + Old))
            {
                var path = old[..^Old.Length];
                if (!File.Exists(path))
                    File.Move(path + New, path);
                DurableFile.FlushFolder(folder);
                Destroy(old);
            }
            // Still beside its predecessor: the replacement had not begun, and is made again.
            foreach (var unfinished in Directory.GetFiles(folder, "*" + New))
                Destroy(unfinished);
        }
    }

    private static MerkleHash? LeafOf(string name) =>
        name.Length == 2 * MerkleHash.Size && name.All(char.IsAsciiHexDigitLower) ? MerkleHash.From(Convert.FromHexString(name)) : null;

    private static void WriteNew(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
