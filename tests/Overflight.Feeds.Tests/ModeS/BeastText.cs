using System.Buffers.Binary;
using Overflight.Feeds.ModeS;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>Writes Beast recordings.</summary>
internal static class BeastText
{
    public static byte[] Record(ModeSFrame frame, long ticks, byte signal = 90)
    {
        var plain = new byte[7 + frame.Length];
        Span<byte> clock = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(clock, ticks);
        clock[2..].CopyTo(plain);
        plain[6] = signal;
        frame.CopyTo(plain.AsSpan(7));
        return Record(frame.Length switch { 2 => (byte)'1', 7 => (byte)'2', _ => (byte)'3' }, plain);
    }

    public static byte[] Record(byte type, ReadOnlySpan<byte> plain)
    {
        var bytes = new List<byte> { 0x1A, type };
        foreach (var b in plain)
        {
            bytes.Add(b);
            if (b == 0x1A)
                bytes.Add(b);
        }
        return [.. bytes];
    }

    public static byte[] Time(long unixMilliseconds)
    {
        var bytes = new byte[10];
        (bytes[0], bytes[1]) = (0x1A, 0xE8);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), unixMilliseconds);
        return bytes;
    }

    public static long Gps(long secondOfDay, long nanoseconds) => secondOfDay << 30 | nanoseconds;
}
