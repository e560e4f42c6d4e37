using Overflight.Record.Merkle;

namespace Overflight.Record.Proofs;

/// <summary>The hashes of a proof, a line of base64 each, as tlog-proof and tlog-witness have them.</summary>
internal static class HashLines
{
    /// <summary>A tree of 2^63 leaves has no longer path; tlog-witness sends no more.</summary>
    private const int Most = 63;

    /// <exception cref="RecordException">A line is no hash, or there are too many.</exception>
    public static IReadOnlyList<MerkleHash> Parse(ReadOnlySpan<string> lines)
    {
        if (lines.Length > Most)
            throw new RecordException($"a proof has at most {Most} hashes, not {lines.Length}");
        var path = new List<MerkleHash>(lines.Length);
        foreach (var line in lines)
            path.Add(MerkleHash.TryParse(line, out var hash) ? hash : throw new RecordException($"hash {path.Count} of the proof is no base64 of 32 bytes"));
        return path;
    }

    public static string Write(IEnumerable<MerkleHash> path) => string.Concat(path.Select(hash => hash + "\n"));
}
