using System.Buffers.Binary;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS.Sending;

/// <summary>
/// Writes messages in the Beast binary format, each with its time before it, <c>1A E8</c> and Unix milliseconds as readsb writes recordings,
/// so that a recording says when it was made; the clock of each message counts 12 MHz within the day.
/// </summary>
public static class BeastWriter
{
    /// <summary>The longest record, bytes: a time, and a long message all of whose bytes are doubled.</summary>
    public const int MostBytes = 10 + 2 + 2 * 21;

    private const byte Escape = 0x1A;
    private const long TicksPerMicrosecond = 12;
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>Writes a record.</summary>
    /// <param name="to">At least <see cref="MostBytes"/>.</param>
    /// <param name="at">When the message was sent.</param>
    /// <param name="frame">The message.</param>
    /// <param name="signal">Signal level, 0 to 255.</param>
    /// <returns>The bytes written.</returns>
    public static int Write(Span<byte> to, UtcInstant at, ModeSFrame frame, byte signal = 90)
    {
        (to[0], to[1]) = (Escape, 0xE8);
        BinaryPrimitives.WriteInt64LittleEndian(to[2..], at.Microseconds / 1_000);
        Span<byte> plain = stackalloc byte[8 + 1 + ModeSFrame.LongLength];
        BinaryPrimitives.WriteInt64BigEndian(plain, at.Microseconds % MicrosecondsPerDay * TicksPerMicrosecond);
        plain[8] = signal;
        frame.CopyTo(plain[9..]);
        var length = 10;
        to[length++] = Escape;
        to[length++] = frame.Length switch { ModeSFrame.ModeAcLength => (byte)'1', ModeSFrame.ShortLength => (byte)'2', _ => (byte)'3' };
        // Six bytes of clock: the upper two are not sent.
        foreach (var value in plain[2..(9 + frame.Length)])
        {
            to[length++] = value;
            if (value == Escape)
                to[length++] = value;
        }
        return length;
    }
}
