namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>The type of a sample: its bits and how they are read (TIFF 6.0, SampleFormat: 1 unsigned, 2 signed, 3 IEEE).</summary>
internal readonly record struct SampleKind(int Bits, int Format)
{
    public int Bytes => Bits / 8;

    /// <summary>Whether terrain is read from it.</summary>
    public bool IsKnown => (Bits, Format) is (16, 1) or (16, 2) or (32, 1) or (32, 2) or (32, 3) or (64, 3);

    /// <summary>The value at the start of bytes in the machine's order.</summary>
    public double Value(ReadOnlySpan<byte> bytes) => (Bits, Format) switch
    {
        (16, 1) => BitConverter.ToUInt16(bytes),
        (16, 2) => BitConverter.ToInt16(bytes),
        (32, 1) => BitConverter.ToUInt32(bytes),
        (32, 2) => BitConverter.ToInt32(bytes),
        (32, 3) => BitConverter.ToSingle(bytes),
        _ => BitConverter.ToDouble(bytes),
    };

    /// <summary>A number as a sample of this kind holds it: a float is not the double that was written down for it.</summary>
    public double Held(double value) => (Bits, Format) == (32, 3) ? (float)value : value;

    /// <summary>Turns the bytes of every sample round.</summary>
    public void Reverse(Span<byte> bytes)
    {
        var size = Bytes;
        for (var at = 0; at + size <= bytes.Length; at += size)
            bytes.Slice(at, size).Reverse();
    }
}
