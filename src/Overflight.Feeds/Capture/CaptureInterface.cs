using System.Buffers.Binary;

namespace Overflight.Feeds.Capture;

/// <summary>An interface of a pcapng section.</summary>
/// <param name="Link">The link layer of its packets.</param>
/// <param name="TicksPerSecond">Its clock's resolution.</param>
/// <param name="OffsetSeconds">What to add to its times.</param>
internal readonly record struct CaptureInterface(LinkType Link, double TicksPerSecond, long OffsetSeconds)
{
    private const int TimeResolution = 9;
    private const int TimeOffset = 14;

    /// <summary>Reads an interface description block's body.</summary>
    public static CaptureInterface Read(ReadOnlySpan<byte> body, bool isLittle)
    {
        var found = new CaptureInterface((LinkType)U16(body, isLittle), 1e6, 0);
        var options = body[8..];
        while (options.Length >= 4)
        {
            var code = U16(options, isLittle);
            var length = U16(options[2..], isLittle);
            if (code == 0 || 4 + length > options.Length)
                break;
            var value = options.Slice(4, length);
            // The first bit chooses a power of two over one of ten.
            if (code == TimeResolution && length >= 1)
                found = found with { TicksPerSecond = Math.Pow((value[0] & 0x80) != 0 ? 2 : 10, value[0] & 0x7f) };
            else if (code == TimeOffset && length >= 8)
                found = found with { OffsetSeconds = isLittle ? BinaryPrimitives.ReadInt64LittleEndian(value) : BinaryPrimitives.ReadInt64BigEndian(value) };
            options = options[Math.Min(options.Length, 4 + (length + 3) / 4 * 4)..];
        }
        return found;
    }

    /// <summary>When a packet was captured, microseconds since the Unix epoch; null outside 1990 to 2100.</summary>
    public long? TimeOf(ulong ticks)
    {
        var time = (ticks / TicksPerSecond + OffsetSeconds) * 1e6;
        return TimeRange.Holds(time) ? (long)time : null;
    }

    private static ushort U16(ReadOnlySpan<byte> data, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);
}
