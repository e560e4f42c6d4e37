using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>A decoded value as a hot path keeps it: text, sets and structures stay in their bytes until asked for.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Bits">The number's bits, or the integer.</param>
/// <param name="Special">The special value.</param>
internal readonly record struct Scalar(ValueKind Kind, long Bits = 0, SpecialValue Special = SpecialValue.None)
{
    public static Scalar Of(double number) => new(ValueKind.Number, BitConverter.DoubleToInt64Bits(number));

    public double Number => Kind switch
    {
        ValueKind.Number => BitConverter.Int64BitsToDouble(Bits),
        ValueKind.SignedInteger => Bits,
        ValueKind.UnsignedInteger => (ulong)Bits,
        _ => double.NaN,
    };
}
