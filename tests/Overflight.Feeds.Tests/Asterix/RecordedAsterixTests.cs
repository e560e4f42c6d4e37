using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Overflight.Feeds.Asterix;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.Asterix;

[Trait("Category", "Recorded")]
public sealed class RecordedAsterixTests
{
    private static readonly ReadOptions s_dated = new() { Date = new DateOnly(2024, 6, 6), ComputeHash = false };

    // readsb cuts its places off to units of 180/2^23 degree.
    private const double OneUnit = 180.0 / (1 << 23) + 1e-6;

    [Fact]
    public void Each_record_of_the_tutorial_says_what_readsb_said_of_its_message()
    {
        // readsb wrote one record a message, so that the two recordings go line by line.
        var positions = 0;
        var fixes = new Dictionary<long, (string Aircraft, Fix Fix)>();
        ReadAll("modes/readsb_tutorial.cat021.gz", fixes);
        var record = 0L;
        foreach (var line in Lines("modes/readsb_tutorial.messages.jsonl.gz"))
        {
            using var message = JsonDocument.Parse(line);
            var hasPlace = message.RootElement.TryGetProperty("CPR latitude", out var latitude)
                && message.RootElement.TryGetProperty("CPR longitude", out _)
                && latitude.GetString() is { } text && !text.StartsWith('(');
            if (hasPlace && fixes.TryGetValue(record, out var found))
            {
                var place = (Degrees(message, "CPR latitude"), Degrees(message, "CPR longitude"));
                Assert.Equal(message.RootElement.GetProperty("addr").GetString(), found.Aircraft);
                Assert.Equal(place.Item1, found.Fix.Position.LatitudeDegrees, OneUnit);
                Assert.Equal(place.Item2, found.Fix.Position.LongitudeDegrees, OneUnit);
                // The recording's times of day lie 29,027.33 s from those of the messages, all of them.
                Assert.Equal(29_027.332, found.Fix.Time.UnixSeconds - message.RootElement.GetProperty("t").GetDouble(), 1 / 128.0);
                positions++;
            }
            record++;
        }
        Assert.Equal(71_939, record);
        Assert.Equal(fixes.Count, positions);
    }

