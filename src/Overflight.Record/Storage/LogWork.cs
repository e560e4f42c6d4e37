using Overflight.Record.Merkle;
using Overflight.Record.Notes;

namespace Overflight.Record.Storage;

/// <summary>Something that the writer's thread is asked to do.</summary>
internal abstract class LogWork
{
    public abstract void Fail(Exception error);

    /// <summary>Entries with their leaf hashes that get consecutive indexes; answers the first.</summary>
    public sealed class Append((ReadOnlyMemory<byte> Entry, MerkleHash Leaf)[] entries) : LogWork
    {
        private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ReadOnlySpan<(ReadOnlyMemory<byte> Entry, MerkleHash Leaf)> Entries => entries;

        public Task<long> Done => _done.Task;

        public void Acknowledge(long index) => _done.SetResult(index);

        public override void Fail(Exception error) => _done.TrySetException(error);
    }

    /// <summary>Tiles of all that was appended before, without a checkpoint; answers the head that they make.</summary>
    public sealed class Settle : LogWork
    {
        private readonly TaskCompletionSource<Checkpoint> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Checkpoint> Done => _done.Task;

        public void Finish(Checkpoint head) => _done.SetResult(head);

        public override void Fail(Exception error) => _done.TrySetException(error);
    }

    /// <summary>A checkpoint over all that was appended before, perhaps with cosignatures that came for the one that stands.</summary>
    public sealed class Publish(SignedNote? cosigned = null) : LogWork
    {
        private readonly TaskCompletionSource<SignedNote> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SignedNote? Cosigned => cosigned;

        public Task<SignedNote> Done => _done.Task;

        public void Finish(SignedNote note) => _done.SetResult(note);

        public override void Fail(Exception error) => _done.TrySetException(error);
    }
}
