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
        Change(path, keys =>
        {
            if (key.Name != keys[0].Name || key.Algorithm != NoteAlgorithm.Ed25519)
                throw new RecordException($"the key {key} is not for this log: a log's key has its name, {keys[0].Name}, and type 0x01");
            return keys.Contains(key) ? keys : [.. keys, key];
        });
    }

    /// <summary>Takes a key away, once its successor has signed the checkpoint that stands.</summary>
    public static void Retire(string path, NoteVerifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Change(path, keys =>
        {
            if (!keys.Contains(key))
                throw new RecordException($"{key} is no key of this log");
            IReadOnlyList<NoteVerifier> rest = [.. keys.Where(k => !k.Equals(key))];
            return new LogFolder(path).ReadCheckpoint()?.Verify(rest).Count > 0
                ? rest
                : throw new RecordException($"no other key of this log has signed its checkpoint yet: add the successor, and sign a checkpoint with both, before {key.Name}+{key.KeyId:x8} is retired");
        });
    }

    private static void Change(string path, Func<IReadOnlyList<NoteVerifier>, IReadOnlyList<NoteVerifier>> change)
    {
        var folder = new LogFolder(path);
        using var gate = LogFolderLock.Take(folder);
        Directory.CreateDirectory(folder.Temporary);
        var text = string.Concat(change(folder.ReadKeys()).Select(key => key + "\n"));
        DurableFile.Write(folder.Keys, folder.TemporaryFile("keys"), Encoding.UTF8.GetBytes(text));
    }
}
