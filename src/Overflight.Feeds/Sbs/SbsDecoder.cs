using System.Globalization;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.Sbs;

/// <summary>
/// Makes fixes of SBS/BaseStation lines. A line carries part of what is known of an aircraft, so that a position
/// is joined with the altitude, speed and so on of the lines before it. Allocates nothing for a line of a known aircraft.
/// </summary>
internal sealed class SbsDecoder(ReadSession session)
{
    private const int MostAircraft = 1 << 17;
    private readonly Dictionary<AircraftAddress, SbsAircraft> _aircraft = [];
    private readonly long _clockOffset = session.Options.SbsClockOffset.Ticks / TimeSpan.TicksPerMicrosecond;
    private bool _usedLogTime;
    private long _nullIslands;

    /// <summary>Lines met so far, blank ones apart.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether a text starts as these lines do.</summary>
    public static bool Recognises(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = new SbsLine(end < 0 ? text : text[..end]);
        return line.Count >= 8 && KindOf(line) != SbsKind.Other;
    }

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line, with or without its end.</param>
    /// <param name="offset">Where it stands in the input, or −1.</param>
    public void Accept(ReadOnlySpan<byte> text, long offset)
    {
        text = text.Trim(" \t\r\n"u8);
        if (text.IsEmpty)
            return;
        var record = Lines++;
        var line = new SbsLine(text);
        var kind = KindOf(line);
        if (kind == SbsKind.Other || line.Count < (kind == SbsKind.Message ? SbsLine.FieldCount : 10))
        {
            session.Refuse(RejectionKind.Malformed, offset, record, "", kind == SbsKind.Other ? $"a line that starts \"{Shown.Of(text[..Math.Min(8, text.Length)])}\" is none of MSG, MLAT, SEL, ID, AIR, STA, CLK" : $"the line has {line.Count} fields where {SbsLine.FieldCount} belong");
            return;
        }
        if (!AddressText.TryRead(line.Field(SbsField.Address), out var address) || address.Value == 0)
        {
            session.Refuse(RejectionKind.Malformed, offset, record, "address", $"\"{Shown.Of(line.Field(SbsField.Address))}\" is not a 24-bit address");
            return;
        }
        if (!TimePasses(line, offset, record, out var time, out var isLogged) || session.Tracks.Of(address) is not { } track)
            return;
        var callsign = line.Field(SbsField.Callsign);
        // The same place holds a status word in STA lines.
        if (!callsign.IsEmpty && kind is SbsKind.Message or SbsKind.Identity)
            CallsignText.Note(track, new UtcInstant(time), callsign);
        if (kind != SbsKind.Message)
        {
            session.PassOver(RejectionKind.ServiceMessage);
            return;
        }
        TakeMessage(line, address, track, time, isLogged, offset, record);
    }

    /// <summary>Tells what only all lines together show.</summary>
    public void Finish()
    {
        if (Lines == 0)
            return;
        var offset = session.Options.SbsClockOffset;
        session.Note(offset == TimeSpan.Zero
            ? "SBS lines do not say what time zone their clock has; UTC is taken"
            : $"the clock of the SBS lines is taken to be {(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration().ToString("hh\\:mm", CultureInfo.InvariantCulture)} from UTC, as asked");
        session.Note($"positions are joined with the last altitude, speed, track, vertical rate and ground flag of at most {SbsAircraft.StateMicroseconds / 1_000_000} s before, and the last squawk of at most {SbsAircraft.SquawkMicroseconds / 1_000_000} s; the format states no accuracy, and MSG lines do not tell multilateration from ADS-B");
        if (_usedLogTime)
            session.Note("some lines have no time of generation, so that the time of logging stands for it");
        if (_nullIslands > 0)
            session.Note($"{_nullIslands:N0} positions of exactly 0, 0 were taken as none");
    }

    private void TakeMessage(in SbsLine line, AircraftAddress address, OpenTrack track, long time, bool isLogged, long offset, long record)
    {
        if (!_aircraft.TryGetValue(address, out var state))
        {
            if (_aircraft.Count >= MostAircraft)
                _aircraft.Clear();
            _aircraft.Add(address, state = new SbsAircraft());
        }
        state.Take(line, time);
        var type = line.Field(SbsField.Transmission);
        var isSurface = type is [(byte)'2'];
        // Other types that carry a place repeat an older one.
        if (!(isSurface || type is [(byte)'3']) || line.Field(SbsField.Latitude).IsEmpty || line.Field(SbsField.Longitude).IsEmpty)
        {
            session.PassOver(RejectionKind.NoPosition);
            return;
        }
        var position = new GeoPoint(line.Number(SbsField.Latitude), line.Number(SbsField.Longitude));
        if (position is { LatitudeDegrees: 0, LongitudeDegrees: 0 })
        {
            _nullIslands++;
            session.PassOver(RejectionKind.NoPosition);
            return;
        }
        if (!PositionCheck.Passes(session, position, offset, record))
            return;
        if (track.HasLast && track.Last.Position == position && track.Last.Time.Microseconds == time)
        {
            session.PassOver(RejectionKind.Duplicate);
            return;
        }
        var onGround = isSurface || state.IsOnGround(time);
        var fix = new Fix
        {
            Time = new UtcInstant(time),
            Position = position,
            BarometricAltitudeFeet = isSurface ? float.NaN : state.AltitudeFeet(time),
            GroundSpeedKnots = state.SpeedKnots(time),
            TrackDegrees = onGround ? float.NaN : state.TrackDegrees(time),
            VerticalRateFeetPerMinute = onGround ? float.NaN : state.RateFeetPerMinute(time),
            Squawk = state.Squawk(time),
            Source = line.Field(SbsField.Kind).SequenceEqual("MLAT"u8) ? FixSource.Mlat : FixSource.Unknown,
            Status = (onGround ? FixStatus.OnGround : 0) | (isLogged ? FixStatus.TimeIsOfRecord : 0),
            Record = record,
        };
        track.Last = fix;
        track.HasLast = true;
        session.Tracks.Add(track, fix);
    }

    private bool TimePasses(in SbsLine line, long offset, long record, out long time, out bool isLogged)
    {
        var part = line.Time(out time, out isLogged);
        time -= _clockOffset;
        _usedLogTime |= isLogged && part == TimePart.Instant;
        if (part == TimePart.Instant && TimeRange.Holds(time))
            return true;
        if (part == TimePart.None)
            session.Refuse(RejectionKind.NoTime, offset, record, "time", "the line has no time that is understood");
        else
            session.Refuse(RejectionKind.TimeOutOfRange, offset, record, "time", "the time lies outside 1990 to 2100");
        return false;
    }

    private static SbsKind KindOf(in SbsLine line)
    {
        var word = line.Field(SbsField.Kind);
        if (word.SequenceEqual("MSG"u8) || word.SequenceEqual("MLAT"u8))
            return line.Field(SbsField.Transmission) is [>= (byte)'1' and <= (byte)'8'] ? SbsKind.Message : SbsKind.Other;
        if (word.SequenceEqual("SEL"u8) || word.SequenceEqual("ID"u8) || word.SequenceEqual("AIR"u8))
            return SbsKind.Identity;
        return word.SequenceEqual("STA"u8) || word.SequenceEqual("CLK"u8) ? SbsKind.Service : SbsKind.Other;
    }
}
