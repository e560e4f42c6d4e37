using System.Buffers.Binary;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St1010;

/// <summary>Standard deviations and correlation coefficients of the items that stand before it in its set (MISB ST 1010.3, SDCC-FLP).</summary>
public sealed class SdccPack
{
    /// <summary>The most items that a pack may speak of here.</summary>
    public const int MaxSize = 256;

    private SdccPack(int size) => Size = size;

    /// <summary>How many items it speaks of: the ones right before it, in their order.</summary>
    public int Size { get; }

    /// <summary>The tags of those items; empty where the pack was read without its set.</summary>
    public IReadOnlyList<ulong> Members { get; private set; } = [];

    /// <summary>The standard deviations in the items' units; empty where it gives none, NaN where their IMAPB range is not known.</summary>
    public IReadOnlyList<double> StandardDeviations { get; private set; } = [];

    /// <summary>The correlation coefficients above the diagonal, row by row; empty where it gives none. One that a sparse pack leaves out is 0.</summary>
    public IReadOnlyList<double> Correlations { get; private set; } = [];

    /// <summary>The correlation of two items by their places from 0; 1 of an item with itself, NaN where none is given.</summary>
    public double Correlation(int a, int b)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)a, (uint)Size, nameof(a));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)b, (uint)Size, nameof(b));
        if (a == b)
            return 1;
        var (row, column) = (Math.Min(a, b), Math.Max(a, b));
        return Correlations.Count == 0 ? double.NaN : Correlations[row * (2 * Size - row - 1) / 2 + column - row - 1];
    }

    /// <summary>Reads a pack. False where the bytes are not exactly one.</summary>
    /// <param name="bytes">The value of the item.</param>
    /// <param name="sigmaRange">The IMAPB range of the standard deviation of the item at a place; null where no item's is known. ST 0601 has none: its packs hold IEEE numbers.</param>
    /// <param name="pack">What was read.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, Func<int, (double Min, double Max)?>? sigmaRange, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SdccPack? pack)
    {
        pack = null;
        if (!Ber.TryReadOid(bytes, out var size, out var used) || size is 0 or > MaxSize)
            return false;
        var at = used;
        if (!Ber.TryReadOid(bytes[at..], out var control, out used) || used > 2)
            return false;
        at += used;
        var isLong = used == 2;
        // The short form: sigma length, sparse, rho length of 3, 1 and 3 bits. The long one says also which numbers are IMAPB.
        var sigmaLength = (int)(isLong ? control & 15 : control >> 4 & 7);
        var rhoLength = (int)(isLong ? control >> 7 & 15 : control & 7);
        var sparse = (isLong ? control >> 12 & 1 : control >> 3 & 1) != 0;
        var sigmaIsImapb = isLong && (control >> 4 & 1) != 0;
        var rhoIsImapb = !isLong || (control >> 11 & 1) != 0;
        var count = (int)size;
        var pairs = count * (count - 1) / 2;
        var present = sparse && rhoLength > 0 ? bytes.Slice(at, Math.Min(bytes.Length - at, (pairs + 7) / 8)) : default;
        at += present.Length;
        var stated = rhoLength == 0 ? 0 : sparse ? CountOf(present, pairs) : pairs;
        if (sigmaLength > 8 || rhoLength > 8 || bytes.Length != at + count * sigmaLength + stated * rhoLength)
            return false;
        if (!IsFloat(sigmaLength, sigmaIsImapb) || !IsFloat(rhoLength, rhoIsImapb))
            return false;
        var result = new SdccPack(count);
        var sigmas = new double[sigmaLength == 0 ? 0 : count];
        for (var i = 0; i < sigmas.Length; i++, at += sigmaLength)
            sigmas[i] = Number(bytes.Slice(at, sigmaLength), sigmaIsImapb, sigmaRange?.Invoke(i));
        var correlations = new double[rhoLength == 0 ? 0 : pairs];
        for (var i = 0; i < correlations.Length; i++)
        {
            if (sparse && !IsPresent(present, i))
                continue;
            correlations[i] = Number(bytes.Slice(at, rhoLength), rhoIsImapb, (-1, 1));
            at += rhoLength;
        }
        result.StandardDeviations = sigmas;
        result.Correlations = correlations;
        pack = result;
        return true;
    }

    internal SdccPack Of(ulong[] members)
    {
        Members = members;
        return this;
    }

    private static bool IsFloat(int length, bool isImapb) => isImapb || length is 0 or 2 or 4 or 8;

    private static bool IsPresent(ReadOnlySpan<byte> bits, int index) => index / 8 < bits.Length && (bits[index / 8] & 0x80 >> index % 8) != 0;

    private static int CountOf(ReadOnlySpan<byte> bits, int pairs)
    {
        var count = 0;
        for (var i = 0; i < pairs; i++)
            count += IsPresent(bits, i) ? 1 : 0;
        return count;
    }

    private static double Number(ReadOnlySpan<byte> bytes, bool isImapb, (double Min, double Max)? range)
    {
        if (isImapb)
            return range is { } known ? new Imapb(known.Min, known.Max, bytes.Length).Decode(BigEndian.ReadUnsigned(bytes), out _) : double.NaN;
        return bytes.Length switch
        {
            2 => (double)BinaryPrimitives.ReadHalfBigEndian(bytes),
            4 => BinaryPrimitives.ReadSingleBigEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        };
    }
}