    [Fact]
    public void Addresses_altitudes_codes_and_call_signs_are_those_of_the_messages()
    {
        using var gzip = new GZipStream(File.OpenRead(Recorded.PathOf("modes/readsb_tutorial.cat021.gz")), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        var blocks = plain.ToArray().AsSpan();
        var (addresses, altitudes, squawks, idents) = (0, 0, 0, 0);
        foreach (var line in Lines("modes/readsb_tutorial.messages.jsonl.gz"))
        {
            using var message = JsonDocument.Parse(line);
            var length = Octets.Unsigned16(blocks[1..]);
            var report = Block.Report(Profiles.Cat021, blocks[3..length].ToArray());
            blocks = blocks[length..];
            // readsb rejected eleven messages, and then wrote a record all the same.
            if (message.RootElement.GetProperty("decode").GetString() != "ok")
                continue;
            Assert.Equal(Convert.ToInt32(message.RootElement.GetProperty("addr").GetString(), 16), report.Address);
            addresses++;
            if (!float.IsNaN(report.BarometricAltitudeFeet) && message.RootElement.TryGetProperty("Baro altitude", out var altitude))
            {
                // Quarters of a flight level are the 25 feet in which aircraft report.
                Assert.Equal(double.Parse(altitude.GetString()!.Split(' ')[0], CultureInfo.InvariantCulture), report.BarometricAltitudeFeet);
                altitudes++;
            }
            if (report.Squawk >= 0 && message.RootElement.TryGetProperty("Squawk", out var squawk))
            {
                Assert.Equal(int.Parse(squawk.GetString()!, CultureInfo.InvariantCulture), report.Squawk);
                squawks++;
            }
            if (report.Identification != 0 && message.RootElement.TryGetProperty("Ident", out var ident))
            {
                var track = new ReadSession("", s_dated, _ => { }).Tracks.Of(AircraftAddress.None with { Value = 1 })!;
                ReportedText.NoteIdentification(track, default, report.Identification);
                Assert.Equal(ident.GetString(), track.Builder.CurrentCallsign);
                idents++;
            }
        }
        Assert.True(blocks.IsEmpty);
        Assert.Equal((71_928, 34_048, 18_455, 3_221), (addresses, altitudes, squawks, idents));
    }

    [Fact]
    public void Every_position_that_readsb_wrote_is_among_the_fixes()
    {
        var fixes = new Dictionary<long, (string Aircraft, Fix Fix)>();
        ReadAll("modes/readsb_tutorial.cat021.gz", fixes);
        var places = fixes.Values.GroupBy(f => f.Aircraft).ToDictionary(g => g.Key, g => g.Select(f => f.Fix).ToArray());
        var next = places.Keys.ToDictionary(k => k, _ => 0);
        var count = 0;
        foreach (var line in Lines("modes/readsb_tutorial.positions.jsonl.gz"))
        {
            using var aircraft = JsonDocument.Parse(line);
            var root = aircraft.RootElement;
            var hex = root.GetProperty("hex").GetString()!;
            var (latitude, longitude) = (root.GetProperty("lat").GetDouble(), root.GetProperty("lon").GetDouble());
            // In order, each no earlier than the one before.
            var found = -1;
            for (var i = next[hex]; i < places[hex].Length && found < 0; i++)
            {
                var place = places[hex][i].Position;
                if (Math.Abs(place.LatitudeDegrees - latitude) < OneUnit && Math.Abs(place.LongitudeDegrees - longitude) < OneUnit)
                    found = i;
            }
            Assert.True(found >= 0, line);
            next[hex] = found;
            count++;
        }
        Assert.Equal(9_533, count);
    }

    [Fact]
    public void Radar_reports_say_what_another_decoder_says()
    {
        var records = CroatianDecode.Read(Unpack("asterix/croatia_decoded_cat_034_048.txt.gz")).Where(r => r.Category == 48).ToList();
        Assert.Equal(128, records.Count);
        foreach (var expected in records)
        {
            var report = Block.Report(Profiles.Cat048, expected.Octets);
            expected.CheckAgainst(report);
        }
        Assert.Equal(126, records.Count(r => r.Values.ContainsKey("RHO")));
    }

    [Fact]
    public void A_radar_that_broadcasts_its_place_has_its_targets_placed()
    {
        var reading = Reading.OfRecorded("asterix/cat_034_048.pcap");
        // Each packet was captured twice.
        Assert.Equal((9, 9), (reading.Report.FixesRead, reading.Report.RejectedByKind["duplicate"]));
        Assert.Equal(108, reading.Report.RejectedByKind["no-radar-site"]);
        Assert.Equal(34, reading.Report.RejectedByKind["service-message"]);
        Assert.Equal("2016-05-05", reading.Tracks[0][0].Time.ToString()[..10]);
        // Each is within the 256 nautical miles that the format can say.
        var radar = new Geodesy.GeoPoint(43.571022, 16.4060624);
        Assert.All(reading.Tracks, t => Assert.InRange(Geodesy.Geodesic.Inverse(radar, t[0].Position).DistanceMetres, 0, 256 * 1852));
    }

    [Fact]
    public void System_tracks_say_what_another_decoder_says()
    {
        var reading = Reading.OfRecorded("asterix/cat_062_065.pcap");
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(["4ca7a8", "4cac7f"], reading.Tracks.Select(t => t.Aircraft.Id));
        var (first, second) = (reading.Tracks[0][0], reading.Tracks[1][0]);
        Assert.Equal("2014-02-25T12:43:47.398Z", first.Time.ToString());
        Assert.Equal((41.1671233, 15.7088667), (Math.Round(first.Position.LatitudeDegrees, 7), Math.Round(first.Position.LongitudeDegrees, 7)));
        Assert.Equal((41.4169389, 19.3891364), (Math.Round(second.Position.LatitudeDegrees, 7), Math.Round(second.Position.LongitudeDegrees, 7)));
        Assert.Equal(Math.Sqrt(228.75 * 228.75 + 47.25 * 47.25) * 3600 / 1852, first.GroundSpeedKnots, 0.01);
        Assert.Equal((39_000f, 36_481.25f, 1275, "RYR174C"), (first.BarometricAltitudeFeet, first.GeometricAltitudeFeet, first.Squawk, reading.Tracks[0].Callsigns[0].Callsign));
        Assert.Equal((38_000f, 4175, "ISS2007"), (second.BarometricAltitudeFeet, second.Squawk, reading.Tracks[1].Callsigns[0].Callsign));
    }

    [Theory]
    [InlineData("cat001ed1.1", 1, 0)]
    [InlineData("cat002ed1.0", 1, 0)]
    [InlineData("cat021ed0.26", 1, 1)]
    [InlineData("cat021ed2.1", 1, 1)]
    [InlineData("cat034ed1.26", 1, 0)]
    [InlineData("cat048ed1.15", 1, 0)]
    [InlineData("cat048ed1.23", 1, 0)]
    [InlineData("cat062ed1.12", 1, 1)]
    [InlineData("cat062ed1.16", 1, 1)]
    [InlineData("cat065ed1.3", 1, 0)]
    public void Samples_of_each_edition_are_walked_to_their_ends(string name, long records, long fixes)
    {
        var session = new ReadSession(name, s_dated, _ => { });
        var decoder = new AsterixDecoder(session);
        decoder.Accept(File.ReadAllBytes(Recorded.PathOf($"asterix/jasterix_records/{name}.bin")), 0, null);
        session.Tracks.HandOnAll();
        var report = session.Report(0, "");
        Assert.Equal((records, fixes), (decoder.Records, report.FixesRead));
        Assert.DoesNotContain("malformed", report.RejectedByKind.Keys);
    }

    [Theory]
    [InlineData("cat004ed1.4", 3)]
    [InlineData("cat010ed0.31", 1)]
    [InlineData("cat020ed1.5", 1)]
    [InlineData("cat252ed7.0", 1)]
    public void Categories_that_are_not_decoded_are_told(string name, int blocks)
    {
        var reading = Reading.OfRecorded($"asterix/jasterix_records/{name}.bin");
        Assert.Equal(TrackFormat.Asterix, reading.Report.Format);
        Assert.Equal(blocks, reading.Report.RejectedByKind["not-decoded"]);
        Assert.False(reading.Report.IsComplete);
    }

    [Fact]
    public void Blocks_in_the_frames_of_a_radar_network_are_found()
    {
        var reading = Reading.OfRecorded("asterix/cat_001_002.pcap");
        var expected = CroatianDecode.Read(Unpack("asterix/croatia_decoded_cat_001_002.txt.gz")).GroupBy(r => r.Category).ToDictionary(g => g.Key, g => g.Count());
        Assert.Contains($"ASTERIX categories: 001: {expected[1]} record(s); 002: {expected[2]} record(s)", reading.Report.Notes);
        Assert.DoesNotContain("malformed", reading.Report.RejectedByKind.Keys);
    }

    [Fact]
    public void The_recording_of_a_station_is_read_behind_its_head()
    {
        var expected = CroatianDecode.Read(Unpack("asterix/croatia_decoded_parsegps.txt.gz")).GroupBy(r => r.Category).ToDictionary(g => g.Key, g => g.Count());
        var reading = Reading.OfRecorded("asterix/parsegps.gps");
        Assert.Contains($"ASTERIX categories: 034: {expected[34]} record(s); 048: {expected[48]} record(s)", reading.Report.Notes);
        Assert.Equal(1, reading.Report.RejectedByKind["no-position"]);
        Assert.DoesNotContain("malformed", reading.Report.RejectedByKind.Keys);
    }

    [Fact]
    public void A_draft_of_category_062_that_is_not_known_makes_no_fix()
    {
        // Recorded in 2008, in a layout before edition 1.0.
        var reading = Reading.OfRecorded("asterix/asterix.pcap");
        Assert.Equal(0, reading.Report.FixesRead);
        Assert.False(reading.Report.IsComplete);
    }

    [Fact]
    public void Items_of_the_expansion_field_are_passed_over()
    {
        var reading = Reading.OfRecorded("asterix/cat21_re.ast");
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(2, reading.Report.FixesRead);
    }

    private static void ReadAll(string file, Dictionary<long, (string Aircraft, Fix Fix)> fixes)
    {
        var report = TrackFile.Read(Recorded.PathOf(file), s_dated with { EachFix = Take }, _ => { });
        Assert.True(report.IsComplete);

        void Take(Aircraft aircraft, string callsign, in Fix fix) => fixes.Add(fix.Record, (aircraft.Id, fix));
    }

    private static double Degrees(JsonDocument message, string name) =>
        double.Parse(message.RootElement.GetProperty(name).GetString()!.Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Unpack(string file) => string.Join('\n', Lines(file));

    private static IEnumerable<string> Lines(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(Recorded.PathOf(file)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
