using System.Security.Cryptography;

namespace Overflight.Record.Tests.Merkle;

/// <summary>The definitions of RFC 6962, section 2.1, word for word and slow: the oracle of what the product computes.</summary>
internal static class ReferenceTree
{
    public static byte[] Root(IReadOnlyList<byte[]> d) => d.Count switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. d[0]]),
        var n => Node(Root([.. d.Take(K(n))]), Root([.. d.Skip(K(n))])),
    };

    public static List<byte[]> Path(int m, IReadOnlyList<byte[]> d)
    {
        if (d.Count == 1)
            return [];
        var k = K(d.Count);
        return m < k
            ? [.. Path(m, [.. d.Take(k)]), Root([.. d.Skip(k)])]
            : [.. Path(m - k, [.. d.Skip(k)]), Root([.. d.Take(k)])];
    }

    public static List<byte[]> Proof(int m, IReadOnlyList<byte[]> d) => SubProof(m, d, true);

    private static List<byte[]> SubProof(int m, IReadOnlyList<byte[]> d, bool b)
    {
        if (m == d.Count)
            return b ? [] : [Root(d)];
        var k = K(d.Count);
        return m <= k
            ? [.. SubProof(m, [.. d.Take(k)], b), Root([.. d.Skip(k)])]
            : [.. SubProof(m - k, [.. d.Skip(k)], false), Root([.. d.Take(k)])];
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static int K(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}
