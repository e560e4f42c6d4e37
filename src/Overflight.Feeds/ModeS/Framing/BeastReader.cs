using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// The Beast binary format: <c>1A</c>, a type (<c>'1'</c> Mode A/C, <c>'2'</c> short, <c>'3'</c> long), six bytes of clock, one of
/// signal level, then the message; a byte <c>1A</c> within is doubled. Records of other known types (status, receiver id) are
/// passed over. <c>1A E8</c> and eight bytes, not doubled, are the Unix milliseconds of the message behind it, as readsb writes recordings.
/// </summary>
internal sealed class BeastReader(ByteWindow window, ReadSession session, BeastClock clock) : FrameReader(window, session)
{
    private const byte Escape = 0x1A;
    private const byte TimeType = 0xE8;
    private const int TimeLength = 10;
    private const int HeadLength = 7;
    private const int LongRecordLength = 2 + HeadLength + ModeSFrame.LongLength;
    private const int RecognisedBytes = 4096;
    private const string Stray = "between records that are none";

    /// <summary>Whether most of the first bytes are whole records; the first may be the rest of one that was cut.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start)
    {
        start = start[..Math.Min(start.Length, RecognisedBytes)];
        var (at, inRecords) = (0, 0);
        while (at < start.Length)
        {
            var length = Length(start[at..]);
            inRecords += length;
            var next = length > 0 ? length : start[(at + 1)..].IndexOf(Escape) + 1;
            if (next == 0)
                break;
            at += next;
        }
        return 2 * inRecords > start.Length;
    }

    public override bool TryNext(out RawFrame frame)
    {
        while (true)
        {
            var bytes = Window.Available;
            if (bytes.Length >= LongRecordLength && bytes[0] == Escape && bytes[1] == '3' && !HoldsEscape(bytes))
            {
                TellDamage(Stray);
                Fill(bytes.Slice(2, HeadLength + ModeSFrame.LongLength), out frame);
                Window.Consume(LongRecordLength);
                return true;
            }
            if (bytes.Length < 2)
            {
                if (Window.More())
                    continue;
                if (bytes.Length == 1)
                    Cut(1);
                TellDamage(Stray);
                clock.Finish();
                frame = default;
                return false;
            }
            if (bytes[0] != Escape || bytes[1] == Escape)
            {
                PassDamaged(bytes[0] == Escape ? 2 : Math.Max(1, bytes.IndexOf(Escape) is >= 0 and var next ? next : bytes.Length));
                continue;
            }
            var length = DataLength(bytes[1]);
            if (length > 0)
            {
                if (TryRecord(bytes, length, out frame))
                    return true;
            }
            else if (bytes[1] == TimeType)
                ReadTime(bytes);
            else
                PassOther(bytes[1]);
        }
    }

    private bool TryRecord(ReadOnlySpan<byte> bytes, int length, out RawFrame frame)
    {
        var whole = HeadLength + length;
        if (bytes.Length >= 2 + whole && bytes.Slice(2, whole).IndexOf(Escape) < 0)
        {
            TellDamage(Stray);
            Fill(bytes.Slice(2, whole), out frame);
            Window.Consume(2 + whole);
            return true;
        }
        Span<byte> plain = stackalloc byte[HeadLength + ModeSFrame.LongLength];
        plain = plain[..whole];
        var used = Undouble(bytes, plain, out var filled);
        frame = default;
        if (filled == whole)
        {
            TellDamage(Stray);
            Fill(plain, out frame);
            Window.Consume(used);
            return true;
        }
        if (used < bytes.Length && !(used == bytes.Length - 1 && bytes[used] == Escape))
            PassDamaged(used);
        else if (!Window.More())
            Cut(bytes.Length);
        return false;
    }

    /// <summary>Undoes the doubling until the record is full, the bytes end, or another record starts within it.</summary>
    private static int Undouble(ReadOnlySpan<byte> bytes, Span<byte> plain, out int filled)
    {
        var at = 2;
        for (filled = 0; filled < plain.Length && at < bytes.Length; filled++)
        {
            if (bytes[at] == Escape)
            {
                if (at + 1 >= bytes.Length || bytes[at + 1] != Escape)
                    break;
                at++;
            }
            plain[filled] = bytes[at++];
        }
        return at;
    }

