using System.Text;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

public sealed class ReadsbTraceTests
{
    private const string Head = """{"icao":"~2b06e5","timestamp":1609275898.495,"trace":[""";

    [Fact]
    public void Elements_mean_what_readsb_says()
    {
        var reading = Reading.Of(Head + """
            [0.0,30.5,-86.5,"ground",0.7,10.0,1,0,{"type":"mlat","flight":"AB1 \u0041","squawk":"0021","nic":8,"rc":186,"nac_p":9,"sil":2,"nav_modes":["lnav"]}],
            [59.5,30.6,-86.4,1275,171.9,136.7,6,448,null],
            [60.5,30.7,-86.3,1900,171.9,137.1,8,1664,null,"tisb_icao",2000,1600,null,null],
            [61,30.8,-86.2,null,null,null,0,null,{"alt_geom":2100}],
            [62,null,null,1000,null,null,0,null,null]
            ]}
            """);

        var track = reading.Only;
        Assert.Equal("~2b06e5", track.Aircraft.Id);
        Assert.Equal(4, track.Count);
        Assert.Equal(1, reading.Report.RejectedByKind["no-position"]);
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(FixStatus.OnGround | FixStatus.SilenceBefore, track[0].Status);
        Assert.True(float.IsNaN(track[0].BarometricAltitudeFeet) && float.IsNaN(track[0].TrackDegrees));
        Assert.Equal((FixSource.Mlat, 186f, 8, 9, 2), (track[0].Source, track[0].ContainmentMetres, track[0].Nic, track[0].NacP, track[0].Sil));
        Assert.Equal(FixStatus.NewLeg | FixStatus.GeometricRate, track[1].Status);
        Assert.Equal((FixSource.Mlat, 8), (track[1].Source, track[1].Nic));
        Assert.Equal(448f, track[1].VerticalRateFeetPerMinute);
        Assert.Equal((21, 21, -1), (track[0].Squawk, track[1].Squawk, track[2].Squawk));
        // A minute after its detail, the integrity is no longer carried.
        Assert.Equal((FixSource.Tisb, -1), (track[2].Source, track[2].Nic));
        Assert.True(float.IsNaN(track[2].BarometricAltitudeFeet));
        Assert.Equal(2000f, track[2].GeometricAltitudeFeet);
        Assert.Equal(2100f, track[3].GeometricAltitudeFeet);
        Assert.Equal("2020-12-29T21:05:57.995Z", track[1].Time.ToString());
        Assert.Equal(3, track[3].Record);
        Assert.Equal("AB1 A", track.Callsigns[0].Callsign);
    }

    [Fact]
    public void Damage_is_located_and_the_rest_is_read()
    {
        var text = Head + "[0,10,20,1000],[1,91,20,1000],[2,10,200.5,1000],[3,NaN,20,1000],[4,1x0,20,1000],[null,10,20,1000],[1e12,10,20,1000],[7,11,21,1000]]}";
        var report = Reading.Of(text);

        Assert.Equal(2, report.Only.Count);
        Assert.False(report.Report.IsComplete);
        Assert.Equal(
            "latitude-out-of-range longitude-out-of-range malformed no-time not-a-number time-out-of-range",
            string.Join(' ', report.Report.RejectedByKind.Keys.Order(StringComparer.Ordinal)));
        var latitude = report.Report.Problems.Single(p => p.Message.Contains("91", StringComparison.Ordinal));
        Assert.Equal((text.IndexOf("[1,91", StringComparison.Ordinal), 1L, "latitude"), ((int)latitude.Offset, latitude.Record, latitude.Field));
        var malformed = report.Report.Problems.Single(p => p.Message.Contains("well-formed", StringComparison.Ordinal));
        Assert.Equal((text.IndexOf("x0", StringComparison.Ordinal), 4L), ((int)malformed.Offset, malformed.Record));
    }

    [Fact]
    public void Only_the_first_twenty_of_a_kind_are_kept()
    {
        var elements = string.Join(',', Enumerable.Range(0, 500).Select(i => $"[{i},91,20,1000]"));
        var report = Reading.Of(Head + elements + "]}").Report;
        Assert.Equal(500, report.RejectedByKind["latitude-out-of-range"]);
        Assert.Equal(20, report.Problems.Count);
    }

