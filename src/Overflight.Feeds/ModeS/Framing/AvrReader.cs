using System.Globalization;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// AVR text: <c>*</c> hex <c>;</c>, or <c>@</c> with twelve hex digits of the 12 MHz clock before the message, or <c>&lt;</c>
/// with the clock and two digits of signal level. The message has 4, 14 or 28 digits.
/// </summary>
internal sealed class AvrReader : FrameReader
{
    private const int ClockDigits = 12;
    private const int LongestRecord = 48;
    private const string Stray = "that are no AVR record";
    private readonly BeastClock _clock;
    private bool _hasUntimed;

    public AvrReader(ByteWindow window, ReadSession session)
        : base(window, session)
    {
        var asked = session.Options.ModeS.Clock;
        _clock = new BeastClock(asked == BeastClockKind.Detect ? BeastClockKind.TwelveMegahertz : asked, session);
    }

    /// <summary>Whether text starts with an AVR record.</summary>
    public static bool Recognises(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, LongestRecord)].IndexOf((byte)';');
        return end > 0 && TryParse(text[..end], out _, out _, out _);
    }

    public override bool TryNext(out RawFrame frame)
    {
        while (true)
        {
            var bytes = Window.Available;
            var blanks = bytes.Length - bytes.TrimStart(" \r\n\t"u8).Length;
            if (blanks > 0)
            {
                PassBlanks(bytes[..blanks]);
                continue;
            }
            var end = bytes[..Math.Min(bytes.Length, LongestRecord)].IndexOf((byte)';');
            if (end < 0 && bytes.Length < LongestRecord && Window.More())
                continue;
            if (bytes.IsEmpty)
                break;
            if (end < 0)
            {
                PassLine(bytes);
                continue;
            }
            if (TryParse(bytes[..end], out var ticks, out var signal, out var message))
            {
                TellDamage(Stray);
                frame = Frame(ticks, signal, message);
                Window.Consume(end + 1);
                return true;
            }
            PassLine(bytes[..(end + 1)]);
        }
        TellDamage(Stray);
        Finish();
        frame = default;
        return false;
    }

    /// <summary>Blanks within a damaged line belong to it; the line's end ends the damage.</summary>
    private void PassBlanks(ReadOnlySpan<byte> blanks)
    {
        if (IsInDamage && blanks.IndexOf((byte)'\n') < 0)
        {
            PassDamaged(blanks.Length);
            return;
        }
        TellDamage(Stray);
        Window.Consume(blanks.Length);
    }

    /// <summary>Passes over what is no record, up to where one may start.</summary>
    private void PassLine(ReadOnlySpan<byte> bytes)
    {
        var next = bytes[1..].IndexOfAny("*@<%\n"u8);
        PassDamaged(next < 0 ? bytes.Length : next + 1);
    }

    private RawFrame Frame(long ticks, short signal, in ModeSFrame message)
    {
        var (time, hasTime, origin) = (0L, false, FrameOrigin.Received);
        // Without a clock of its own a message has at most the time at which it came.
        if (ticks >= 0 || Session.Options.ArrivalClock is not null)
            time = _clock.Read(Math.Max(ticks, 0), out hasTime, out origin);
        _hasUntimed |= !hasTime;
        return new RawFrame { Record = Records++, Offset = Window.Offset, TimeMicroseconds = time, HasTime = hasTime, SignalLevel = signal, Origin = origin, Frame = message };
    }

    private void Finish()
    {
        _clock.Finish();
        if (_hasUntimed)
            Session.Note("frames without a time: nothing can be told of when, positions among them are no fixes of a track");
    }

    private static bool TryParse(ReadOnlySpan<byte> record, out long ticks, out short signal, out ModeSFrame message)
    {
        ticks = -1;
        signal = -1;
        message = default;
        if (record.IsEmpty)
            return false;
        var hasClock = record[0] is (byte)'@' or (byte)'%' or (byte)'<';
        if (!hasClock && record[0] != '*')
            return false;
        record = record[1..];
        if (hasClock)
        {
            if (record.Length < ClockDigits || !long.TryParse(record[..ClockDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ticks))
                return false;
            record = record[ClockDigits..];
        }
        if (record.Length is 6 or 16 or 30)
        {
            if (!short.TryParse(record[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out signal))
                return false;
            record = record[2..];
        }
        return FrameHex.TryParse(record, out message);
    }
}
