using System.Runtime.InteropServices;
using Overflight.Record.Merkle;
using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>
/// The journal that entries go to and the tiles that are made of it. While the tiles of a journal that has grown long are written, a
/// next one takes the entries: the disk is never waited for twice. Used by one thread at a time.
/// </summary>
internal sealed class JournalRotation(LogFolder folder, TileWriter tiles, Journal journal, long journalBase, int mostEntries) : IDisposable
{
    private const long MostBytes = 32 << 20;

    private Journal _journal = journal;
    private Task _settling = Task.CompletedTask;

    /// <summary>Entries that were in tiles when the journal began.</summary>
    public long Base { get; private set; } = journalBase;

    /// <summary>Makes entries durable, and meanwhile makes tiles of them.</summary>
    public void Append(List<(ReadOnlyMemory<byte> Entry, MerkleHash Leaf)> entries)
    {
        // Tiles that could not be written stop the log at its next append, not only when the next journal is long.
        if (_settling.IsFaulted)
            Finish();
        var hashing = Task.Run(() =>
        {
            foreach (var (entry, leaf) in entries)
                tiles.Append(entry.Span, leaf);
        });
        try
        {
            _journal.Append(CollectionsMarshal.AsSpan(entries));
        }
        finally
        {
            hashing.GetAwaiter().GetResult();
        }
    }

    /// <summary>Where the journal is long, lets the next take over, and writes tiles of the one that was in the background.</summary>
    public void RotateWhereLong(bool keepsPartials)
    {
        if (tiles.Size - Base < mostEntries && _journal.Length < MostBytes)
            return;
        Finish();
        var files = tiles.Take();
        var next = Journal.Begin(folder, folder.NextJournal, tiles.Size, tiles.Root());
        _journal.Dispose();
        (_journal, Base) = (next, tiles.Size);
        _settling = Task.Run(() => Settle(folder, files, keepsPartials));
    }

    /// <summary>Makes the tiles of all entries durable, and begins a journal behind them.</summary>
    public void Complete(bool keepsPartials)
    {
        Finish();
        if (tiles.Size == Base)
            return;
        var files = tiles.Take();
        files.Write(isAwaited: true);
        var next = Journal.Begin(folder, folder.Journal, tiles.Size, tiles.Root());
        _journal.Dispose();
        (_journal, Base) = (next, tiles.Size);
        if (!keepsPartials)
            files.RemoveSuperseded();
    }

    /// <summary>Writes the tiles of a journal whose next one stands beside it, which then takes its place.</summary>
    public static void Settle(LogFolder folder, TileFiles files, bool keepsPartials)
    {
        files.Write(isAwaited: false);
        File.Move(folder.NextJournal, folder.Journal, overwrite: true);
        DurableFile.FlushFolder(folder.Own);
        // tlog-tiles asks for partial tiles of signed sizes only.
        if (!keepsPartials)
            files.RemoveSuperseded();
    }

    public void Dispose()
    {
        // What it could not do, the next start does: the entries are in the two journals.
        Task.WaitAny(_settling);
        _journal.Dispose();
    }

    /// <summary>Waits for what is done in the background, and tells its error.</summary>
    private void Finish() => _settling.GetAwaiter().GetResult();
}
