using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.Asterix;

/// <summary>
/// Makes fixes of ASTERIX data blocks (EUROCONTROL-SPEC-0149). Takes a datagram or a block at a time, from whatever
/// source, and allocates nothing for a report of an aircraft that it knows.
/// </summary>
internal sealed class AsterixDecoder(ReadSession session)
{
    private const long ClocksAgreeMicroseconds = 60_000_000;
    private readonly TargetTracks _tracks = new(session);
    private readonly TimeOfDayClock _clock = new(session.Options.Date);
    private readonly Cat021EditionChoice _editions = new(session.Options.Cat021Edition);
    private readonly RadarSites _sites = new(session.Options.RadarSites);
    private readonly long[] _records = new long[256];
    private readonly long[] _unwalked = new long[256];
    private long _doubtful;
    private long _farthestMicroseconds;

    /// <summary>Records met so far, of whatever category; the next one's number.</summary>
    public long Records { get; private set; }

    /// <summary>Reads the blocks of a datagram.</summary>
    /// <param name="datagram">The blocks, one behind another.</param>
    /// <param name="offset">Where they stand in the input, or −1.</param>
    /// <param name="received">When they were received, microseconds since the Unix epoch, or null.</param>
    public void Accept(ReadOnlySpan<byte> datagram, long offset, long? received)
    {
        while (!datagram.IsEmpty)
        {
            var length = datagram.Length < Categories.HeaderOctets ? 0 : Octets.Unsigned16(datagram[1..]);
            if (length <= Categories.HeaderOctets || length > datagram.Length)
            {
                session.Refuse(RejectionKind.Malformed, offset, Records, "", $"no data block of {datagram.Length} octets starts here; the rest of the datagram is not read");
                return;
            }
            ReadBlock(datagram[0], datagram[Categories.HeaderOctets..length], offset, received);
            datagram = datagram[length..];
            offset += offset < 0 ? 0 : length;
        }
    }

    /// <summary>Tells what only all blocks together show.</summary>
    public void Finish()
    {
        var walked = Enumerable.Range(0, 256).Where(c => _records[c] > 0).Select(c => $"{c:000}: {_records[c]:N0} record(s)").ToList();
        walked.AddRange(Enumerable.Range(0, 256).Where(c => _unwalked[c] > 0).Select(c => $"{c:000}: {_unwalked[c]:N0} block(s), not decoded"));
        if (walked.Count > 0)
            session.Note($"ASTERIX categories: {string.Join("; ", walked)}");
        if (_records[1] > 0)
            session.Note("category 001 is walked and counted, not decoded");
        if (walked.Count > 0 && _records[21] + _records[48] + _records[62] == 0 && session.CountOf(RejectionKind.NotDecoded) > 0)
            session.Refuse(RejectionKind.Unrecognised, -1, -1, "", "ASTERIX, but none of it of a category that gives tracks here (021, 048, 062)");
        if (_clock.IsUndated)
            session.Note("the reports hold times of day only: the first is dated 1970-01-01, because no date was given");
        if (_clock.PassedMidnight)
            session.Note("times of day pass midnight; the date goes on from one report to the next");
        if (_farthestMicroseconds > ClocksAgreeMicroseconds)
            session.Note($"the reports' times of day lie up to {_farthestMicroseconds / 1_000_000:N0} s from when they were captured; the reports' are taken");
        if (_doubtful > 0)
            session.Note($"{_doubtful:N0} report(s) that their own source marks as tentative, suspect or not validated count as promising no accuracy");
    }

    private void ReadBlock(int category, ReadOnlySpan<byte> block, long offset, long? received)
    {
        var profile = category == 21 ? _editions.Of(block) : Categories.ProfileOf(category);
        if (profile is null)
        {
            if (category == 21)
            {
                session.Refuse(RejectionKind.EditionUnclear, offset, Records, "", "category 021: this block fits both the layout of editions 0.23-0.26 and that of 1.0-2.6, and nothing before it told which; the edition can be given");
                return;
            }
            _unwalked[category]++;
            session.PassOver(RejectionKind.NotDecoded);
            return;
        }
        for (var rest = block; !rest.IsEmpty;)
        {
            var report = TargetReport.Nothing;
            var walker = new RecordWalker(profile, rest);
            var isOfTargets = Categories.IsOfTargets(category);
            while (walker.MoveNext())
            {
                if (isOfTargets)
                    TargetItems.Take(profile, walker.Item.Number, walker.Data, ref report);
                else
                    TakeService(category, walker.Item.Number, walker.Data, ref report);
            }
            _records[category]++;
            var record = Records++;
            if (walker.IsBroken)
            {
                if (category == 21)
                    _editions.Doubt(block);
                session.Refuse(RejectionKind.Malformed, offset < 0 ? -1 : offset + Categories.HeaderOctets + block.Length - rest.Length, record, "", $"category {category:000}: {walker.Fault}; the rest of the block is not read");
                return;
            }
            rest = rest[walker.Position..];
            if (isOfTargets)
                Emit(category, ref report, offset, record, received);
            else
                session.PassOver(category == 1 ? RejectionKind.NotDecoded : RejectionKind.ServiceMessage);
        }
    }