    /// <summary>Whether any of the 21 bytes behind the type of a long record is an escape: two overlapping vectors see them all.</summary>
    private static bool HoldsEscape(ReadOnlySpan<byte> bytes)
    {
        var escapes = Vector128.Create(Escape);
        return Vector128.EqualsAny(Vector128.Create(bytes[2..18]), escapes) || Vector128.EqualsAny(Vector128.Create(bytes[7..23]), escapes);
    }

    private void Fill(ReadOnlySpan<byte> plain, out RawFrame frame)
    {
        var time = clock.Read((long)(BinaryPrimitives.ReadUInt64BigEndian(plain) >> 16), out var hasTime, out var origin);
        frame = new RawFrame
        {
            Record = Records++,
            Offset = Window.Offset,
            TimeMicroseconds = time,
            HasTime = hasTime,
            SignalLevel = plain[6],
            Origin = origin,
            Frame = ModeSFrame.Of(plain[HeadLength..]),
        };
    }

    private void ReadTime(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < TimeLength)
        {
            if (!Window.More())
                Cut(bytes.Length);
            return;
        }
        TellDamage(Stray);
        var milliseconds = BinaryPrimitives.ReadInt64LittleEndian(bytes[2..]);
        if (TimeRange.Holds(milliseconds * 1e3))
            clock.Announce(milliseconds * 1000);
        else
            Session.Refuse(RejectionKind.TimeOutOfRange, Window.Offset, Records, "time record", $"a time of {milliseconds} ms is none between 1990 and 2100");
        Window.Consume(TimeLength);
    }

    /// <summary>Passes over a record that holds no message, up to the next.</summary>
    private void PassOther(byte type)
    {
        var isKnown = type is (byte)'4' or (byte)'5' or (byte)'H' or (byte)'P' or 0xE3 or 0xE4 or 0xE5;
        if (isKnown)
        {
            TellDamage(Stray);
            Session.PassOver(RejectionKind.NoMessage);
            Window.Consume(2);
        }
        else
            PassDamaged(2);
        while (true)
        {
            var bytes = Window.Available;
            var next = bytes.IndexOf(Escape);
            if (next >= 0 && next + 1 < bytes.Length && bytes[next + 1] != Escape)
            {
                Pass(next);
                return;
            }
            var passed = next < 0 ? bytes.Length : next + 1 < bytes.Length ? next + 2 : next;
            Pass(passed);
            if (passed < bytes.Length)
            {
                if (next + 1 >= bytes.Length && !Window.More())
                    return;
            }
            else if (!Window.More())
                return;
        }

        void Pass(int count)
        {
            if (isKnown)
                Window.Consume(count);
            else
                PassDamaged(count);
        }
    }

    private void Cut(int held)
    {
        Session.Truncated(Window.Offset, Records, "the recording ends within a record");
        Window.Consume(held);
    }

    private static int DataLength(byte type) => type switch
    {
        (byte)'1' => ModeSFrame.ModeAcLength,
        (byte)'2' => ModeSFrame.ShortLength,
        (byte)'3' => ModeSFrame.LongLength,
        _ => 0,
    };

    /// <summary>The bytes of a whole record that starts here; 0 where none does.</summary>
    internal static int Length(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes[0] != Escape)
            return 0;
        if (bytes[1] == TimeType)
            return bytes.Length >= TimeLength ? TimeLength : 0;
        if (bytes[1] is (byte)'4' or (byte)'5' or 0xE3 or 0xE4)
        {
            for (var at = 2; at + 1 < bytes.Length; at++)
            {
                if (bytes[at] == Escape && bytes[++at] != Escape)
                    return at - 1;
            }
            return 0;
        }
        var length = DataLength(bytes[1]);
        if (length == 0)
            return 0;
        Span<byte> plain = stackalloc byte[HeadLength + ModeSFrame.LongLength];
        plain = plain[..(HeadLength + length)];
        var used = Undouble(bytes, plain, out var filled);
        return filled == plain.Length ? used : 0;
    }

    /// <summary>The clock of a whole record, or −1.</summary>
    internal static long Ticks(ReadOnlySpan<byte> record)
    {
        if (DataLength(record[1]) == 0)
            return -1;
        Span<byte> plain = stackalloc byte[8];
        Undouble(record, plain, out _);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(plain) >> 16);
    }
}
