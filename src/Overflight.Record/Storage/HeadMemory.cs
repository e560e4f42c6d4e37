using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>
/// What a key signed last, for each origin, in a file beside the key: a restored backup or a second copy of a log's folder is found
/// out before it is signed. Lines: size, root, origin.
/// </summary>
internal sealed class HeadMemory(string keyPath)
{
    /// <summary>Another log that signs with the same key takes milliseconds.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly string _path = Path.GetFullPath(keyPath) + ".heads";

    /// <summary>Remembers a head, durably, before it is signed.</summary>
    /// <param name="head">The head to be signed.</param>
    /// <param name="rootAt">The log's root at a smaller size.</param>
    /// <exception cref="RecordException">The key has signed a head that this one does not contain.</exception>
    public void Advance(Checkpoint head, Func<long, MerkleHash> rootAt)
    {
        using var gate = ExclusiveFile.Take(_path + ".lock", $"{_path}: another program signs with this key now, and does not end", s_patience);
        var heads = Read();
        if (heads.TryGetValue(head.Origin, out var last))
        {
            if (last.Size > head.Size)
                throw new RecordException($"this key has signed {head.Origin} with {last.Size} entries, and this log has only {head.Size}: it is an older copy; nothing is signed. Restore the newer one ({_path} remembers it)");
            if (rootAt(last.Size) != last.Root)
                throw new RecordException($"this key has signed {head.Origin} with {last.Size} entries and root {last.Root}, and this log has root {rootAt(last.Size)} there: it is a fork; nothing is signed ({_path} remembers it)");
            if (last == head)
                return;
        }
        heads[head.Origin] = head;
        var text = string.Concat(heads.Values.Select(h => $"{h.Size} {h.Root} {h.Origin}\n"));
        DurableFile.Write(_path, _path + ".new", Encoding.UTF8.GetBytes(text));
    }

    private Dictionary<string, Checkpoint> Read()
    {
        var heads = new Dictionary<string, Checkpoint>();
        if (!File.Exists(_path))
            return heads;
        foreach (var line in File.ReadAllLines(_path))
        {
            var parts = line.Split(' ', 3);
            if (parts.Length != 3 || !DecimalNumber.TryParse(parts[0], out var size) || !MerkleHash.TryParse(parts[1], out var root))
                throw new RecordException($"{_path}: a line is damaged (\"{line}\"); without it nothing is signed, as a fork could not be told");
            heads[parts[2]] = new(parts[2], size, root);
        }
        return heads;
    }
}
