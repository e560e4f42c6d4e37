using System.Text;
using Overflight.Record.Notes;
using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>The public keys that a log signs with. While one takes over, both do: then nobody who knows only one is left behind.</summary>
public static class LogKeys
{
    /// <summary>The keys, newest last.</summary>
    /// <exception cref="RecordException">There is no log.</exception>
    public static IReadOnlyList<NoteVerifier> Read(string path) => new LogFolder(path).ReadKeys();

    /// <summary>Adds a key; its name must be the log's origin. Nobody may be writing the log.</summary>
    public static void Add(string path, NoteVerifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var folder = new LogFolder(path);
        using var gate = LogFolderLock.Take(folder);
        var keys = folder.ReadKeys();
        if (key.Name != keys[0].Name || key.Algorithm != NoteAlgorithm.Ed25519)
            throw new RecordException($"the key {key} is not for this log: a log's key has its name, {keys[0].Name}, and type 0x01");
        if (!keys.Contains(key))
            Write(folder, [.. Lines(folder), key.ToString()]);
    }

    /// <summary>Takes a key away, once its successor has signed the checkpoint that stands.</summary>
    public static void Retire(string path, NoteVerifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var folder = new LogFolder(path);
        using var gate = LogFolderLock.Take(folder);
        var keys = folder.ReadKeys();
        if (!keys.Contains(key))
            throw new RecordException($"{key} is no key that this log signs with");
        if (folder.ReadCheckpoint()?.Verify(keys.Where(k => !k.Equals(key))).Count is null or 0)
            throw new RecordException($"no other key of this log has signed its checkpoint yet: add the successor, and sign a checkpoint with both, before {key.Name}+{key.KeyId:x8} is retired");
        Write(folder, Lines(folder).Select(line => line == key.ToString() ? LogFolder.RetiredMark + line : line));
    }

    private static IEnumerable<string> Lines(LogFolder folder) => File.ReadAllLines(folder.Keys).Where(line => line.Length > 0);

    private static void Write(LogFolder folder, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(folder.Temporary);
        DurableFile.Write(folder.Keys, folder.TemporaryFile("keys"), Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }
}
