using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>
/// A time stamp in a video stream (MISB ST 0604, of times after MISB ST 0603).
/// <code>
/// 0-15   identifier
/// 16     time status
/// 17-27  the count in two bytes each, with 0xFF after the first three pairs, so that no start code can come about
/// </code>
/// </summary>
/// <param name="Count">The count as it stands in the stream: units since 1970-01-01T00:00:00 on the MISP time scale.</param>
/// <param name="Unit">The unit that the identifier states. Some encoders write nanoseconds under the identifier of microseconds; the count is not judged here.</param>
/// <param name="Status">The time status as it stands in the stream (MISB ST 0603).</param>
/// <param name="Offset">Where the identifier begins, in bytes from the start of the stream.</param>
public readonly record struct MispTimeStamp(ulong Count, MispTimeUnit Unit, byte Status, long Offset)
{
    internal const int Bytes = 28;
    private const int IdentifierBytes = 16;

    /// <summary>Whether the clock was locked to its reference: bit 7 is 0.</summary>
    public bool IsLocked => (Status & 0x80) == 0;

    /// <summary>Whether the time did not run on evenly since the last stamp: bit 6 is 1.</summary>
    public bool IsDiscontinuity => (Status & 0x40) != 0;

    /// <summary>Whether such a step was backwards: bits 6 and 5 are 1.</summary>
    public bool IsReverse => (Status & 0x60) == 0x60;

    private static ReadOnlySpan<byte> Microseconds => "MISPmicrosectime"u8;

    private static ReadOnlySpan<byte> MicrosecondsH265 => [0xA8, 0x68, 0x7D, 0xD4, 0xD7, 0x59, 0x37, 0x58, 0xA5, 0xCE, 0xF0, 0x33, 0x8B, 0x65, 0x45, 0xF1];

    private static ReadOnlySpan<byte> Nanoseconds => [0xCF, 0x84, 0x82, 0x78, 0xEE, 0x23, 0x30, 0x6C, 0x92, 0x65, 0xE8, 0xFE, 0xF2, 0x2F, 0xB8, 0xB8];

    /// <summary>Whether a payload begins with an identifier of a time stamp, and of which unit. Both identifiers are taken in every kind of video.</summary>
    internal static bool IsIdentified(ReadOnlySpan<byte> payload, out MispTimeUnit unit)
    {
        unit = payload.StartsWith(Nanoseconds) ? MispTimeUnit.Nanoseconds : MispTimeUnit.Microseconds;
        return unit == MispTimeUnit.Nanoseconds || payload.StartsWith(Microseconds) || payload.StartsWith(MicrosecondsH265);
    }

    /// <summary>Reads a payload that is identified; false where it breaks its form.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> payload, MispTimeUnit unit, long offset, out MispTimeStamp stamp)
    {
        stamp = default;
        if (payload.Length < Bytes || payload[19] != 0xFF || payload[22] != 0xFF || payload[25] != 0xFF)
            return false;
        ulong count = 0;
        for (var at = IdentifierBytes + 1; at < Bytes; at += 3)
            count = count << 16 | BinaryPrimitives.ReadUInt16BigEndian(payload[at..]);
        stamp = new MispTimeStamp(count, unit, payload[IdentifierBytes], offset);
        return true;
    }

    /// <summary>Writes the payload of 28 bytes, with the identifier that suits a stream type.</summary>
    internal void Write(Span<byte> payload, byte streamType)
    {
        var identifier = Unit == MispTimeUnit.Nanoseconds ? Nanoseconds : streamType == VideoTimeReader.H265 ? MicrosecondsH265 : Microseconds;
        identifier.CopyTo(payload);
        payload[IdentifierBytes] = Status;
        for (var (at, shift) = (IdentifierBytes + 1, 48); at < Bytes; at += 3, shift -= 16)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload[at..], (ushort)(Count >> shift));
            if (shift > 0)
                payload[at + 2] = 0xFF;
        }
    }
}
