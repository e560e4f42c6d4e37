using System.Buffers.Binary;
using System.Text;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>A value to the bytes of its item, by its definition.</summary>
internal static class ItemEncoder
{
    /// <summary>Encodes a number: the nearest code of a linear item, the truncated code of IMAPB (ST 1201), a whole number for integers.</summary>
    /// <param name="item">The item.</param>
    /// <param name="value">The number; infinities and NaN only for IMAPB and floats.</param>
    /// <param name="length">The bytes to write where the item allows several lengths; 0 for the item's own.</param>
    /// <exception cref="KlvRangeException">The item cannot hold the number.</exception>
    public static byte[] Number(ItemDefinition item, double value, int length = 0)
    {
        switch (item.Coding)
        {
            case Coding.Linear:
                var code = new byte[item.Linear.Length];
                return item.Linear.TryEncode(value, code) ? code : throw KlvRangeException.Of(item, value);
            case Coding.Imapb:
                code = new byte[Chosen(item, length)];
                if (!item.Mapping(code.Length).TryEncode(value, out var mapped))
                    throw KlvRangeException.Of(item, value);
                BigEndian.Write(code, mapped);
                return code;
            case Coding.Ieee754:
                return Float(value, Chosen(item, length));
            case Coding.SignedInteger when value == Math.Truncate(value) && value is >= long.MinValue and < 9223372036854775808.0:
                return Integer(item, (long)value, length);
            case Coding.UnsignedInteger or Coding.Enumeration or Coding.Flags or Coding.BerOid when value == Math.Truncate(value) && value is >= 0 and < 18446744073709551616.0:
                return Unsigned(item, (ulong)value, length);
            default:
                throw KlvRangeException.Of(item, value);
        }
    }

    /// <summary>Encodes a signed integer, in the fewest bytes where the item's length varies.</summary>
    public static byte[] Integer(ItemDefinition item, long value, int length = 0)
    {
        if (item.Coding != Coding.SignedInteger)
            return value >= 0 && IsUnsigned(item) ? Unsigned(item, (ulong)value, length) : Number(item, value, length);
        var needed = BigEndian.SizeOfSigned(value);
        return Write(item, (ulong)value, needed, length, value);
    }

    /// <summary>Encodes an unsigned integer, in the fewest bytes where the item's length varies.</summary>
    public static byte[] Unsigned(ItemDefinition item, ulong value, int length = 0)
    {
        if (item.Coding == Coding.BerOid)
        {
            var oid = new byte[Ber.SizeOfOid(value)];
            Ber.WriteOid(oid, value);
            return oid;
        }
        if (!IsUnsigned(item))
            return value <= long.MaxValue && item.Coding == Coding.SignedInteger ? Integer(item, (long)value, length) : Number(item, value, length);
        return Write(item, value, BigEndian.SizeOf(value), length, value);
    }

    /// <summary>Encodes text.</summary>
    public static byte[] Text(ItemDefinition item, string value)
    {
        var bytes = item.Coding switch
        {
            Coding.Utf8 => Encoding.UTF8.GetBytes(value),
            Coding.Utf16 => Encoding.BigEndianUnicode.GetBytes(value),
            _ => throw KlvRangeException.Of(item, value),
        };
        if (item.MaxLength != 0 && bytes.Length > item.MaxLength || item.Length != 0 && bytes.Length != item.Length)
            throw KlvRangeException.Of(item, value);
        return bytes;
    }

    /// <summary>Encodes the special value of a signed linear item.</summary>
    public static byte[] Special(ItemDefinition item, SpecialValue value)
    {
        var code = new byte[item.Linear.Length];
        return item.Coding == Coding.Linear && value == item.Special && item.Linear.TryEncodeSpecial(code) ? code : throw KlvRangeException.Of(item, value);
    }

    private static bool IsUnsigned(ItemDefinition item) => item.Coding is Coding.UnsignedInteger or Coding.Enumeration or Coding.Flags;

    private static int Chosen(ItemDefinition item, int length) =>
        item.Length != 0 ? item.Length : length > 0 && length <= item.MaxLength ? length : item.DefaultLength;

    private static byte[] Write(ItemDefinition item, ulong value, int needed, int length, object shown)
    {
        var size = item.Length != 0 ? item.Length : Math.Max(needed, length);
        if (needed > size || item.MaxLength != 0 && size > item.MaxLength)
            throw KlvRangeException.Of(item, shown);
        var bytes = new byte[size];
        // Sign bits beyond eight bytes do not occur: no item is longer.
        BigEndian.Write(bytes, value);
        return bytes;
    }

    private static byte[] Float(double value, int length)
    {
        var bytes = new byte[length];
        if (length == 2)
            BinaryPrimitives.WriteHalfBigEndian(bytes, (Half)value);
        else if (length == 4)
            BinaryPrimitives.WriteSingleBigEndian(bytes, (float)value);
        else
            BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return bytes;
    }
}
