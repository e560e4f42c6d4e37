using System.Buffers.Binary;
using System.Text.Unicode;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>Bytes of an item to its value, by its definition. Allocates nothing.</summary>
internal static class ItemDecoder
{
    /// <summary>Decodes a value. False, with the reason, where the bytes break the coding; then the value is bytes, or what they say all the same: an integer of another length, text with a broken character.</summary>
    public static bool TryDecode(ItemDefinition item, ReadOnlySpan<byte> bytes, out Scalar value, out KlvReason reason)
    {
        reason = KlvReason.WrongLength;
        value = new(ValueKind.Bytes);
        if (bytes.IsEmpty)
        {
            value = default;
            return true;
        }
        if (item.Length != 0 ? bytes.Length != item.Length : item.MaxLength != 0 && bytes.Length > item.MaxLength)
        {
            // A whole number is the same in any number of bytes; for other codings the length is part of the scale.
            if (bytes.Length <= 8 && item.Coding is Coding.UnsignedInteger)
                value = new(ValueKind.UnsignedInteger, (long)BigEndian.ReadUnsigned(bytes));
            else if (bytes.Length <= 8 && item.Coding is Coding.SignedInteger)
                value = new(ValueKind.SignedInteger, BigEndian.ReadSigned(bytes));
            return false;
        }
        reason = KlvReason.BadValue;
        switch (item.Coding)
        {
            case Coding.Bytes:
                return true;
            case Coding.UnsignedInteger or Coding.Enumeration:
                value = new(ValueKind.UnsignedInteger, (long)BigEndian.ReadUnsigned(bytes));
                return true;
            case Coding.Flags:
                // Flags of more than 64 bits stay bytes; their labels can still be asked for.
                value = bytes.Length > 8 ? value : new(ValueKind.UnsignedInteger, (long)BigEndian.ReadUnsigned(bytes));
                return true;
            case Coding.SignedInteger:
                value = new(ValueKind.SignedInteger, BigEndian.ReadSigned(bytes));
                return true;
            case Coding.Linear:
                value = item.Linear.TryDecode(bytes, out var number) ? Scalar.Of(number) : new(ValueKind.Special, 0, item.Special);
                return true;
            case Coding.Imapb:
                number = item.Mapping(bytes.Length).Decode(BigEndian.ReadUnsigned(bytes), out var special);
                value = special == SpecialValue.None ? Scalar.Of(number) : new(ValueKind.Special, 0, special);
                return true;
            case Coding.Ieee754:
                return TryFloat(bytes, out value, out reason);
            case Coding.Utf8:
                value = new(ValueKind.Text);
                return Utf8.IsValid(bytes);
            case Coding.Utf16:
                value = new(ValueKind.Text);
                return TextDecoder.IsUtf16(bytes) || Utf8.IsValid(bytes);
            case Coding.BerOid:
                if (!Ber.TryReadOid(bytes, out var oid, out var size) || size != bytes.Length)
                    return false;
                value = new(ValueKind.UnsignedInteger, (long)oid);
                return true;
            case Coding.BerNumber:
                if (!Ber.TryReadLength(bytes, out var ber, out size) || size != bytes.Length)
                    return false;
                value = new(ValueKind.UnsignedInteger, ber);
                return true;
            case Coding.MiisIdentifier:
                return St1204.MiisIdentifier.TryRead(bytes, out _);
            case Coding.Sdcc or Coding.Array:
                // Whether they are sound is found when it is asked for: reading it here would allocate.
                value = new(ValueKind.Structure);
                return true;
            case Coding.LocalSet or Coding.UniversalSet:
                value = new(ValueKind.Set);
                return true;
            default:
                value = new(ValueKind.Structure);
                return true;
        }
    }

    private static bool TryFloat(ReadOnlySpan<byte> bytes, out Scalar value, out KlvReason reason)
    {
        reason = KlvReason.WrongLength;
        value = bytes.Length switch
        {
            2 => Scalar.Of((double)BinaryPrimitives.ReadHalfBigEndian(bytes)),
            4 => Scalar.Of(BinaryPrimitives.ReadSingleBigEndian(bytes)),
            8 => Scalar.Of(BinaryPrimitives.ReadDoubleBigEndian(bytes)),
            _ => new(ValueKind.Bytes),
        };
        return value.Kind == ValueKind.Number;
    }
}
