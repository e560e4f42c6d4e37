using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Tiles;

namespace Overflight.Record.Storage;

/// <summary>Reads a log as its checkpoint has it; any number of readers may, while it is written.</summary>
public sealed class LogReader
{
    private readonly TileReader _tiles;

    /// <summary>Reads the log in a folder.</summary>
    /// <exception cref="RecordException">There is no checkpoint to read by.</exception>
    public LogReader(string path) : this(new LogFolder(path)) { }

    internal LogReader(LogFolder folder)
    {
        Note = folder.ReadCheckpoint() ?? throw new RecordException($"{folder.Checkpoint}: is missing, so this is no record");
        Head = Checkpoint.Of(Note);
        _tiles = new(folder.Root, Head.Size);
    }

    /// <summary>The checkpoint's note, as it stands.</summary>
    public SignedNote Note { get; }

    /// <summary>The head that it states, not believed yet.</summary>
    public Checkpoint Head { get; }

    /// <summary>An entry's bytes.</summary>
    /// <exception cref="RecordException">The log has no such entry, or its bundle is damaged.</exception>
    public ReadOnlyMemory<byte> Entry(long index)
    {
        if (index < 0 || index >= Head.Size)
            throw new RecordException($"there is no entry {index}: the checkpoint counts {Head.Size}, from 0");
        return _tiles.Entry(index);
    }

    /// <summary>All entries, or those from an index on. The memory of each is good until the next 256.</summary>
    public IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> Entries(long from = 0) => _tiles.Entries(from);

    /// <summary>The root of whole subtrees, for proofs.</summary>
    public MerkleHash Subtree(int level, long index) => _tiles.Subtree(level, index);

    /// <summary>The root of the tree of the first so many entries, as the tiles have it.</summary>
    public MerkleHash RootAt(long size) => _tiles.RootAt(size);
}
