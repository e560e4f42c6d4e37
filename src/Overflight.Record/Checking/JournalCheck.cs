using Overflight.Record.Merkle;
using Overflight.Record.Storage;
using Overflight.Record.Tiles;

namespace Overflight.Record.Checking;

/// <summary>A log's journal read whole, and the one that is to follow it where there is one.</summary>
internal sealed class JournalCheck
{
    private const string Name = ".record/journal";
    private const string NextName = ".record/journal.next";

    private readonly List<MerkleHash> _leaves = [];
    private MerkleHash _baseRoot;
    private (long BaseSize, MerkleHash BaseRoot, long Entries)? _next;
    private bool _isBroken;

    private JournalCheck() { }

    /// <summary>Entries that the tiles held when the journal began.</summary>
    public long BaseSize { get; private set; }

    /// <summary>Entries of the log, those included that are in the journals only.</summary>
    public long End => _next is { } next ? next.BaseSize + next.Entries : BaseSize + _leaves.Count;

    /// <summary>What the journals hold; null where there is none, as in a copy that was made to be shown, or its header is damaged.</summary>
    public static JournalCheck? Run(LogFolder folder, FaultList faults, List<string> remarks)
    {
        // The next one first: while a writer goes on it may become the journal, but then it is read as that.
        using var next = Open(folder.NextJournal, NextName, faults);
        using var journal = Open(folder.Journal, Name, faults);
        if (journal is null)
        {
            if (folder.Exists && !File.Exists(folder.Journal))
                faults.Add(Name, null, "is missing, and may have held entries that were acknowledged");
            return null;
        }
        var check = new JournalCheck { BaseSize = journal.BaseSize, _baseRoot = journal.BaseRoot };
        check._isBroken = !TryRead(journal, Name, check._leaves.Add, faults, remarks);
        if (next is not null && next.BaseSize > journal.BaseSize)
        {
            long entries = 0;
            TryRead(next, NextName, _ => entries++, faults, remarks);
            check._next = (next.BaseSize, next.BaseRoot, entries);
        }
        return check;
    }

    /// <summary>Compares the roots that the journals begin with, where the tree could be made.</summary>
    public void CompareRoots(Dictionary<long, MerkleHash> roots, LogFolder folder, FaultList faults)
    {
        if (_next is { } follows && !_isBroken && follows.BaseSize != BaseSize + _leaves.Count)
            faults.Add(Name, BaseSize + _leaves.Count, $"ends at {BaseSize + _leaves.Count} entries, and {NextName} begins at {follows.BaseSize}: entries that were acknowledged are missing");
        if (!roots.TryGetValue(BaseSize, out var root))
            return;
        if (root != _baseRoot)
            faults.Add(Name, null, Differs(BaseSize, _baseRoot, root));
        else if (_next is { } next && next.BaseSize == BaseSize + _leaves.Count && RootBehind(folder) is { } made && made != next.BaseRoot)
            faults.Add(NextName, null, Differs(next.BaseSize, next.BaseRoot, made));
    }

    private static string Differs(long size, MerkleHash stated, MerkleHash made) => $"bytes 19 to 50: begins with root {stated} of {size} entries, which make {made}";

    /// <summary>The root of the tree with the journal's own entries; null where tiles are damaged, which is told elsewhere.</summary>
    private MerkleHash? RootBehind(LogFolder folder)
    {
        try
        {
            var tree = new TreeFrontier(BaseSize, new TileReader(folder.Root, BaseSize).Subtree);
            foreach (var leaf in _leaves)
                tree.Append(leaf);
            return tree.Root();
        }
        catch (RecordException)
        {
            return null;
        }
    }

    private static JournalReader? Open(string path, string name, FaultList faults)
    {
        try
        {
            return new(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (RecordException error)
        {
            faults.Add(name, null, error.Reason);
            return null;
        }
    }

    private static bool TryRead(JournalReader reader, string name, Action<MerkleHash> take, FaultList faults, List<string> remarks)
    {
        long entries = 0;
        try
        {
            for (; reader.TryRead(out _, out var leaf); entries++)
                take(leaf);
            if (reader.TornBytes > 0)
                remarks.Add($"{name}: {reader.TornBytes} bytes from byte {reader.Offset} on are of a write that was cut short and never acknowledged");
            return true;
        }
        catch (RecordException error)
        {
            faults.Add(name, reader.BaseSize + entries, error.Reason);
            return false;
        }
    }
}
