using System.Buffers.Binary;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// The bits of one reply or squitter as received: 56 or 112 (Mode S, Annex 10 vol. IV 3.1.2.3.1), or 16 (Mode A/C).
/// Bits are numbered from 1, as in the standards.
/// </summary>
public readonly record struct ModeSFrame
{
    /// <summary>Bytes of a Mode A/C reply.</summary>
    public const int ModeAcLength = 2;

    /// <summary>Bytes of a short Mode S message.</summary>
    public const int ShortLength = 7;

    /// <summary>Bytes of a long Mode S message.</summary>
    public const int LongLength = 14;

    private readonly ulong _first;
    private readonly ulong _rest;

    internal ModeSFrame(ulong first, ulong rest, int length)
    {
        _first = first;
        _rest = rest;
        Length = length;
    }

    /// <summary>Bytes: 2, 7 or 14.</summary>
    public int Length { get; }

    /// <summary>The format number DF, 0 to 24; all formats that start with two ones are 24 (Comm-D). −1 for Mode A/C.</summary>
    public int DownlinkFormat => Length == ModeAcLength ? -1 : Math.Min((int)(_first >> 59), 24);

    /// <summary>Bits 9 to 32: the announced address AA of DF 11, 17 and 18.</summary>
    internal uint AnnouncedAddress => (uint)(_first >> 32) & 0xFFFFFF;

    /// <summary>Bits 33 to 88 of a long message: ME, MB or MV.</summary>
    internal ulong Message => ((_first & 0xFFFFFFFF) << 24) | (_rest >> 24);

    /// <summary>Bits 20 to 32: the altitude or identity code AC or ID.</summary>
    internal int Code => (int)(_first >> 32) & 0x1FFF;

    /// <summary>Bits 6 to 8: FS, CA or CF.</summary>
    internal int Subfield => (int)(_first >> 56) & 7;

    /// <summary>Bits 1 to 64, and zeros where there are fewer.</summary>
    internal ulong First => _first;

    /// <summary>Bits 65 to 112 in the lower 48.</summary>
    internal ulong Rest => _rest;

    /// <summary>Takes 2, 7 or 14 bytes.</summary>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    public static ModeSFrame Of(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        LongLength => new ModeSFrame(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[6..]) & 0xFFFF_FFFF_FFFF, LongLength),
        ShortLength => new ModeSFrame(
            ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 32) | ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[3..]) << 8 & 0xFFFFFF00), 0, ShortLength),
        ModeAcLength => new ModeSFrame((ulong)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 48, 0, ModeAcLength),
        _ => throw new ArgumentException($"a message has 2, 7 or 14 bytes, not {bytes.Length}", nameof(bytes)),
    };

    /// <summary>The frame with one bit turned over.</summary>
    /// <param name="bit">From 1.</param>
    internal ModeSFrame WithFlipped(int bit) => bit <= 64
        ? new ModeSFrame(_first ^ (1UL << (64 - bit)), _rest, Length)
        : new ModeSFrame(_first, _rest ^ (1UL << (112 - bit)), Length);

    /// <summary>Writes the bytes.</summary>
    /// <param name="bytes">Takes <see cref="Length"/> bytes.</param>
    public void CopyTo(Span<byte> bytes)
    {
        for (var i = 0; i < Length; i++)
            bytes[i] = (byte)(i < 8 ? _first >> (56 - 8 * i) : _rest >> (104 - 8 * i));
    }

    /// <summary>Lower-case hex digits, two a byte.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
