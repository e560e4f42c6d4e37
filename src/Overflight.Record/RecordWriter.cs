using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Tiles;

namespace Overflight.Record;

/// <summary>
/// The one writer of a record: gives each leaf its place in its subject's chain and its time, and appends it. Leaves come into the
/// log in the order in which they were given their places.
/// </summary>
public sealed class RecordWriter : IAsyncDisposable
{
    /// <summary>So many entries behind the last snapshot, a new one is written.</summary>
    private const long FarBehind = 65_536;

    /// <summary>When closing, a snapshot is written where there are at most so many subjects for each entry behind the last one.</summary>
    private const long SubjectsForEntry = 16;

    private readonly LogWriter _log;
    private readonly TimeProvider _time;
    private readonly SubjectChains _chains;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _snapshotSize;
    private int _isSnapshotting;

    private RecordWriter(LogWriter log, TimeProvider time, SubjectChains chains, long snapshotSize) =>
        (_log, _time, _chains, _snapshotSize) = (log, time, chains, snapshotSize);

    /// <summary>The log's origin.</summary>
    public string Origin => _log.Origin;

    /// <summary>Entries that are durable.</summary>
    public long Size => _log.Size;

    /// <summary>What opening found to mend.</summary>
    public LogRecovery Recovery => _log.Recovery;

    internal LogFolder Folder => _log.Folder;

    /// <summary>Opens a record for writing. Entries behind the last snapshot of the chains are read and checked.</summary>
    /// <param name="path">The log's folder.</param>
    /// <param name="keys">The keys to sign with; the caller disposes them afterwards.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="RecordException">As <see cref="LogWriter.Open"/>; or an entry is no leaf, or not the one that was due.</exception>
    public static async ValueTask<RecordWriter> OpenAsync(string path, IReadOnlyList<LogKey> keys, LogWriterOptions? options = null)
    {
        options ??= new();
        var log = LogWriter.Open(path, keys, options);
        try
        {
            // What a crash left in the journal only cannot be read before tiles are made of it.
            var reader = new RecordReader(log.Folder, await log.SettleAsync().ConfigureAwait(false));
            var chains = SubjectSnapshot.TryRead(log.Folder, reader.Head.Size, reader.RootAt) ?? new();
            var snapshotSize = chains.Size;
            foreach (var (index, leaf) in reader.Leaves(chains.Size))
            {
                try
                {
                    chains.Follow(leaf);
                }
                catch (RecordException error)
                {
                    throw new RecordException($"entry {index} is not the leaf that was due: {error.Message}", error);
                }
            }
            return new(log, options.Time, chains, snapshotSize);
        }
        catch
        {
            await log.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Appends a leaf; returns it when it is durable.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="cancellation">Gives up waiting for its turn; what has its place is written.</param>
    /// <exception cref="RecordException">It says what is not so, its time is earlier than the last entry's, or the log has stopped.</exception>
    public async ValueTask<AppendedLeaf> AppendAsync(LeafDraft draft, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return (await AppendAsync([draft], null, cancellation).ConfigureAwait(false))[0];
    }

    /// <summary>Appends leaves with consecutive indexes, all or none; returns them when all are durable.</summary>
    public ValueTask<IReadOnlyList<AppendedLeaf>> AppendAsync(IReadOnlyList<LeafDraft> drafts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        return AppendAsync(drafts, null, cancellation);
    }

    /// <summary>Signs a checkpoint over all that was appended before; the same one where nothing was.</summary>
    public async ValueTask<SignedNote> CheckpointAsync(CancellationToken cancellation = default)
    {
        var note = await _log.CheckpointAsync(cancellation).ConfigureAwait(false);
        await SnapshotWhereFarBehind().ConfigureAwait(false);
        return note;
    }

    /// <summary>Publishes witnesses' cosignatures with the checkpoint that they are for, unless a newer one stands by now.</summary>
    /// <returns>The checkpoint that stands.</returns>
    public ValueTask<SignedNote> PublishAsync(SignedNote cosigned, CancellationToken cancellation = default) => _log.PublishAsync(cosigned, cancellation);

    /// <summary>A reader of all that is durable now, signed or not.</summary>
    public async ValueTask<RecordReader> ReadAsync(CancellationToken cancellation = default) =>
        new(_log.Folder, await _log.SettleAsync(cancellation).ConfigureAwait(false));

    /// <summary>Writes all that waits, and a snapshot where it is worth it, and lets go of the log. Signs nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if ((_chains.Size - _snapshotSize) * SubjectsForEntry > _chains.Heads.Count)
            await Snapshot().ConfigureAwait(false);
        await _log.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

    /// <summary>Appends leaves; what is to be done before they may be in the log is done while they have their places and no others get any.</summary>
    /// <param name="drafts">What they say.</param>
    /// <param name="before">Done before; where it fails, nothing is appended.</param>
    /// <param name="cancellation">Gives up waiting for their turn.</param>
    internal async ValueTask<IReadOnlyList<AppendedLeaf>> AppendAsync(IReadOnlyList<LeafDraft> drafts, Func<IReadOnlyList<MadeLeaf>, ValueTask>? before, CancellationToken cancellation)
    {
        MadeLeaf[] made;
        Task<long> durable;
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            LeafDraft.RefuseAppended(drafts);
            made = _chains.Make(drafts, _time.GetUtcNow().ToUnixTimeMilliseconds(), out var undo);
            try
            {
                if (before is not null)
                    await before(made).ConfigureAwait(false);
                durable = await _log.EnqueueAsync([.. made.Select(leaf => (new ReadOnlyMemory<byte>(leaf.Bytes), leaf.Hash))], cancellation).ConfigureAwait(false);
            }
            catch
            {
                undo();
                throw;
            }
            LeafDraft.MarkAppended(drafts);
        }
        finally
        {
            _gate.Release();
        }
        var first = await durable.ConfigureAwait(false);
        if (first + made.Length - Volatile.Read(ref _snapshotSize) >= FarBehind)
            await SnapshotWhereFarBehind().ConfigureAwait(false);
        var appended = new AppendedLeaf[made.Length];
        for (var i = 0; i < made.Length; i++)
            appended[i] = new(first + i, made[i].Hash, made[i].Bytes);
        return appended;
    }

    private async ValueTask SnapshotWhereFarBehind()
    {
        if (Size - Volatile.Read(ref _snapshotSize) < FarBehind || Interlocked.Exchange(ref _isSnapshotting, 1) != 0)
            return;
        try
        {
            await Snapshot().ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isSnapshotting, 0);
        }
    }

    private async ValueTask Snapshot()
    {
        try
        {
            byte[] captured;
            long size;
            await _gate.WaitAsync().ConfigureAwait(false);
            try
            {
                (captured, size) = (SubjectSnapshot.Capture(_chains), _chains.Size);
            }
            finally
            {
                _gate.Release();
            }
            var settled = await _log.SettleAsync().ConfigureAwait(false);
            SubjectSnapshot.Write(_log.Folder, captured, new TileReader(_log.Folder.Root, settled.Size).RootAt);
            Volatile.Write(ref _snapshotSize, size);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RecordException)
        {
            // The entries tell the same; the next opening reads more of them. If the log has stopped, the next append says so.
        }
    }
}
