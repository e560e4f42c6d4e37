using System.IO.Compression;
using System.Text;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

public sealed class MarkupTests
{
    private const string Gpx = """
        <?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>all</name></metadata>
        <wpt lat="1" lon="1"><name>home</name></wpt>
        <trk><name>Paraglider 7</name><trkseg><trkpt lat="47.1" lon="8.2"><ele>304.8</ele><time>2020-09-13T12:26:40Z</time></trkpt>
        <trkpt lat="47.2" lon="8.3"><time>2020-09-13T12:26:41.5Z</time></trkpt></trkseg>
        <trkseg><trkpt lat="47.3" lon="8.4"/></trkseg></trk>
        <trk><trkseg><trkpt lat="-47.3" lon="8.4"><time>2020-09-13T12:26:41Z</time></trkpt></trkseg></trk></gpx>
        """;

    private const string Kml = """
        <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Doc</name>
        <Placemark><name>AB1</name><gx:MultiTrack><gx:Track><altitudeMode>absolute</altitudeMode>
        <when>2020-09-13T12:26:40Z</when><when>2020-09-13T12:26:50Z</when><gx:coord>8.2 47.1 3048</gx:coord><gx:coord>8.3 47.2 0</gx:coord></gx:Track>
        <gx:Track><when>2020-09-13T12:27:40Z</when><gx:coord>8.4 47.3</gx:coord></gx:Track></gx:MultiTrack></Placemark>
        <Placemark><name>line</name><LineString><coordinates>1,2,3 4,5,6</coordinates></LineString></Placemark>
        <Placemark><TimeStamp><when>2020-09-13T12:26:40Z</when></TimeStamp><Point><altitudeMode>absolute</altitudeMode><coordinates>8.2,47.1,304.8</coordinates></Point></Placemark>
        </Document></kml>
        """;

    private const string GeoJson = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"icao24":"4b1814","coordTimes":["2020-09-13T12:26:40Z","2020-09-13T12:26:50Z"]},"geometry":{"type":"LineString","coordinates":[[8.2,47.1,304.8],[8.3,47.2]]}},
        {"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[8.2,47.1],[8.3,47.2]],[[8.4,47.3]]]},"properties":{"name":"walk","coordTimes":[[1600000000,1600000010],[1600000020]]}},
        {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"name":"short","times":[1600000000000]}},
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]},"properties":{}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[8.2,47.1,304.8]},"properties":{"icao24":"4b1815","time":"2020-09-13T12:26:40Z","speed":100}}
        ]}
        """;

    [Fact]
    public void Gpx_tracks_keep_their_names_and_metres_become_feet()
    {
        var reading = Reading.Of(Gpx);
        Assert.Equal(TrackFormat.Gpx, reading.Report.Format);
        Assert.Equal(["Paraglider 7", "track 2"], reading.Tracks.Select(t => t.Aircraft.Name));
        Assert.Equal((2, 1000f, FixSource.Gnss), (reading.Tracks[0].Count, reading.Tracks[0][0].GeometricAltitudeFeet, reading.Tracks[0][0].Source));
        Assert.Equal("2020-09-13T12:26:41.500Z", reading.Tracks[0][1].Time.ToString());
        Assert.Equal(1, reading.Report.RejectedByKind["no-time"]);
    }

    [Fact]
    public void Kml_tracks_and_stamped_points_are_read_also_from_a_zip()
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("doc.kml").Open();
            entry.Write(Encoding.UTF8.GetBytes(Kml));
        }
        foreach (var (bytes, format) in new[] { (Encoding.UTF8.GetBytes(Kml), TrackFormat.Kml), (packed.ToArray(), TrackFormat.Kmz) })
        {
            var reading = Reading.Of(bytes);
            Assert.Equal(format, reading.Report.Format);
            Assert.True(reading.Report.IsComplete);
            Assert.Equal([("AB1", 3), ("Doc", 1)], reading.Tracks.Select(t => (t.Aircraft.Name, t.Count)));
            Assert.Equal(10000f, reading.Tracks[0][0].GeometricAltitudeFeet);
            Assert.Equal((47.1, 8.2), (reading.Tracks[0][0].Position.LatitudeDegrees, reading.Tracks[0][0].Position.LongitudeDegrees));
            Assert.Equal(1000f, reading.Tracks[1][0].GeometricAltitudeFeet);
        }
    }

    [Fact]
    public void GeoJson_lines_with_times_and_points_with_a_time_are_read()
    {
        var reading = Reading.Of(GeoJson);
        Assert.Equal([("4b1814", 2), ("walk", 3), ("short", 1), ("4b1815", 1)], reading.Tracks.Select(t => (t.Aircraft.Id, t.Count)));
        Assert.Equal(1000f, reading.Tracks[0][0].GeometricAltitudeFeet);
        Assert.Equal((47.3, 8.4), (reading.Tracks[1][2].Position.LatitudeDegrees, reading.Tracks[1][2].Position.LongitudeDegrees));
        Assert.Equal("2020-09-13T12:27:00Z", reading.Tracks[1][2].Time.ToString());
        Assert.Equal((100f, 1000f), (reading.Tracks[3][0].GroundSpeedKnots, reading.Tracks[3][0].GeometricAltitudeFeet));
        Assert.Equal("times-do-not-match", Assert.Single(reading.Report.RejectedByKind).Key);
        Assert.Contains(reading.Report.Notes, n => n.StartsWith("1 of 5 features are no tracks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lone_feature_and_features_a_line_are_read()
    {
        const string Feature = """{"type":"Feature","properties":{"coordTimes":[1600000000]},"geometry":{"type":"LineString","coordinates":[[8.2,47.1]]}}""";
        Assert.Equal(1, Reading.Of(Feature).Report.FixesRead);
        Assert.Equal(2, Reading.Of(Feature + "\n" + Feature + "\n").Report.FixesRead);
    }

    [Fact]
    public void A_long_line_is_read_in_time_that_grows_with_its_length()
    {
        const int Count = 400_000;
        var text = new StringBuilder("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[""");
        text.AppendJoin(',', Enumerable.Repeat("[8.25,47.125,100.5]", Count)).Append("""]},"properties":{"name":"long","coordTimes":[""");
        text.AppendJoin(',', Enumerable.Range(1_600_000_000, Count)).Append("]}}]}");
        Assert.Equal(Count, Reading.InPieces(Encoding.UTF8.GetBytes(text.ToString()), 1 << 12).Report.FixesRead);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><trk><name>&x;</name></trk></gpx>")]
    [InlineData("<!DOCTYPE kml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><kml><name>&b;</name></kml>")]
    public void Document_types_and_entities_are_never_read(string text)
    {
        var report = Reading.Of(text).Report;
        Assert.False(report.IsComplete);
        Assert.Contains(report.Problems, p => p.Message.Contains("document type", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_cut_of_markup_leaves_what_came_before()
    {
        foreach (var text in new[] { Gpx, Kml })
        {
            for (var cut = 10; cut < text.Length - 3; cut += 7)
                Assert.False(Reading.Of(text[..cut]).Report.IsComplete);
        }
        Assert.Equal(2, Reading.Of(Gpx[..Gpx.IndexOf("<trkseg><trkpt lat=\"47.3\"", StringComparison.Ordinal)]).Report.FixesRead);
    }

    [Fact]
    public void Endless_markup_is_given_up()
    {
        var report = Reading.Of("<gpx><trk><trkpt lat=\"" + new string('1', 40 << 20)).Report;
        Assert.Contains("record-too-long", report.RejectedByKind.Keys);
    }
}
