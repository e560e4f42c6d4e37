namespace Overflight.Misb.Sets.St1204;

/// <summary>The check byte of the text form (ST 1204 appendix B): two linear maps of four bits, each applied once more for every digit, over all hexadecimal digits.</summary>
internal static class MiisCheck
{
    public static byte Of(ReadOnlySpan<byte> bytes)
    {
        int p = 0, q = 0;
        // Digit i counts with the i-th power of the map; from the last digit back, one map a step gives that.
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            p = P(P(p ^ bytes[i] & 15) ^ bytes[i] >> 4);
            q = Q(Q(q ^ bytes[i] & 15) ^ bytes[i] >> 4);
        }
        return (byte)(p << 4 | q);
    }

    private static int P(int v) => v >> 3 & 1 | (v & 1) << 1 | (v >> 1 & 1) << 2 | ((v >> 3 ^ v >> 2) & 1) << 3;

    private static int Q(int v) => v >> 1 & 1 | (v >> 2 & 1) << 1 | ((v >> 3 ^ v) & 1) << 2 | (v & 1) << 3;
}
