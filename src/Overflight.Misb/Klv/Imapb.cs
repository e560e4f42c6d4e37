namespace Overflight.Misb.Klv;

/// <summary>The mapping of floating point numbers to integers of MISB ST 1201.5, method IMAPB: a range and a length in bytes fix it.</summary>
/// <remarks>The standard's forward mapping truncates: a code stands for the numbers from its own value up to the next code's. So a number returns at most one <see cref="Step"/> lower than it went in.</remarks>
public readonly struct Imapb
{
    private const int MaxLength = 8;
    private readonly double _zeroOffset;
    private readonly double _scale;

    /// <summary>Makes the mapping of a range onto a number of bytes.</summary>
    /// <param name="min">The lowest number.</param>
    /// <param name="max">The highest number.</param>
    /// <param name="length">1 to 8 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length out of range, or a range that is empty or not finite.</exception>
    public Imapb(double min, double max, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
        if (!(max > min) || !double.IsFinite(max - min))
            throw new ArgumentOutOfRangeException(nameof(max), max, "The range must be finite and not empty.");
        Min = min;
        Max = max;
        Length = length;
        var power = CeilingLog2(max - min) - (8 * length - 1);
        Step = Math.ScaleB(1, power);
        _scale = Math.ScaleB(1, -power);
        _zeroOffset = min < 0 && max > 0 ? _scale * min - Math.Floor(_scale * min) : 0;
    }

    /// <summary>The lowest number.</summary>
    public double Min { get; }

    /// <summary>The highest number.</summary>
    public double Max { get; }

    /// <summary>The bytes of a code.</summary>
    public int Length { get; }

    /// <summary>How far the values of neighbouring codes lie apart.</summary>
    public double Step { get; }

    /// <summary>The number that a code stands for; a NaN or infinity where it is a special value.</summary>
    public double Decode(ulong code, out SpecialValue special)
    {
        special = Special(code);
        if (special == SpecialValue.None)
            return Step * (code - _zeroOffset) + Min;
        return special switch
        {
            SpecialValue.PositiveInfinity => double.PositiveInfinity,
            SpecialValue.NegativeInfinity => double.NegativeInfinity,
            _ => double.NaN,
        };
    }

    /// <summary>The code of a number. False where it lies outside the range; infinities and NaN have codes of their own.</summary>
    public bool TryEncode(double value, out ulong code)
    {
        code = 0;
        if (double.IsNaN(value))
            code = Special(double.IsNegative(value) ? 0xF0u : 0xD0u);
        else if (double.IsInfinity(value))
            code = Special(value < 0 ? 0xE8u : 0xC8u);
        else if (value < Min || value > Max)
            return false;
        else
        {
            // One product as the standard writes it; then rounding in it must not turn a code's own value into the code below.
            // From seven bytes on neighbouring codes share a double and there is nothing to mend.
            code = (ulong)Math.Max(0, Math.Floor(_scale * (value - Min) + _zeroOffset));
            if (Length <= 6 && Step * (code - _zeroOffset) + Min != value && Step * (code + 1 - _zeroOffset) + Min == value && code < MaxCode)
                code++;
        }
        return true;
    }

    // What doubles of this size cannot tell apart: the highest codes of seven and eight bytes decode to just above the range.
    private double Rounding => 4 * Math.Max(Math.Abs(Min), Math.Abs(Max)) / (1L << 52);

    private ulong MaxCode => 1UL << 8 * Length - 1;

    private ulong Special(uint first) => (ulong)first << 8 * (Length - 1);

    private SpecialValue Special(ulong code)
    {
        if (code <= MaxCode)
            return Step * (code - _zeroOffset) + Min > Max + Step + Rounding ? SpecialValue.Reserved : SpecialValue.None;
        var first = code >> 8 * (Length - 1);
        return (first >> 3) switch
        {
            0b11001 => SpecialValue.PositiveInfinity,
            0b11101 => SpecialValue.NegativeInfinity,
            0b11010 => SpecialValue.PositiveQuietNaN,
            0b11110 => SpecialValue.NegativeQuietNaN,
            0b11011 => SpecialValue.PositiveSignallingNaN,
            0b11111 => SpecialValue.NegativeSignallingNaN,
            0b11000 => SpecialValue.UserDefined,
            0b11100 => first == 0xE0 ? SpecialValue.BelowRange : first == 0xE1 ? SpecialValue.AboveRange : SpecialValue.MisbDefined,
            _ => SpecialValue.Reserved,
        };
    }

    // Exact, where a logarithm in floating point may be off by one beside a power of two.
    private static int CeilingLog2(double value)
    {
        var exponent = Math.ILogB(value);
        return Math.ScaleB(1, exponent) < value ? exponent + 1 : exponent;
    }
}
