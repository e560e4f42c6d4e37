using System.Buffers.Text;
using System.Security.Cryptography;

namespace Overflight.Record.Leaves;

/// <summary>The digests of a leaf's sealed fields, always as many, so that nobody sees how many are true.</summary>
internal static class SealedDigests
{
    /// <summary>How many a leaf has.</summary>
    public const int Count = 16;

    /// <summary>The digests of disclosures among decoys, in ascending order (RFC 9901, sections 4.2.4.1 and 4.2.5).</summary>
    public static string[] Of(IReadOnlyList<Disclosure> disclosures, RandomSource random)
    {
        if (disclosures.Count is 0 or > Count)
            throw new RecordException($"a leaf has 1 to {Count} sealed fields, not {disclosures.Count}: seal an object that holds them");
        if (disclosures.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count() != disclosures.Count)
            throw new RecordException("two sealed fields have the same name");
        var digests = new string[Count];
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < Count; i++)
        {
            if (i < disclosures.Count)
            {
                digests[i] = disclosures[i].Digest;
                continue;
            }
            random(bytes);
            SHA256.HashData(bytes, bytes);
            digests[i] = Base64Url.EncodeToString(bytes);
        }
        Array.Sort(digests, StringComparer.Ordinal);
        return digests;
    }
}
