using System.Text;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.AircraftList;

/// <summary>
/// Makes fixes of <c>aircraft.json</c> documents (readsb README-json.md): each lists all aircraft of one moment with
/// the last position of each and its age, so that most positions come again and again. An object of one aircraft
/// with its moment, as readsb sends them line by line, is a document too.
/// </summary>
internal sealed class AircraftListDecoder(ReadSession session)
{
    // The moment and the age are each rounded to a tenth of a second at worst, or a second in old programs.
    private const double SameSeconds = 1;

    // Speed, altitude and track are of the moment, not of the position; after this they tell nothing of its time.
    private const double StateSeconds = 15;
    private const double ParkedKnots = 5;
    private long _lastPositions;

    /// <summary>Entries met so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Reads a document.</summary>
    /// <param name="document">The object, or as much as there is of it.</param>
    /// <param name="offset">Where it stands in the input, or −1.</param>
    public void Accept(ReadOnlySpan<byte> document, long offset)
    {
        if (!Find(document, out var now, out var list, out var isEntry))
        {
            session.Refuse(RejectionKind.Malformed, offset, Entries, "aircraft", "the document holds no list of aircraft that can be read");
            return;
        }
        if (!TimeRange.Holds(now))
        {
            session.Refuse(double.IsNaN(now) ? RejectionKind.NoTime : RejectionKind.TimeOutOfRange, offset, Entries, "now", "the document does not say what moment it is of, so that its positions have no time");
            return;
        }
        var scanner = new JsonScanner(document) { Position = list + 1 };
        if (isEntry)
        {
            scanner.Position = 0;
            scanner.Next();
            AcceptEntry(ref scanner, now, offset);
            if (scanner.State == ScanState.Bad)
                session.Refuse(RejectionKind.Malformed, offset < 0 ? -1 : offset + scanner.Position, Entries++, "", "not well-formed JSON here");
            return;
        }
        while (true)
        {
            var next = scanner.Next();
            if (next == ',')
            {
                scanner.Position++;
                continue;
            }
            if (!scanner.IsGood || next == ']')
                return;
            var mark = scanner.Position;
            if (next == '{')
                AcceptEntry(ref scanner, now, offset < 0 ? -1 : offset + mark);
            else
                scanner.State = ScanState.Bad;
            if (scanner.State == ScanState.NeedsMore)
                return;
            if (scanner.State == ScanState.Bad && !SkipToNext(ref scanner, mark, offset))
                return;
        }
    }

    /// <summary>Tells what only all documents together show.</summary>
    public void Finish()
    {
        if (session.CountOf(RejectionKind.StaleRepeat) is > 0 and var stale)
            session.Note($"{stale:N0} entries repeat a position that an earlier list had already");
        if (_lastPositions > 0)
            session.Note($"{_lastPositions:N0} entries give no valid position but the last one and its age; these were taken");
        if (Entries > 0)
            session.Note($"the time of a position is that of its list less its age; speed, altitude and track stand with positions of at most {StateSeconds} s");
    }

    private void AcceptEntry(ref JsonScanner scanner, double now, long offset)
    {
        var entry = AircraftEntry.Read(ref scanner);
        if (!scanner.IsGood)
            return;
        var record = Entries++;
        if (!entry.HasPosition || entry.Address.IsEmpty)
        {
            session.PassOver(RejectionKind.NoPosition);
            return;
        }
        var position = new GeoPoint(entry.Latitude, entry.Longitude);
        if (!PositionCheck.Passes(session, position, offset, record))
            return;
        // Without an age the position may be as old as readsb lets one be.
        var time = now - Math.Round(entry.PositionAgeSeconds * 1e6);
        if (!(entry.PositionAgeSeconds >= 0) || !TimeRange.Holds(time))
        {
            session.Refuse(RejectionKind.NoTime, offset, record, "seen_pos", "the position has no age, so that its time is not known");
            return;
        }
        if (TrackOf(entry) is not { } track)
            return;
        if (track.HasLast && track.Last.Position == position && IsRepeat(entry, time - track.Last.Time.Microseconds))
        {
            session.PassOver(RejectionKind.StaleRepeat);
            return;
        }
        _lastPositions += entry.IsLastPosition ? 1 : 0;
        Describe(track, entry, new UtcInstant((long)now));
        var fix = FixOf(entry, position, (long)time, record);
        track.Last = fix;
        track.HasLast = true;
        session.Tracks.Add(track, fix);
    }

    /// <summary>The same place again: a repeat within the rounding of its time, and whenever the aircraft moves, whatever age is claimed.</summary>
    private static bool IsRepeat(in AircraftEntry entry, double laterMicroseconds) =>
        Math.Abs(laterMicroseconds) <= SameSeconds * 1e6 || (!entry.IsLastPosition && entry.GroundSpeedKnots > ParkedKnots);

