using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Tiles;
using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>A log's files as its writer changes them; used by one thread at a time.</summary>
internal sealed class LogState : IDisposable
{
    private readonly IReadOnlyList<LogKey> _keys;
    private readonly TimeProvider _time;
    private readonly JournalRotation _journal;
    private readonly TileWriter _tiles;
    private SignedNote? _published;
    private long _size;

    private LogState(LogFolder folder, IReadOnlyList<LogKey> keys, LogWriterOptions options)
    {
        var known = folder.ReadKeys();
        foreach (var key in keys)
        {
            if (!known.Contains(key.Verifier))
                throw new RecordException($"{key.Path}: its key {key.Verifier} is not one of {folder.Root}, which signs with {string.Join(", ", known)}; \"overflight record key\" adds one");
        }
        (Folder, Origin, _keys, _time) = (folder, known[^1].Name, keys, options.Time);
        (_journal, _tiles, Recovery) = LogOpening.Open(folder, known, options.MostEntriesInJournal);
        (_published, _size) = (folder.ReadCheckpoint(), _tiles.Size);
    }

    public LogFolder Folder { get; }

    public string Origin { get; }

    public LogRecovery Recovery { get; }

    public long Size => Volatile.Read(ref _size);

    /// <summary>Makes the files of an empty log. The list of keys comes last: with it the log exists.</summary>
    public static void Create(LogFolder folder, LogKey key, TimeProvider time)
    {
        Directory.CreateDirectory(folder.Temporary);
        Directory.CreateDirectory(folder.History);
        Journal.Begin(folder, folder.Journal, 0, MerkleTree.EmptyRoot).Dispose();
        var head = new Checkpoint(key.Verifier.Name, 0, MerkleTree.EmptyRoot);
        var note = new SignedNote(head.ToText(), [key.Sign(head, _ => MerkleTree.EmptyRoot, time.GetUtcNow())]);
        DurableFile.Write(folder.Checkpoint, folder.TemporaryFile("checkpoint"), note.ToBytes());
        DurableFile.Write(folder.Keys, folder.TemporaryFile("keys"), Encoding.UTF8.GetBytes(key.Verifier + "\n"));
        DurableFile.FlushFolder(folder.Root);
        DurableFile.FlushFolder(Path.GetDirectoryName(folder.Root)!);
    }

    /// <summary>Opens the files of a log, and completes what a crash left undone.</summary>
    public static LogState Open(LogFolder folder, IReadOnlyList<LogKey> keys, LogWriterOptions options) => new(folder, keys, options);

    /// <summary>Makes entries durable; returns the index of the first.</summary>
    public long Append(List<(ReadOnlyMemory<byte> Entry, MerkleHash Leaf)> entries)
    {
        var first = Size;
        _journal.Append(entries);
        Volatile.Write(ref _size, first + entries.Count);
        return first;
    }

    public void RotateWhereLong() => _journal.RotateWhereLong(KeepsPartials());

    /// <summary>Makes tiles of all that is durable, so that it can be read; signs nothing.</summary>
    public Checkpoint Settle()
    {
        _journal.Complete(KeepsPartials());
        return new(Origin, Size, _tiles.Root());
    }

    /// <summary>Signs and publishes the head of all that is durable.</summary>
    public SignedNote PublishCheckpoint()
    {
        if (_keys.Count == 0)
            throw new RecordException("the log was opened without a key: give --key KEYFILE");
        var head = new Checkpoint(Origin, Size, _tiles.Root());
        if (_published is { } standing && standing.Text == head.ToText() && _keys.All(key => standing.Signatures.Any(key.Verifier.Owns)))
            return standing;
        _journal.Complete(KeepsPartials());
        var reader = new TileReader(Folder.Root, head.Size);
        var note = new SignedNote(head.ToText(), [.. _keys.Select(key => key.Sign(head, reader.RootAt, _time.GetUtcNow()))]);
        Write(note);
        _tiles.RemoveOutgrown();
        return note;
    }

    /// <summary>Adds cosignatures to the checkpoint that stands, if they are for it.</summary>
    public SignedNote PublishCosigned(SignedNote cosigned)
    {
        if (_published is not { } standing || standing.Text != cosigned.Text)
            return _published ?? PublishCheckpoint();
        var merged = cosigned.Signatures.Aggregate(standing, (note, signature) => note.With(signature));
        var size = Checkpoint.Of(merged).Size;
        var path = Folder.HistoryFile(size, merged.ToBytes());
        DurableFile.Write(path, Folder.TemporaryFile("history"), merged.ToBytes());
        Write(merged);
        foreach (var older in Directory.EnumerateFiles(Folder.History, $"{size}-*").Where(file => file != path))
            File.Delete(older);
        return merged;
    }

    public void Dispose() => _journal.Dispose();

    private void Write(SignedNote note)
    {
        DurableFile.Write(Folder.Checkpoint, Folder.TemporaryFile("checkpoint"), note.ToBytes());
        _published = note;
    }

    /// <summary>Whether the partial tiles of the journal's beginning are those of a signed size.</summary>
    private bool KeepsPartials() => _published is not null && Checkpoint.Of(_published).Size == _journal.Base;
}
