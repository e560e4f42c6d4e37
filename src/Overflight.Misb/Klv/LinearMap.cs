namespace Overflight.Misb.Klv;

/// <summary>The linear mapping of MISB ST 0601: a range spread evenly over all codes of a fixed number of bytes. Signed codes are symmetric about 0 and leave their lowest for a special value.</summary>
public readonly struct LinearMap
{
    private readonly double _codes;

    /// <summary>Makes the mapping.</summary>
    /// <param name="min">The number of code 0, or of the lowest signed code but one.</param>
    /// <param name="max">The number of the highest code.</param>
    /// <param name="length">1 to 4 bytes.</param>
    /// <param name="isSigned">Whether codes are two's complement; then <paramref name="min"/> is −<paramref name="max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length or range that the mapping has not.</exception>
    public LinearMap(double min, double max, int length, bool isSigned)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 4);
        if (!(max > min) || !double.IsFinite(max - min) || isSigned && min != -max)
            throw new ArgumentOutOfRangeException(nameof(max), max, "The range must be finite, not empty, and symmetric where codes are signed.");
        Min = min;
        Max = max;
        Length = length;
        IsSigned = isSigned;
        _codes = isSigned ? (1UL << 8 * length - 1) - 1 : (1UL << 8 * length) - 1;
    }

    /// <summary>The lowest number.</summary>
    public double Min { get; }

    /// <summary>The highest number.</summary>
    public double Max { get; }

    /// <summary>The bytes of a code.</summary>
    public int Length { get; }

    /// <summary>Whether codes are two's complement.</summary>
    public bool IsSigned { get; }

    /// <summary>How far the numbers of neighbouring codes lie apart.</summary>
    public double Step => (IsSigned ? Max : Max - Min) / _codes;

    /// <summary>The number that a code stands for. False where it is the signed code left for a special value.</summary>
    public bool TryDecode(ReadOnlySpan<byte> code, out double value)
    {
        if (IsSigned)
        {
            var number = BigEndian.ReadSigned(code);
            value = number * (Max / _codes);
            return number >= -_codes;
        }
        value = BigEndian.ReadUnsigned(code) * ((Max - Min) / _codes) + Min;
        return true;
    }

    /// <summary>Writes the code nearest to a number. False where the number lies outside the range.</summary>
    public bool TryEncode(double value, Span<byte> code)
    {
        if (!(value >= Min && value <= Max))
            return false;
        var number = Math.Round(IsSigned ? value / Max * _codes : (value - Min) / (Max - Min) * _codes);
        BigEndian.Write(code[..Length], (ulong)(long)number);
        return true;
    }

    /// <summary>Writes the signed code left for a special value. False where codes are unsigned.</summary>
    public bool TryEncodeSpecial(Span<byte> code)
    {
        if (IsSigned)
            BigEndian.Write(code[..Length], 1UL << 8 * Length - 1);
        return IsSigned;
    }
}
