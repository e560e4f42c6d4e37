using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Times from the clock bytes of a Beast recording. Neither clock has a date: it comes from the time records in the
/// recording, else from the start that the user gives, else it is 1970 and the report says so.
/// </summary>
internal sealed class BeastClock(BeastClockKind kind, ReadSession session)
{
    /// <summary>The bytes looked at to tell the clocks apart.</summary>
    public const int LookedBytes = 1 << 16;

    private const long DayMicroseconds = 86_400_000_000;
    private const long JumpMicroseconds = 10_000_000;
    private const long MadeByProgram = 0xFF00_4D4C_4100;
    private const long Multilaterated = 0xFF00_4D4C_4154;
    private const long NoClock = 0xFFFF_FFFF_FFFF;
    private readonly UtcStart _start = new(session.Options.ModeS.Start);
    private long _last;
    private long _lastRaw = long.MinValue;
    private long _shift;
    private long _announced = long.MinValue;
    private bool _hasShift;
    private bool _isAnnounced;
    private bool _isRelative;
    private long _jumps;

    private readonly record struct UtcStart(UtcInstant? Time)
    {
        public bool IsGiven => Time is not null;

        public long Microseconds => Time.GetValueOrDefault().Microseconds;
    }

    /// <summary>
    /// Tells the clocks apart: by GPS, nanoseconds stay under 10^9 and seconds under 86,400 while the second changes at least
    /// twice; a 12 MHz clock, read so, exceeds 10^9 for a fourteenth of the time.
    /// </summary>
    public static BeastClock Detect(ReadOnlySpan<byte> start, ReadSession session)
    {
        var asked = session.Options.ModeS.Clock;
        if (asked != BeastClockKind.Detect)
            return new BeastClock(asked, session);
        var isGps = true;
        var (changes, second) = (0, -1L);
        while (!start.IsEmpty && isGps)
        {
            var length = BeastReader.Length(start);
            if (length == 0)
            {
                var next = start[1..].IndexOf((byte)0x1A);
                start = next < 0 ? default : start[(next + 1)..];
                continue;
            }
            var ticks = BeastReader.Ticks(start[..length]);
            start = start[length..];
            if (ticks < 0 || IsNone(ticks))
                continue;
            isGps = (ticks & 0x3FFF_FFFF) < 1_000_000_000 && ticks >> 30 < 86_400;
            changes += second >= 0 && ticks >> 30 != second ? 1 : 0;
            second = ticks >> 30;
        }
        isGps &= changes >= 2;
        if (isGps)
            session.Note("the clock was taken for GPS time of day: the recording's first records fit it and do not fit one of 12 MHz");
        return new BeastClock(isGps ? BeastClockKind.Gps : BeastClockKind.TwelveMegahertz, session);
    }

    /// <summary>A time record: the time of the next frame.</summary>
    public void Announce(long microseconds) => _announced = microseconds;

    /// <summary>The time of a frame from its clock.</summary>
    /// <param name="ticks">48 bits.</param>
    /// <param name="hasTime">Whether there is any.</param>
    /// <param name="origin">What a clock that is none says of the frame.</param>
    public long Read(long ticks, out bool hasTime, out FrameOrigin origin)
    {
        origin = FrameOrigin.Received;
        hasTime = true;
        var isNone = IsNone(ticks);
        if (isNone)
            origin = ticks == Multilaterated ? FrameOrigin.Multilateration : (ticks & ~0xFFL) == MadeByProgram ? FrameOrigin.Synthetic : FrameOrigin.Received;
        if (_announced != long.MinValue)
        {
            _last = _announced;
            _announced = long.MinValue;
            _isAnnounced = true;
            if (!isNone)
                Anchor(Raw(ticks), _last);
            return _last;
        }
        if (session.Options.ArrivalClock is { } arrival)
            return _last = UtcInstant.From(arrival.GetUtcNow()).Microseconds;
        if (isNone)
        {
            hasTime = _hasShift || _isAnnounced;
            return _last;
        }
        var raw = Raw(ticks);
        if (!_hasShift)
            AnchorFirst(raw);
        else if (raw < _lastRaw - JumpMicroseconds)
            FollowJump(raw);
        _lastRaw = raw;
        return _last = raw + _shift;
    }

    /// <summary>Says what is missing.</summary>
    public void Finish()
    {
        if (_isRelative)
            session.Note(kind == BeastClockKind.Gps
                ? "the clock has a time of day and no date: dates are 1970-01-01; give the date with --start"
                : "the clock counts from when the receiver was switched on: times count from 1970-01-01, only their differences are right; give the time of the first frame with --start");
        if (_jumps > 0)
            session.Note($"the clock went back {_jumps} time(s), as when a receiver starts anew; times go on from the last one before, the silence between is not known");
    }

    private static bool IsNone(long ticks) => ticks is 0 or NoClock || (ticks & ~0xFFL) == MadeByProgram;

    private long Raw(long ticks) => kind == BeastClockKind.Gps
        ? (ticks >> 30) * 1_000_000 + (ticks & 0x3FFF_FFFF) / 1_000
        : ticks / 12;

    private void Anchor(long raw, long time)
    {
        _shift = time - raw;
        _lastRaw = raw;
        _hasShift = true;
    }

    private void AnchorFirst(long raw)
    {
        if (_isAnnounced)
            Anchor(raw, _last);
        else if (!_start.IsGiven)
        {
            _isRelative = true;
            Anchor(raw, raw);
        }
        else if (kind == BeastClockKind.Gps)
        {
            // The day that puts the first frame nearest to the start given.
            var days = (long)Math.Round((_start.Microseconds - raw) / (double)DayMicroseconds);
            Anchor(raw, raw + days * DayMicroseconds);
        }
        else
            Anchor(raw, _start.Microseconds);
    }

    private void FollowJump(long raw)
    {
        if (kind == BeastClockKind.Gps && _lastRaw - raw > DayMicroseconds / 2)
        {
            // Midnight. A clock that only pretends to pass it must not run out of the calendar.
            if (_last < TimeRange.To)
                _shift += DayMicroseconds;
            return;
        }
        _jumps++;
        Anchor(raw, _last);
    }
}
