using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Proofs;

/// <summary>
/// A proof that an entry is in a log, in one text that is checked offline (C2SP tlog-proof). Ours hold the entry itself in the
/// extra line, so that one file is enough; it counts for nothing until its hash leads to the root.
/// </summary>
/// <param name="Extra">The extra line's bytes, not to be trusted; null where there is none.</param>
/// <param name="Index">Which entry, from 0.</param>
/// <param name="Path">The hashes from the leaf's sibling to the root's child.</param>
/// <param name="Note">The checkpoint.</param>
public sealed record ProofBundle(ReadOnlyMemory<byte>? Extra, long Index, IReadOnlyList<MerkleHash> Path, SignedNote Note)
{
    /// <summary>The most bytes that are read as a proof.</summary>
    public const int MaximumLength = SignedNote.MaximumLength + 200_000;

    private const string Header = "c2sp.org/tlog-proof@v1";

    private static readonly UTF8Encoding s_strict = new(false, true);

    /// <summary>Makes the proof of an entry of a log, with the checkpoint that stands.</summary>
    /// <exception cref="RecordException">The log has no such entry, or contradicts its checkpoint.</exception>
    public static ProofBundle Create(LogReader log, long index, bool withEntry = true)
    {
        ArgumentNullException.ThrowIfNull(log);
        var entry = log.Entry(index);
        var path = InclusionProof.Create(index, log.Head.Size, log.Subtree);
        if (!InclusionProof.Verify(MerkleTree.HashLeaf(entry.Span), index, log.Head.Size, path, log.Head.Root))
            throw new RecordException($"entry {index} cannot be proven: the log's files do not lead to its checkpoint; \"overflight record fsck\" tells what differs");
        return new(withEntry ? (ReadOnlyMemory<byte>?)entry.ToArray() : null, index, path, log.Note);
    }

    /// <summary>Whether bytes begin as a proof does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("c2sp.org/tlog-proof@"u8);

    /// <summary>Reads a proof.</summary>
    /// <exception cref="RecordException">It is none; the message says why.</exception>
    public static ProofBundle Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumLength)
            throw new RecordException($"a proof of {bytes.Length} bytes is more than {MaximumLength}");
        var split = bytes.IndexOf("\n\n"u8);
        if (split < 0)
            throw new RecordException("a proof has an empty line before its checkpoint, and this has none");
        string head;
        try
        {
            head = s_strict.GetString(bytes[..split]);
        }
        catch (DecoderFallbackException error)
        {
            throw new RecordException($"a proof is UTF-8, and this is not at byte {error.Index}", error);
        }
        var lines = new Queue<string>(head.Split('\n'));
        if (lines.Dequeue() is var first && first != Header)
            throw new RecordException($"a proof begins with {Header}, not \"{(first.Length > 60 ? first[..60] + "..." : first)}\"");
        ReadOnlyMemory<byte>? extra = null;
        if (lines.TryPeek(out var line) && line.StartsWith("extra ", StringComparison.Ordinal))
            extra = StrictBase64.Decode(lines.Dequeue().AsSpan(6)) ?? throw new RecordException("the proof's extra line is no base64");
        if (!lines.TryDequeue(out line) || !line.StartsWith("index ", StringComparison.Ordinal) || !DecimalNumber.TryParse(line.AsSpan(6), out var index))
            throw new RecordException("the proof has no index line where one is due");
        return new(extra, index, HashLines.Parse(lines.ToArray()), SignedNote.Parse(bytes[(split + 2)..]));
    }

    /// <summary>Checks the proof of an entry: that it is in the tree whose head a log of the policy signed, and its witnesses cosigned.</summary>
    /// <param name="entry">The entry, as its holder has it.</param>
    /// <param name="policy">Which log's word counts, and which witnesses'.</param>
    /// <returns>The checkpoint that the entry is under.</returns>
    /// <exception cref="RecordException">It is not shown; the message says why.</exception>
    public VerifiedCheckpoint Verify(ReadOnlySpan<byte> entry, WitnessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var verified = policy.Verify(Note);
        if (Index >= verified.Head.Size)
            throw new RecordException($"the proof is of entry {Index}, and its checkpoint counts only {verified.Head.Size}");
        if (!InclusionProof.Verify(MerkleTree.HashLeaf(entry), Index, verified.Head.Size, Path, verified.Head.Root))
            throw new RecordException($"the entry is not number {Index} of the tree: its hash does not lead to the checkpoint's root");
        return verified;
    }

    /// <summary>The proof as it is written.</summary>
    public override string ToString() =>
        $"{Header}\n{(Extra is { } extra ? $"extra {Convert.ToBase64String(extra.Span)}\n" : "")}index {Index}\n{HashLines.Write(Path)}\n{Note}";
}
