using System.Buffers.Binary;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St1303;

/// <summary>The array processing algorithms of ST 1303: numbers 2 to 5.</summary>
internal static class MdapAlgorithms
{
    public static bool TryElement(ItemDefinition element, ReadOnlySpan<byte> bytes, out double value)
    {
        var read = ItemDecoder.TryDecode(element, bytes, out var scalar, out _);
        value = scalar.Number;
        return read;
    }

    /// <summary>Two IEEE numbers, the range, then IMAPB codes.</summary>
    public static bool TryImapb(ReadOnlySpan<byte> rest, int size, double[] values)
    {
        var range = rest.Length - (long)values.Length * size;
        if (size == 0 || range is not (8 or 16))
            return false;
        var half = (int)range / 2;
        var min = half == 4 ? BinaryPrimitives.ReadSingleBigEndian(rest) : BinaryPrimitives.ReadDoubleBigEndian(rest);
        var max = half == 4 ? BinaryPrimitives.ReadSingleBigEndian(rest[half..]) : BinaryPrimitives.ReadDoubleBigEndian(rest[half..]);
        if (!(max > min) || !double.IsFinite(max - min))
            return false;
        var map = new Imapb(min, max, size);
        for (var i = 0; i < values.Length; i++)
            values[i] = map.Decode(BigEndian.ReadUnsigned(rest.Slice((int)range + i * size, size)), out _);
        return true;
    }

    /// <summary>A bit an element, the highest first.</summary>
    public static bool TryBits(ReadOnlySpan<byte> rest, double[] values)
    {
        if (rest.Length != (values.Length + 7) / 8)
            return false;
        for (var i = 0; i < values.Length; i++)
            values[i] = rest[i / 8] >> 7 - i % 8 & 1;
        return true;
    }

    /// <summary>A bias, then BER-OID numbers to which it is added.</summary>
    public static bool TryBiased(OidReader reader, double[] values)
    {
        if (!reader.TryNext(int.MaxValue, out var bias))
            return false;
        for (var i = 0; i < values.Length; i++)
        {
            if (!reader.TryNext(int.MaxValue, out var value))
                return false;
            values[i] = (double)value + bias;
        }
        return reader.Rest.IsEmpty;
    }

    /// <summary>A value for all, then patches: a value, where it starts in each dimension, and how far it reaches.</summary>
    public static bool TryRuns(OidReader reader, int size, ItemDefinition element, int[] sizes, double[] values)
    {
        if (size == 0 || !reader.TryTake(size, out var bytes) || !TryElement(element, bytes, out var value))
            return false;
        Array.Fill(values, value);
        var start = new int[sizes.Length];
        var run = new int[sizes.Length];
        // Every patch fills at most the array; a bound on their sum keeps few bytes from costing much time.
        for (long filled = 0; !reader.Rest.IsEmpty;)
        {
            if (!reader.TryTake(size, out bytes) || !TryElement(element, bytes, out value) || !TryEach(ref reader, start, sizes) || !TryEach(ref reader, run, sizes))
                return false;
            long area = 1;
            for (var d = 0; d < sizes.Length; d++)
            {
                if (start[d] + run[d] > sizes[d])
                    return false;
                area *= run[d];
            }
            if ((filled += area) > 64L * Mdap.MaxElements)
                return false;
            Fill(values, value, start, run, sizes, 0, 0);
        }
        return true;
    }

    private static bool TryEach(ref OidReader reader, int[] numbers, int[] sizes)
    {
        for (var d = 0; d < numbers.Length; d++)
            if (!reader.TryNext(sizes[d], out numbers[d]))
                return false;
        return true;
    }

    private static void Fill(double[] values, double value, int[] start, int[] run, int[] sizes, int dimension, int at)
    {
        at *= sizes[dimension];
        for (var i = start[dimension]; i < start[dimension] + run[dimension]; i++)
            if (dimension == sizes.Length - 1)
                values[at + i] = value;
            else
                Fill(values, value, start, run, sizes, dimension + 1, at + i);
    }
}
