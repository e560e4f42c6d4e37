using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Proofs;

/// <summary>
/// A proof that a log has only grown since an older checkpoint. Its text is the body of tlog-witness's <c>add-checkpoint</c>: the old
/// size, the hashes, the new checkpoint.
/// </summary>
/// <param name="OldSize">Entries of the older tree.</param>
/// <param name="Path">The consistency proof (RFC 6962, section 2.1.2).</param>
/// <param name="Note">The new checkpoint.</param>
public sealed record GrowthProof(long OldSize, IReadOnlyList<MerkleHash> Path, SignedNote Note)
{
    /// <summary>The most bytes that are read as one.</summary>
    public const int MaximumLength = 1 << 18;

    /// <summary>Makes the proof for a log as its checkpoint has it.</summary>
    /// <exception cref="RecordException">The log is smaller than that.</exception>
    public static GrowthProof Create(LogReader log, long oldSize)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (oldSize < 0 || oldSize > log.Head.Size)
            throw new RecordException($"the log has {log.Head.Size} entries: there is no growth from {oldSize}");
        return new(oldSize, ConsistencyProof.Create(oldSize, log.Head.Size, log.Subtree), log.Note);
    }

    /// <summary>Whether bytes begin as such a proof does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("old "u8);

    /// <summary>Reads a proof.</summary>
    /// <exception cref="RecordException">It is none; the message says why.</exception>
    public static GrowthProof Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumLength)
            throw new RecordException($"{bytes.Length} bytes are more than {MaximumLength}");
        var split = bytes.IndexOf("\n\n"u8);
        if (split < 0)
            throw new RecordException("there is no empty line before the checkpoint");
        var lines = Encoding.ASCII.GetString(bytes[..split]).Split('\n');
        if (!lines[0].StartsWith("old ", StringComparison.Ordinal) || !DecimalNumber.TryParse(lines[0].AsSpan(4), out var oldSize))
            throw new RecordException("it does not begin with the old size");
        return new(oldSize, HashLines.Parse(lines.AsSpan(1)), SignedNote.Parse(bytes[(split + 2)..]));
    }

    /// <summary>Checks that the new checkpoint, which the policy accepts, contains the older one.</summary>
    /// <param name="older">The older checkpoint, signed by the same log.</param>
    /// <param name="policy">Whose word counts.</param>
    /// <exception cref="RecordException">It is not shown; the message says why.</exception>
    public VerifiedCheckpoint Verify(SignedNote older, WitnessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(policy);
        var verified = policy.Verify(Note);
        var old = Checkpoint.Of(older);
        if (old.Origin != verified.Head.Origin || older.Verify(policy.Logs.Select(l => l.Key)).Count == 0)
            throw new RecordException("the older checkpoint is not signed by the same log");
        if (old.Size != OldSize)
            throw new RecordException($"the proof is from {OldSize} entries on, and the older checkpoint counts {old.Size}");
        if (!ConsistencyProof.Verify(old.Size, old.Root, verified.Head.Size, verified.Head.Root, Path))
            throw new RecordException($"the log did not only grow from {old.Size} to {verified.Head.Size} entries: both heads are signed, so it has shown two versions");
        return verified;
    }

    /// <summary>The proof as it is written.</summary>
    public override string ToString() => $"old {OldSize}\n{HashLines.Write(Path)}\n{Note}";
}
