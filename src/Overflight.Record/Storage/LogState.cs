using System.Runtime.InteropServices;
using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Tiles;
using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>A log's files as its writer changes them; used by one thread at a time.</summary>
internal sealed class LogState : IDisposable
{
    private const long MostEntriesInJournal = 65_536;
    private const long MostBytesInJournal = 32 << 20;

    private readonly IReadOnlyList<LogKey> _keys;
    private readonly TimeProvider _time;
    private readonly TileWriter _tiles;
    private Journal _journal;
    private long _journalBase;
    private SignedNote? _published;

    private LogState(LogFolder folder, string origin, IReadOnlyList<LogKey> keys, TimeProvider time, TileWriter tiles, Journal journal, long journalBase, LogRecovery recovery)
    {
        (Folder, Origin, _keys, _time, _tiles, _journal, _journalBase, Recovery) = (folder, origin, keys, time, tiles, journal, journalBase, recovery);
        _published = folder.ReadCheckpoint();
    }

    public LogFolder Folder { get; }

    public string Origin { get; }

    public LogRecovery Recovery { get; }

    public long Size => Volatile.Read(ref _size);

    private long _size;

    /// <summary>Makes the files of an empty log. The list of keys comes last: with it the log exists.</summary>
    public static void Create(LogFolder folder, LogKey key, TimeProvider time)
    {
        Directory.CreateDirectory(folder.Temporary);
        Directory.CreateDirectory(folder.History);
        Journal.Begin(folder, 0, MerkleTree.EmptyRoot).Dispose();
        var head = new Checkpoint(key.Verifier.Name, 0, MerkleTree.EmptyRoot);
        var note = new SignedNote(head.ToText(), [key.Sign(head, _ => MerkleTree.EmptyRoot, time.GetUtcNow())]);
        DurableFile.Write(folder.Checkpoint, folder.TemporaryFile("checkpoint"), note.ToBytes());
        DurableFile.Write(folder.Keys, folder.TemporaryFile("keys"), Encoding.UTF8.GetBytes(key.Verifier + "\n"));
        DurableFile.FlushFolder(folder.Root);
        DurableFile.FlushFolder(Path.GetDirectoryName(folder.Root)!);
    }

    /// <summary>The cheap part of what <c>fsck</c> does: the right edge of the tree, the checkpoint and the journal agree.</summary>
    public static LogState Open(LogFolder folder, IReadOnlyList<LogKey> keys, TimeProvider time)
    {
        var known = folder.ReadKeys();
        var origin = known[^1].Name;
        foreach (var key in keys)
        {
            if (!known.Contains(key.Verifier))
                throw new RecordException($"{key.Path}: its key {key.Verifier} is not one of {folder.Root}, which signs with {string.Join(", ", known)}; \"overflight record key\" adds one");
        }
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
        CheckpointAgreement.Check(folder, known, origin, reader.BaseSize);
        while (reader.TryRead(out var entry, out var leaf))
            tiles.Append(entry.Span, leaf);

        var recovery = new LogRecovery(tiles.Size - reader.BaseSize, reader.TornBytes);
        return new(folder, origin, keys, time, tiles, Journal.Continue(folder, reader.Offset), reader.BaseSize, recovery) { _size = tiles.Size };
    }

    /// <summary>Makes entries durable; returns the index of the first.</summary>
    public long Append(List<(ReadOnlyMemory<byte> Entry, MerkleHash Leaf)> entries)
    {
        var first = Size;
        _journal.Append(CollectionsMarshal.AsSpan(entries));
        Volatile.Write(ref _size, first + entries.Count);
        foreach (var (entry, leaf) in entries)
            _tiles.Append(entry.Span, leaf);
        return first;
    }

    public void RotateWhereLong()
    {
        if (Size - _journalBase >= MostEntriesInJournal || _journal.Length >= MostBytesInJournal)
            Rotate();
    }

    /// <summary>Makes tiles of all that is durable, so that it can be read; signs nothing.</summary>
    public Checkpoint Settle()
    {
        Rotate();
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
        Rotate();
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

    /// <summary>Makes the tiles durable, and begins a journal behind them.</summary>
    private void Rotate()
    {
        if (Size == _journalBase)
            return;
        var superseded = _tiles.Publish();
        var next = Journal.Begin(Folder, Size, _tiles.Root());
        _journal.Dispose();
        // tlog-tiles asks for partial tiles of signed sizes only.
        if (_published is null || Checkpoint.Of(_published).Size != _journalBase)
        {
            foreach (var path in superseded)
                File.Delete(path);
        }
        (_journal, _journalBase) = (next, Size);
    }
}
