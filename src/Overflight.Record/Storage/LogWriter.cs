using System.Threading.Channels;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Tiles;

namespace Overflight.Record.Storage;

/// <summary>
/// The one writer of a log. Entries are appended in batches; an append returns when its entry is durable. After an error of the
/// disk the writer stops: nothing acknowledged is lost, and opening the log again goes on.
/// </summary>
/// <remarks>docs/record.md, "Life of an entry", tells the order of writes.</remarks>
public sealed class LogWriter : IAsyncDisposable
{
    private const int MostEntriesInBatch = 4_096;
    private const int MostBytesInBatch = 8 << 20;

    /// <summary>Below, handing over to another core takes longer than hashing.</summary>
    private const int FewestHashedInParallel = 64;

    private readonly Channel<LogWork> _queue;
    private readonly LogFolderLock _lock;
    private readonly LogState _state;
    private readonly Task _loop;
    private readonly ITimer? _timer;
    private readonly List<LogWork.Append> _batch = [];
    private readonly List<(ReadOnlyMemory<byte> Entry, MerkleHash Leaf)> _entries = [];
    private long _bytes;
    private LogStoppedException? _stop;

    private LogWriter(LogFolderLock gate, LogState state, LogWriterOptions options)
    {
        (_lock, _state) = (gate, state);
        _queue = Channel.CreateBounded<LogWork>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // A full queue means that the writer is busy: the next tick will do.
        if (options.CheckpointInterval is { } interval)
            _timer = options.Time.CreateTimer(_ => _queue.Writer.TryWrite(new LogWork.Publish()), null, interval, interval);
    }

    /// <summary>The log's origin.</summary>
    public string Origin => _state.Origin;

    internal LogFolder Folder => _state.Folder;

    /// <summary>Entries that are durable.</summary>
    public long Size => _state.Size;

    /// <summary>What opening found to mend: entries taken from the journal again, and bytes of a write that was never acknowledged.</summary>
    public LogRecovery Recovery => _state.Recovery;

    /// <summary>Makes an empty log and signs its first checkpoint.</summary>
    /// <param name="path">The folder, new or empty.</param>
    /// <param name="key">The log's key; its name is the log's origin.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RecordException">The folder holds something, or the key is in it.</exception>
    public static void Create(string path, LogKey key, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        KeyFile.RefuseInside(path, key.Path);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new RecordException($"{path}: is not empty; a record begins in a folder of its own");
        LogState.Create(new(path), key, time ?? TimeProvider.System);
    }

    /// <summary>Opens a log for writing, completes what a crash left undone, and refuses a log that contradicts its own checkpoint.</summary>
    /// <param name="path">The log's folder.</param>
    /// <param name="keys">The keys to sign with: one, or two while one takes over from the other. The caller disposes them afterwards.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="RecordException">Another program writes it, a key is not the log's, or the log is damaged or forked.</exception>
    public static LogWriter Open(string path, IReadOnlyList<LogKey> keys, LogWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueLength, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostEntriesInJournal, 1, nameof(options));
        var folder = new LogFolder(path);
        foreach (var key in keys)
            KeyFile.RefuseInside(path, key.Path);
        var gate = LogFolderLock.Take(folder);
        try
        {
            return new(gate, LogState.Open(folder, keys, options), options);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    /// <summary>Appends an entry; returns its index when it is durable.</summary>
    /// <param name="entry">At most 65,535 bytes, unchanged until this returns.</param>
    /// <param name="cancellation">Gives up waiting for a place in the queue; what is in the queue is written.</param>
    /// <exception cref="RecordException">It is too long, or the log has stopped.</exception>
    public ValueTask<long> AppendAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellation = default) => AppendAsync([entry], cancellation);

