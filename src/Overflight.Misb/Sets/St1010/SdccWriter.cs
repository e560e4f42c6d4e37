using System.Buffers.Binary;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St1010;

/// <summary>Writes SDCC packs in the long form of ST 1010.3: IEEE standard deviations of 4 bytes, IMAPB correlations, zeros left out where that is shorter.</summary>
public static class SdccWriter
{
    private const int SigmaLength = 4;
    private const int Sparse = 1 << 12;
    private const int RhoIsImapb = 1 << 11;

    /// <summary>The bytes of a pack, to be put right behind the items that it speaks of.</summary>
    /// <param name="deviations">The standard deviation of each item, in its unit, 0 or more.</param>
    /// <param name="correlations">The coefficients above the diagonal, row by row, −1 to 1; empty to state none.</param>
    /// <param name="correlationLength">The bytes of a coefficient, 1 to 8.</param>
    /// <exception cref="ArgumentException">Counts that do not fit, or numbers out of range.</exception>
    public static byte[] Write(IReadOnlyList<double> deviations, IReadOnlyList<double> correlations, int correlationLength = 3)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        ArgumentNullException.ThrowIfNull(correlations);
        var pairs = deviations.Count * (deviations.Count - 1) / 2;
        if (deviations.Count is 0 or > SdccPack.MaxSize || correlations.Count != 0 && correlations.Count != pairs)
            throw new ArgumentException($"{deviations.Count} items of 1 to {SdccPack.MaxSize} with {correlations.Count} correlations, not {pairs} or none", nameof(correlations));
        if (deviations.Any(d => !(d >= 0) || !float.IsFinite((float)d)))
            throw new ArgumentException("a standard deviation is a number, 0 or more", nameof(deviations));
        var map = new Imapb(-1, 1, correlationLength);
        var stated = correlations.Where(c => c != 0).ToArray();
        var flags = (pairs + 7) / 8;
        var isSparse = correlations.Count > 0 && flags + stated.Length * correlationLength < pairs * correlationLength;
        var control = SigmaLength | RhoIsImapb | (correlations.Count > 0 ? correlationLength << 7 : 0) | (isSparse ? Sparse : 0);
        var bytes = new List<byte>();
        Span<byte> number = stackalloc byte[Ber.MaxOidSize];
        bytes.AddRange(number[..Ber.WriteOid(number, (ulong)deviations.Count)]);
        bytes.AddRange(number[..Ber.WriteOid(number, (ulong)control)]);
        if (isSparse)
            bytes.AddRange(Enumerable.Range(0, flags).Select(i => Flags(correlations, 8 * i)));
        foreach (var deviation in deviations)
        {
            BinaryPrimitives.WriteSingleBigEndian(number, (float)deviation);
            bytes.AddRange(number[..SigmaLength]);
        }
        foreach (var correlation in isSparse ? stated : correlations)
        {
            if (!(Math.Abs(correlation) <= 1) || !map.TryEncode(correlation, out var code))
                throw new ArgumentException($"a correlation is -1 to 1, not {correlation}", nameof(correlations));
            BigEndian.Write(number[..correlationLength], code);
            bytes.AddRange(number[..correlationLength]);
        }
        return [.. bytes];
    }

    private static byte Flags(IReadOnlyList<double> correlations, int first)
    {
        var flags = 0;
        for (var i = 0; i < 8 && first + i < correlations.Count; i++)
            flags |= correlations[first + i] != 0 ? 0x80 >> i : 0;
        return (byte)flags;
    }
}
