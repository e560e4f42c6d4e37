using Overflight.Feeds.AircraftList;
using Overflight.Feeds.Asterix;
using Overflight.Feeds.Capture;
using Overflight.Feeds.Cot;
using Overflight.Feeds.ModeS;
using Overflight.Feeds.Sbs;

namespace Overflight.Feeds;

/// <summary>Recognises the format of plain bytes by their content and has them read.</summary>
internal sealed class DocumentReader(ByteWindow window, ReadSession session)
{
    private const int Looked = 1 << 16;
    private const int LongestStart = 1 << 12;

    public void Read()
    {
        WaitForStart();
        if (FrameReader.Open(window, session) is { } frames)
        {
            new ModeSTrackReader(frames, session).Read();
            return;
        }
        if (ReadBinary(window.Available[..Math.Min(window.Available.Length, Looked)]))
            return;
        if (window.Available.StartsWith("\uFEFF"u8))
            window.Consume(3);
        window.Peek(session.Options.RecogniseFrom);
        var start = window.Available[..Math.Min(window.Available.Length, Looked)];
        var blanks = start.Length - start.TrimStart(" \r\n\t"u8).Length;
        var text = start[blanks..];
        if (text.IsEmpty && session.IsCut)
            return;
        if (text.IsEmpty)
            Unrecognised(start.IsEmpty && window.Offset == 0 ? "the file is empty" : "the file holds nothing but blanks");
        else if (text.StartsWith("PK\x03\x04"u8))
            new KmzReader(session).Read(new WindowStream(window));
        else if (SbsDecoder.Recognises(text))
            new SbsReader(window, session).Read();
        else if (text[0] == '<')
            ReadMarkup(text, blanks);
        else if (text[0] is (byte)'{' or (byte)'[')
            ReadJson(text, blanks);
        else
            ReadTable(text, blanks);
    }

    /// <summary>What comes slowly is told by its first line, document or tag: waits for that and for no more.</summary>
    private void WaitForStart()
    {
        window.Peek(session.Options.RecogniseFrom);
        while (session.Options.RecogniseFrom < Looked && window.Available.Length < LongestStart && !IsStart(window.Available.TrimStart(" \r\n\t"u8)))
            if (!window.More())
                break;
    }

    private static bool IsStart(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => false,
        [(byte)'<', ..] => bytes.IndexOf("<event"u8) >= 0 || bytes.IndexOf("<kml"u8) >= 0 || bytes.IndexOf("<gpx"u8) >= 0 || bytes.Contains((byte)';'),
        [(byte)'{' or (byte)'[', ..] => bytes.Contains((byte)'\n') || bytes.TrimEnd(" \r\n\t"u8)[^1] is (byte)'}' or (byte)']',
        [>= 0x20 and < 0x7F, ..] => bytes.Contains((byte)'\n'),
        _ => true,
    };

    /// <summary>Formats of octets, whose first may look like blanks.</summary>
    private bool ReadBinary(ReadOnlySpan<byte> start)
    {
        if (PcapReader.Recognises(start))
            new PcapReader(window, session).Read();
        else if (PcapngReader.Recognises(start))
            new PcapngReader(window, session).Read();
        else if (Categories.StartBlocks(start))
            new AsterixReader(window, session).Read();
        else if (RecordingFrame.IsStation(start))
            new AsterixReader(window, session).Read(RecordingFrame.Station);
        else
            return false;
        return true;
    }

    private void ReadMarkup(ReadOnlySpan<byte> text, int blanks)
    {
        window.Consume(blanks);
        if (CotDecoder.StartsEvent(text))
            new CotReader(window, session).Read();
        else if (text.IndexOf("<kml"u8) >= 0 || text.IndexOf(":kml"u8) >= 0)
        {
            session.Format = TrackFormat.Kml;
            new KmlReader(session).Read(new WindowStream(window));
        }
        else if (text.IndexOf("<gpx"u8) >= 0 || text.IndexOf(":gpx"u8) >= 0)
        {
            session.Format = TrackFormat.Gpx;
            new GpxReader(session).Read(new WindowStream(window));
        }
        else
            Unrecognised("XML or HTML that is neither KML, GPX nor Cursor on Target");
    }

    private void ReadJson(ReadOnlySpan<byte> text, int blanks)
    {
        session.Format = JsonShape.Recognise(text, out var explanation, out var isLoneFeature);
        window.Consume(blanks);
        switch (session.Format)
        {
            case TrackFormat.ReadsbTrace:
                new ReadsbTraceReader(window, session).Read();
                break;
            case TrackFormat.TrafficRows:
                JsonRowReader.ReadArray(window, session);
                break;
            case TrackFormat.TrafficColumns:
                new JsonColumnReader(window, session).Read();
                break;
            case TrackFormat.JsonLines:
                JsonRowReader.ReadLines(window, session);
                break;
            case TrackFormat.OpenSkyStates:
                new OpenSkyReader(window, session).ReadStates();
                break;
            case TrackFormat.OpenSkyTrack:
                new OpenSkyReader(window, session).ReadTracks();
                break;
            case TrackFormat.AircraftList:
                new AircraftListReader(window, session).Read();
                break;
            case TrackFormat.GeoJson when isLoneFeature:
                new GeoJsonReader(window, session).ReadFeatures();
                break;
            case TrackFormat.GeoJson:
                new GeoJsonReader(window, session).ReadCollection();
                break;
            default:
                Unrecognised(explanation);
                break;
        }
    }

    private void ReadTable(ReadOnlySpan<byte> text, int blanks)
    {
        if (text[..Math.Min(text.Length, 4096)].Contains((byte)0))
        {
            Unrecognised("binary data of an unknown kind");
            return;
        }
        var header = TableHeader.Read(text, out var length);
        if (header is null)
        {
            Unrecognised($"text that starts \"{Shown.Of(text[..Math.Min(40, text.Length)])}\"");
            return;
        }
        if (header.Missing is var missing and not ColumnRole.None)
        {
            // With a place but no time, or half a place, it was meant as a table of positions.
            var kind = header.HasPosition || missing == ColumnRole.Longitude ? RejectionKind.MissingColumn : RejectionKind.Unrecognised;
            session.Format = kind == RejectionKind.MissingColumn ? header.Format : null;
            session.Refuse(kind, 0, -1, "", $"{(session.Format is null ? "not a format that Overflight reads: delimited text, but " : "")}{header.Explain(missing)}");
            return;
        }
        session.Format = header.Format;
        window.Consume(blanks + length);
        new DelimitedReader(window, session, header).Read();
    }

    private void Unrecognised(string what) =>
        session.Refuse(RejectionKind.Unrecognised, 0, -1, "", $"not a format that Overflight reads: {what}");
}
