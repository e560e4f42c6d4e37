using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;

namespace Overflight.Record.Witnessing;

/// <summary>The body of <c>add-checkpoint</c> (C2SP tlog-witness): the old size, the proof from it, the checkpoint.</summary>
internal sealed record WitnessRequest(long OldSize, IReadOnlyList<MerkleHash> Proof, SignedNote Note)
{
    public const int MaximumLength = 1 << 18;

    private const int LongestProof = 63;

    public static WitnessRequest Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaximumLength)
            throw new RecordException($"a request of {body.Length} bytes is more than {MaximumLength}");
        var split = body.IndexOf("\n\n"u8);
        if (split < 0)
            throw new RecordException("the request has no empty line before its checkpoint");
        var lines = Encoding.ASCII.GetString(body[..split]).Split('\n');
        if (!lines[0].StartsWith("old ", StringComparison.Ordinal) || !DecimalNumber.TryParse(lines[0].AsSpan(4), out var oldSize))
            throw new RecordException("the request does not begin with the old size");
        if (lines.Length - 1 > LongestProof)
            throw new RecordException($"a consistency proof has at most {LongestProof} lines");
        var proof = new List<MerkleHash>();
        foreach (var line in lines.AsSpan(1))
            proof.Add(MerkleHash.TryParse(line, out var hash) ? hash : throw new RecordException($"line {proof.Count} of the proof is no base64 of 32 bytes"));
        return new(oldSize, proof, SignedNote.Parse(body[(split + 2)..]));
    }

    public override string ToString() => $"old {OldSize}\n{string.Concat(Proof.Select(hash => hash + "\n"))}\n{Note}";
}