    [Fact]
    public void Every_cut_leaves_what_came_before()
    {
        var whole = Head + """[0,10,20,1000,null,null,0,0,{"flight":"A","nic":8}],[1,10,20.5,"ground"],[2,11,21,1000]]}""";
        var bytes = Encoding.UTF8.GetBytes(whole);
        for (var cut = 1; cut < bytes.Length - 1; cut++)
        {
            var report = Reading.Of(bytes[..cut]);
            Assert.False(report.Report.IsComplete);
            Assert.True(report.Report.FixesRead <= 3);
        }
        Assert.Equal(2, Reading.Of(whole[..^15]).Report.FixesRead);
    }

    [Fact]
    public void Bytes_may_come_in_any_pieces()
    {
        var bytes = Encoding.UTF8.GetBytes(Head + """[0,10,20,1000,null,null,0,0,{"flight":"A\"]","nic":8}],[1,10,20.5,"ground"],[2,11,21,1000]],"x":{"y":["}"]},"r":"N1"}""");
        for (var piece = 1; piece < 40; piece++)
        {
            var reading = Reading.InPieces(bytes, piece);
            Assert.True(reading.Report.IsComplete);
            Assert.Equal(3, reading.Only.Count);
            Assert.Equal("N1", reading.Only.Aircraft.Registration);
        }
    }

    [Theory]
    [InlineData("""{"type":"mlat","flight":"AB1","nav_modes":["lnav","x"],"sil_type":"perhour","ws":-1.5e1,"nic":8,"rc":186,"nac_p":9,"sil":2,"alt_geom":2500}""")]
    [InlineData("""{ "type" : "mlat", "flight":"AB1", "nic":8,"rc":186,"nac_p" : 9,"sil":2,"x":null,"alt_geom":2500 }""")]
    [InlineData("""{"odd":"]}\"","more":{"nic":1,"deep":[[{}]]},"flight":"AB\u0031","list":["}]"],"type":"mlat","nic":8,"rc":186.0,"nac_p":9,"sil":2,"alt_geom":2.5e3}""")]
    public void Details_are_read_in_any_form(string detail)
    {
        var fix = Reading.Of(Head + "[0,10,20,1000,null,null,0,0," + detail + "]]}").Only;
        Assert.Equal((FixSource.Mlat, 186f, 8, 9, 2, 2500f), (fix[0].Source, fix[0].ContainmentMetres, fix[0].Nic, fix[0].NacP, fix[0].Sil, fix[0].GeometricAltitudeFeet));
        Assert.Equal("AB1", fix.Callsigns[0].Callsign);
    }

    [Theory]
    [InlineData("""{"flight":,"nic":8}""")]
    [InlineData("""{"nic":}""")]
    [InlineData("""{"type"}""")]
    [InlineData("""{"nic":8,}""")]
    [InlineData("""{"nic":8 "rc":1}""")]
    public void Broken_details_cost_their_element(string detail)
    {
        var report = Reading.Of(Head + "[0,10,20,1000,null,null,0,0," + detail + "],\n[1,10,20,1000]]}").Report;
        Assert.Equal((1L, 1L), (report.FixesRead, report.RejectedByKind["malformed"]));
    }

    [Fact]
    public void A_trace_without_a_timestamp_has_no_times()
    {
        var report = Reading.Of("""{"icao":"ac671b","trace":[[0,10,20,1000]]}""").Report;
        Assert.Equal(0, report.FixesRead);
        Assert.Contains("no-time", report.RejectedByKind.Keys);
    }

    [Fact]
    public void Joined_traces_are_each_read()
    {
        var reading = Reading.Of(Head + "[0,10,20,1000]]}\n" + Head.Replace("~2b06e5", "ac671b", StringComparison.Ordinal) + "[0,10,20,1000]]}");
        Assert.Equal(["~2b06e5", "ac671b"], reading.Tracks.Select(t => t.Aircraft.Id));
    }

    [Fact]
    public void Deep_nesting_is_damage_not_a_stack_overflow()
    {
        var deep = new string('[', 100_000);
        var report = Reading.Of(Head + "[0,10,20,1000],[1,10,20,1000,0,0,0,0,{\"a\":" + deep + "}],[2,10,20,1000]]}").Report;
        Assert.False(report.IsComplete);
        Assert.True(report.FixesRead >= 1);
        Assert.False(Reading.Of(deep).Report.IsComplete);
    }
}