    private static Fix FixOf(in AircraftEntry entry, GeoPoint position, long time, long record)
    {
        var isFresh = entry.PositionAgeSeconds <= StateSeconds && !entry.IsLastPosition;
        var onGround = entry.IsOnGround && isFresh;
        var isGeometricRate = double.IsNaN(entry.BarometricRate) && !double.IsNaN(entry.GeometricRate);
        return new Fix
        {
            Time = new UtcInstant(time),
            Position = position,
            BarometricAltitudeFeet = isFresh ? (float)entry.BarometricAltitudeFeet : float.NaN,
            GeometricAltitudeFeet = isFresh ? (float)entry.GeometricAltitudeFeet : float.NaN,
            GroundSpeedKnots = isFresh ? (float)entry.GroundSpeedKnots : float.NaN,
            TrackDegrees = isFresh && !onGround && entry.TrackDegrees is >= 0 and <= 360 ? (float)(entry.TrackDegrees % 360) : float.NaN,
            VerticalRateFeetPerMinute = isFresh ? (float)(isGeometricRate ? entry.GeometricRate : entry.BarometricRate) : float.NaN,
            ContainmentMetres = entry.ContainmentMetres > 0 ? (float)entry.ContainmentMetres : float.NaN,
            Nic = entry.Nic,
            NacP = entry.IsLastPosition ? (sbyte)-1 : entry.NacP,
            Sil = entry.IsLastPosition ? (sbyte)-1 : entry.Sil,
            Squawk = isFresh ? SquawkText.Read(entry.Squawk) : (short)-1,
            Source = entry.IsMultilaterated ? FixSource.Mlat : entry.IsTisb ? FixSource.Tisb : entry.Source,
            Status = (onGround ? FixStatus.OnGround : 0) | (isFresh && isGeometricRate ? FixStatus.GeometricRate : 0),
            Record = record,
        };
    }

    private OpenTrack? TrackOf(in AircraftEntry entry) =>
        AddressText.TryRead(entry.Address, out var address) ? session.Tracks.Of(address) : session.Tracks.Of(Shown.Of(entry.Address));

    private static void Describe(OpenTrack track, in AircraftEntry entry, UtcInstant now)
    {
        if (!entry.Flight.IsEmpty)
            CallsignText.Note(track, now, entry.Flight);
        var aircraft = track.Builder.Aircraft;
        if (aircraft.Registration.Length > 0 || aircraft.TypeDesignator.Length > 0 || (entry.Registration.IsEmpty && entry.TypeDesignator.IsEmpty))
            return;
        track.Builder.Aircraft = aircraft with
        {
            Registration = Encoding.UTF8.GetString(entry.Registration).Trim(),
            TypeDesignator = Encoding.UTF8.GetString(entry.TypeDesignator).Trim(),
            Description = Encoding.UTF8.GetString(entry.Description).Trim(),
        };
    }

    /// <summary>The document's moment in microseconds (it comes in seconds or milliseconds), and where its list begins, or whether it is an entry itself.</summary>
    private static bool Find(ReadOnlySpan<byte> document, out double now, out int list, out bool isEntry)
    {
        now = double.NaN;
        list = -1;
        isEntry = false;
        var scanner = new JsonScanner(document);
        scanner.Expect((byte)'{');
        do
        {
            var key = scanner.ReadKey();
            if (!scanner.IsGood)
                break;
            var next = scanner.Next();
            if (key.SequenceEqual("now"u8) && next is >= (byte)'0' and <= (byte)'9')
            {
                scanner.ReadNumber(out now);
                now = Math.Round(now * (TimeRange.Holds(now * 1e3) ? 1e3 : 1e6));
                continue;
            }
            isEntry |= key.SequenceEqual("hex"u8);
            if (list < 0 && next == '[' && (key.SequenceEqual("aircraft"u8) || key.SequenceEqual("ac"u8)))
                list = scanner.Position;
            scanner.SkipValue();
        }
        while (scanner.TakeCommaOrEnd((byte)'}'));
        isEntry &= list < 0;
        return list >= 0 || isEntry;
    }

    private bool SkipToNext(ref JsonScanner scanner, int mark, long offset)
    {
        session.Refuse(RejectionKind.Malformed, offset < 0 ? -1 : offset + scanner.Position, Entries++, "", "not well-formed JSON here; reading goes on with the next aircraft");
        var from = Math.Min(Math.Max(mark + 1, scanner.Position), scanner.Data.Length);
        var next = scanner.Data[from..].IndexOf("\"hex\""u8);
        var brace = next < 0 ? -1 : scanner.Data[from..(from + next)].LastIndexOf((byte)'{');
        if (brace < 0)
            return false;
        scanner = new JsonScanner(scanner.Data) { Position = from + brace };
        return true;
    }
}
