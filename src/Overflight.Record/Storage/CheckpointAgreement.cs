using Overflight.Record.Notes;
using Overflight.Record.Tiles;

namespace Overflight.Record.Storage;

/// <summary>Whether the checkpoint that stands is the log's own and a head of the tree that its tiles make.</summary>
internal static class CheckpointAgreement
{
    /// <exception cref="RecordException">It is not: nothing may be signed over that.</exception>
    public static void Check(LogFolder folder, IReadOnlyList<NoteVerifier> keys, string origin, long size)
    {
        if (folder.ReadCheckpoint() is not { } note)
            throw new RecordException($"{folder.Checkpoint}: is missing; restore it, as without it a fork could not be told");
        var head = Checkpoint.Of(note);
        try
        {
            if (note.Verify(keys).Count == 0)
                throw new RecordException($"none of the log's keys signed it ({string.Join(", ", keys)})");
        }
        catch (RecordException error)
        {
            throw new RecordException(folder.Checkpoint, error.Message, error);
        }
        if (head.Origin != origin)
            throw new RecordException($"{folder.Checkpoint}: is of {head.Origin}, and this log is {origin}");
        if (head.Size > size)
            throw new RecordException($"{folder.Checkpoint}: counts {head.Size} entries, and the journal begins at {size}: the journal is older than the checkpoint; nothing is signed over that");
        if (new TileReader(folder.Root, size).RootAt(head.Size) is var root && root != head.Root)
            throw new RecordException($"{folder.Checkpoint}: its root {head.Root} at size {head.Size} is not the tiles' ({root}): a fork; nothing is signed over it. \"overflight record fsck\" tells what differs");
    }
}