    private void TakeService(int category, int item, ReadOnlySpan<byte> data, ref TargetReport report)
    {
        if (item == 10)
            report.DataSource = Octets.Unsigned16(data);
        else if (category == 34 && item == 120 && _sites.Hear(report.DataSource, data))
            session.Note($"radar {report.DataSource >> 8}/{report.DataSource & 0xff} broadcasts where it stands; its ranges and bearings are placed from there");
    }

    private void Emit(int category, ref TargetReport report, long offset, long record, long? received)
    {
        if (report.IsNoAircraft || EmitterCategories.IsObstacle(report.EmitterCategory))
        {
            session.PassOver(RejectionKind.NotAnAircraft);
            return;
        }
        if (report.IsExtrapolated)
        {
            session.PassOver(RejectionKind.NotObserved);
            return;
        }
        if (report.Address <= 0 && report.TrackNumber < 0)
        {
            session.PassOver(RejectionKind.NoIdentity);
            return;
        }
        if (!TimePasses(report, offset, record, received, out var time))
            return;
        var track = _tracks.Of(category, report, time);
        if (track is null)
            return;
        Describe(track, report, time);
        if (!report.HasPosition && !Place(ref report, offset, record))
            return;
        var position = new GeoPoint(report.LatitudeDegrees, report.LongitudeDegrees);
        if (!PositionCheck.Passes(session, position, offset, record))
            return;
        // The same report sent twice, as over two lines.
        if (track.HasLast && track.Last.Position == position && track.Last.Time.Microseconds == time)
        {
            session.PassOver(RejectionKind.Duplicate);
            return;
        }
        _doubtful += report.IsDoubtful ? 1 : 0;
        var fix = ReportedFix.Of(category, report, position, time, record);
        track.Last = fix;
        track.HasLast = true;
        session.Tracks.Add(track, fix);
    }

    private bool TimePasses(in TargetReport report, long offset, long record, long? received, out long time)
    {
        time = 0;
        if (report.TimeOfDayMicroseconds < 0)
        {
            // A record without a place needs no time.
            if (report.HasPosition || report.HasPolarPosition)
                session.Refuse(RejectionKind.NoTime, offset, record, "time", "the report has no time of day");
            else
                session.PassOver(RejectionKind.NoPosition);
            return false;
        }
        if (report.TimeOfDayMicroseconds >= TargetItems.DayMicroseconds)
        {
            session.Refuse(RejectionKind.TimeOutOfRange, offset, record, "time", $"a time of day of {report.TimeOfDayMicroseconds / 1_000_000:N0} s is beyond midnight");
            return false;
        }
        time = _clock.Resolve(report.TimeOfDayMicroseconds, received);
        _farthestMicroseconds = Math.Max(_farthestMicroseconds, Math.Abs(time - (received ?? time)));
        return true;
    }

    private bool Place(ref TargetReport report, long offset, long record)
    {
        if (!report.HasPolarPosition)
        {
            session.PassOver(RejectionKind.NoPosition);
            return false;
        }
        if (_sites.Of(report.DataSource) is not { } site)
        {
            session.Refuse(RejectionKind.NoRadarSite, offset, record, "040", NoSiteWords(report.DataSource));
            return false;
        }
        var heightFeet = float.IsNaN(report.BarometricAltitudeFeet) ? report.GeometricAltitudeFeet : report.BarometricAltitudeFeet;
        var (place, accuracy) = PolarPlace.Of(site, report.SlantRangeMetres, report.AzimuthDegrees, heightFeet / Units.FeetPerMetre);
        (report.LatitudeDegrees, report.LongitudeDegrees) = (place.LatitudeDegrees, place.LongitudeDegrees);
        report.AccuracyMetres = accuracy;
        return true;
    }

    private string NoSiteWords(int dataSource) => session.CountOf(RejectionKind.NoRadarSite) > 20
        ? ""
        : $"range and bearing from radar {dataSource >> 8 & 0xff}/{dataSource & 0xff}, whose place is not known; it can be given";

    private static void Describe(OpenTrack track, in TargetReport report, long time)
    {
        if (report.Identification != 0)
            ReportedText.NoteIdentification(track, new UtcInstant(time), report.Identification);
        var aircraft = track.Builder.Aircraft;
        if (report.TypeDesignator != 0 && aircraft.TypeDesignator.Length == 0 && ReportedText.TypeDesignator(report.TypeDesignator) is { Length: > 0 } designator)
            track.Builder.Aircraft = aircraft with { TypeDesignator = designator };
        else if (aircraft.Description.Length == 0 && EmitterCategories.Words(report.EmitterCategory) is { Length: > 0 } words)
            track.Builder.Aircraft = aircraft with { Description = words };
    }
}
