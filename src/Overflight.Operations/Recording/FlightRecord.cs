using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Vaults;

namespace Overflight.Operations.Recording;

/// <summary>
/// Where a flight's leaves go: a record, and a vault for what is sealed. What must be in the record before something happens is waited for;
/// the rest is put into one queue and written in batches, in order, each leaf once.
/// </summary>
/// <param name="writer">The record.</param>
/// <param name="vault">What opens sealed fields is kept here; null where nothing is sealed.</param>
/// <param name="compartment">In this compartment.</param>
public sealed class FlightRecord(RecordWriter writer, Vault? vault = null, string? compartment = null) : IAsyncDisposable
{
    private const int BatchLength = 256;

    private readonly List<LeafDraft> _waiting = [];

    /// <summary>Whether leaves can have sealed fields.</summary>
    public bool Seals => vault is not null;

    /// <summary>Leaves appended.</summary>
    public long Count { get; private set; }

    /// <summary>Appends a leaf and all that waits before it; returns when it is durable.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="RecordException">The record cannot be written.</exception>
    public async ValueTask<long> AppendAsync(LeafDraft leaf, CancellationToken cancellation = default)
    {
        _waiting.Add(leaf);
        return await FlushAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("a leaf that waits is appended");
    }

    /// <summary>Puts a leaf behind those that wait.</summary>
    public async ValueTask AddAsync(LeafDraft leaf, CancellationToken cancellation = default)
    {
        _waiting.Add(leaf);
        if (_waiting.Count >= BatchLength)
            await FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Appends all that waits; returns when it is durable.</summary>
    /// <returns>The last one's index; null where nothing waited.</returns>
    /// <exception cref="RecordException">The record cannot be written; what was not written waits on.</exception>
    public async ValueTask<long?> FlushAsync(CancellationToken cancellation = default)
    {
        long? last = null;
        while (_waiting.Count > 0)
        {
            // Leaves with sealed fields and those without go different ways, and the order is kept.
            var isSealed = _waiting[0].Disclosures.Count > 0;
            var batch = _waiting.TakeWhile(d => d.Disclosures.Count > 0 == isSealed).Take(BatchLength).ToArray();
            var appended = isSealed
                ? await vault!.SealAsync(writer, batch, compartment ?? throw new InvalidOperationException("a vault needs a compartment"), cancellation).ConfigureAwait(false)
                : await writer.AppendAsync(batch, cancellation).ConfigureAwait(false);
            _waiting.RemoveRange(0, batch.Length);
            Count += batch.Length;
            last = appended[^1].Index;
        }
        return last;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await FlushAsync(CancellationToken.None).ConfigureAwait(false);
}
