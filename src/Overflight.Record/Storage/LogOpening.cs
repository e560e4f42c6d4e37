using Overflight.Record.Notes;

namespace Overflight.Record.Storage;

/// <summary>
/// The cheap part of what <c>fsck</c> does – the right edge of the tree, the checkpoint and the journals agree – and the completion of
/// what a crash left undone.
/// </summary>
internal static class LogOpening
{
    /// <exception cref="RecordException">They do not agree: nothing may be signed over that.</exception>
    public static (JournalRotation Journal, TileWriter Tiles, LogRecovery Recovery) Open(LogFolder folder, IReadOnlyList<NoteVerifier> keys, int mostEntries)
    {
        Directory.CreateDirectory(folder.Temporary);
        Directory.CreateDirectory(folder.History);
        foreach (var left in Directory.EnumerateFiles(folder.Temporary))
            File.Delete(left);

        if (!File.Exists(folder.Journal))
            throw new RecordException($"{folder.Journal}: is missing, and may have held entries that were acknowledged; restore it from a copy");
        using var reader = new JournalReader(folder.Journal);
        var tiles = new TileWriter(folder, reader.BaseSize);
        if (tiles.Root() != reader.BaseRoot)
            throw new RecordException($"{folder.Root}: the tiles of {reader.BaseSize} entries have root {tiles.Root()}, the journal begins with {reader.BaseRoot}; nothing is signed over that. \"overflight record fsck\" tells what differs");
        CheckpointAgreement.Check(folder, keys, keys[^1].Name, reader.BaseSize);
        Replay(reader, tiles);
        if (!File.Exists(folder.NextJournal))
            return Continue(folder, reader, reader, tiles, mostEntries);

        using var next = new JournalReader(folder.NextJournal);
        if (next.BaseSize != tiles.Size || next.BaseRoot != tiles.Root())
            throw new RecordException($"{folder.Journal}: ends at {tiles.Size} entries with root {tiles.Root()}, and the one that follows it begins at {next.BaseSize} with {next.BaseRoot}; entries that were acknowledged are missing. Restore it from a copy");
        JournalRotation.Settle(folder, tiles.Take(), keepsPartials: true);
        Replay(next, tiles);
        return Continue(folder, reader, next, tiles, mostEntries);
    }

    private static void Replay(JournalReader reader, TileWriter tiles)
    {
        while (reader.TryRead(out var entry, out var leaf))
            tiles.Append(entry.Span, leaf);
    }

    private static (JournalRotation, TileWriter, LogRecovery) Continue(LogFolder folder, JournalReader first, JournalReader last, TileWriter tiles, int mostEntries)
    {
        var recovery = new LogRecovery(tiles.Size - first.BaseSize, last.TornBytes);
        return (new(folder, tiles, Journal.Continue(folder.Journal, last.Offset), last.BaseSize, mostEntries), tiles, recovery);
    }
}