    /// <summary>Appends entries with consecutive indexes; returns the first when all are durable.</summary>
    public async ValueTask<long> AppendAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation = default) =>
        await (await EnqueueAsync(Hashed(entries), cancellation).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Puts entries and their leaf hashes in the queue; the task that this gives tells their first index when all are durable.</summary>
    internal async ValueTask<Task<long>> EnqueueAsync((ReadOnlyMemory<byte> Entry, MerkleHash Leaf)[] entries, CancellationToken cancellation)
    {
        foreach (var (entry, _) in entries)
        {
            if (entry.Length > EntryBundle.MaximumEntryLength)
                throw new RecordException($"an entry of {entry.Length} bytes is more than {EntryBundle.MaximumEntryLength}; attach large things by their hash");
        }
        var work = new LogWork.Append(entries);
        await Enqueue(work, cancellation).ConfigureAwait(false);
        return work.Done;
    }

    /// <summary>Signs a checkpoint over all that was appended before; the same one where nothing was.</summary>
    public async ValueTask<SignedNote> CheckpointAsync(CancellationToken cancellation = default)
    {
        var work = new LogWork.Publish();
        await Enqueue(work, cancellation).ConfigureAwait(false);
        return await work.Done.ConfigureAwait(false);
    }

    /// <summary>Publishes witnesses' cosignatures with the checkpoint that they are for, unless a newer one stands by now.</summary>
    /// <returns>The checkpoint that stands.</returns>
    public async ValueTask<SignedNote> PublishAsync(SignedNote cosigned, CancellationToken cancellation = default)
    {
        var work = new LogWork.Publish(cosigned);
        await Enqueue(work, cancellation).ConfigureAwait(false);
        return await work.Done.ConfigureAwait(false);
    }

    /// <summary>Makes tiles of all that was appended before, so that it can be read; signs nothing.</summary>
    internal async ValueTask<Checkpoint> SettleAsync(CancellationToken cancellation = default)
    {
        var work = new LogWork.Settle();
        await Enqueue(work, cancellation).ConfigureAwait(false);
        return await work.Done.ConfigureAwait(false);
    }

    /// <summary>Writes all that waits, and lets go of the log. Signs nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _state.Dispose();
        _lock.Dispose();
    }

    /// <summary>Hashed by the caller, beside the writer's thread, which waits for the disk.</summary>
    private static (ReadOnlyMemory<byte> Entry, MerkleHash Leaf)[] Hashed(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var hashed = new (ReadOnlyMemory<byte>, MerkleHash)[entries.Count];
        if (hashed.Length < FewestHashedInParallel)
            Hash(0, hashed.Length);
        else
            Parallel.For(0, (hashed.Length - 1) / FewestHashedInParallel + 1, part => Hash(part * FewestHashedInParallel, Math.Min((part + 1) * FewestHashedInParallel, hashed.Length)));
        return hashed;

        void Hash(int from, int to)
        {
            for (var i = from; i < to; i++)
                hashed[i] = (entries[i], MerkleTree.HashLeaf(entries[i].Span));
        }
    }

    private async ValueTask Enqueue(LogWork work, CancellationToken cancellation)
    {
        try
        {
            await _queue.Writer.WriteAsync(work, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw _stop ?? new RecordException("the log is closed");
        }
    }

    private void Run()
    {
        var reader = _queue.Reader;
        try
        {
            while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (reader.TryRead(out var work))
                    Do(work);
                Commit();
            }
        }
#pragma warning disable CA1031 // Whatever went wrong, nobody may wait for an answer for ever, and nothing may be acknowledged any more.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _stop = new LogStoppedException($"the log has stopped: {error.Message}. What was acknowledged is kept; opening the log again goes on", error);
            _queue.Writer.TryComplete();
            foreach (var append in _batch)
                append.Fail(_stop);
            while (reader.TryRead(out var work))
                work.Fail(_stop);
        }
    }

    private void Do(LogWork work)
    {
        switch (work)
        {
            case LogWork.Append append:
                _batch.Add(append);
                foreach (var hashed in append.Entries)
                {
                    _entries.Add(hashed);
                    _bytes += hashed.Entry.Length;
                }
                if (_entries.Count >= MostEntriesInBatch || _bytes >= MostBytesInBatch)
                    Commit();
                break;
            case LogWork.Settle settle:
                Commit();
                try
                {
                    settle.Finish(_state.Settle());
                }
                catch (Exception error)
                {
                    settle.Fail(new RecordException($"no tiles were made: {error.Message}", error));
                    throw;
                }
                break;
            case LogWork.Publish publish:
                Commit();
                try
                {
                    publish.Finish(publish.Cosigned is { } cosigned ? _state.PublishCosigned(cosigned) : _state.PublishCheckpoint());
                }
                catch (Exception error)
                {
                    publish.Fail(new RecordException($"no checkpoint was signed: {error.Message}", error));
                    throw;
                }
                break;
        }
    }

    private void Commit()
    {
        if (_batch.Count == 0)
            return;
        var index = _state.Append(_entries);
        foreach (var append in _batch)
        {
            append.Acknowledge(index);
            index += append.Entries.Length;
        }
        _batch.Clear();
        _entries.Clear();
        _bytes = 0;
        _state.RotateWhereLong();
    }
}
