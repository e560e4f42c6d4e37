using Overflight.Tracks;

namespace Overflight.Feeds.Tests.AircraftList;

public sealed class AircraftListTests
{
    private static string List(string now, params string[] aircraft) => $$"""{ "now" : {{now}}, "messages" : 12, "aircraft" : [ {{string.Join(",\n", aircraft)}} ] }""" + "\n";

    private static string Aircraft(string rest, string hex = "4b1814") => $$"""{"hex":"{{hex}}",{{rest}}}""";

    [Fact]
    public void An_entry_becomes_a_fix_at_the_time_of_its_position()
    {
        var reading = Reading.Of(List("1717664520.6", Aircraft("""
            "type":"adsb_icao","flight":"SWR1    ","r":"HB-JAA","t":"A320","alt_baro":35000,"alt_geom":36000,"gs":450.5,"track":90.25,"baro_rate":-64,
            "squawk":"0021","lat":47.5,"lon":8.25,"nic":8,"rc":186,"seen_pos":2.5,"nac_p":9,"sil":3,"mlat":[],"tisb":[],"nav_modes":["a","b"],"seen":0.1
            """)));
        var track = reading.Only;
        var fix = track[0];
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.AircraftList, reading.Report.Format);
        Assert.Equal(("4b1814", "HB-JAA", "A320", "SWR1"), (track.Aircraft.Id, track.Aircraft.Registration, track.Aircraft.TypeDesignator, track.Callsigns[0].Callsign));
        Assert.Equal("2024-06-06T09:01:58.100Z", fix.Time.ToString());
        Assert.Equal((35_000f, 36_000f, 450.5f, 90.25f, -64f), (fix.BarometricAltitudeFeet, fix.GeometricAltitudeFeet, fix.GroundSpeedKnots, fix.TrackDegrees, fix.VerticalRateFeetPerMinute));
        Assert.Equal((8, 186f, 9, 3, 21, FixSource.Adsb), (fix.Nic, fix.ContainmentMetres, fix.NacP, fix.Sil, fix.Squawk, fix.Source));
    }

    [Fact]
    public void Lists_one_behind_another_repeat_positions_that_count_once()
    {
        var reading = Reading.Of(
            List("1000000000.0", Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":0.3"))
            + List("1000000001.0", Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":1.4"))
            + List("1000000002.0", Aircraft("\"lat\":47.6,\"lon\":8,\"seen_pos\":0.2"))
            + List("1000000060.0", Aircraft("\"lat\":47.6,\"lon\":8,\"seen_pos\":0.2")));
        Assert.Equal(["2001-09-09T01:46:39.700Z", "2001-09-09T01:46:41.800Z", "2001-09-09T01:47:39.800Z"], Enumerable.Range(0, 3).Select(i => reading.Only[i].Time.ToString()));
        Assert.Equal(1, reading.Report.RejectedByKind["stale-repeat"]);
        Assert.Equal([0L, 2, 3], Enumerable.Range(0, 3).Select(i => reading.Only[i].Record));
        Assert.True(reading.Report.IsComplete);
    }

    [Theory]
    [InlineData("\"gs\":404", 1)]
    [InlineData("\"gs\":3", 2)]
    [InlineData("\"gs\":12,\"alt_baro\":\"ground\"", 1)]
    [InlineData("\"squawk\":\"7000\"", 2)]
    public void What_moves_is_not_twice_at_one_place_whatever_age_is_claimed(string members, int fixes) =>
        Assert.Equal(fixes, Reading.Of(List("1000000000", Aircraft(members + ",\"lat\":47.5,\"lon\":8,\"seen_pos\":0")) + List("1000000003", Aircraft(members + ",\"lat\":47.5,\"lon\":8,\"seen_pos\":0"))).Only.Count);

    [Theory]
    [InlineData("\"type\":\"adsb_icao\",\"mlat\":[\"lat\",\"lon\"],\"tisb\":[]", FixSource.Mlat)]
    [InlineData("\"type\":\"adsb_icao\",\"mlat\":[\"gs\"],\"tisb\":[\"lat\",\"lon\"]", FixSource.Tisb)]
    [InlineData("\"type\":\"adsb_icao\",\"mlat\":[\"gs\"]", FixSource.Adsb)]
    [InlineData("\"type\":\"adsc\"", FixSource.Adsc)]
    [InlineData("\"squawk\":null", FixSource.Unknown)]
    public void The_source_is_that_of_the_position(string members, FixSource source) =>
        Assert.Equal(source, Reading.Of(List("1000000000", Aircraft(members + ",\"lat\":47.5,\"lon\":8,\"seen_pos\":0"))).Only[0].Source);

    [Theory]
    [InlineData("\"lastPosition\":{\"lat\":47.5,\"lon\":8,\"nic\":7,\"rc\":371,\"seen_pos\":100.5},\"alt_baro\":3000,\"gs\":100,\"nac_p\":9")]
    [InlineData("\"alt_baro\":3000,\"gs\":100,\"nac_p\":9,\"lastPosition\":{\"seen_pos\":100.5,\"lon\":8,\"lat\":47.5,\"rc\":371,\"nic\":7}")]
    [InlineData("\"lastPosition\":{\"lat\":47.5,\"lon\":8,\"nic\":7,\"rc\":371,\"age\":100.5}")]
    public void A_last_position_stands_by_itself(string members)
    {
        var fix = Reading.Of(List("1000000000", Aircraft(members))).Only[0];
        Assert.Equal("2001-09-09T01:44:59.500Z", fix.Time.ToString());
        Assert.Equal((7, 371f, -1), (fix.Nic, fix.ContainmentMetres, fix.NacP));
        Assert.True(float.IsNaN(fix.BarometricAltitudeFeet) && float.IsNaN(fix.GroundSpeedKnots));
    }

    [Fact]
    public void A_valid_position_stands_before_a_last_one()
    {
        var fix = Reading.Of(List("1000000000", Aircraft("\"lastPosition\":{\"lat\":1,\"lon\":1,\"nic\":7,\"seen_pos\":100},\"lat\":47.5,\"lon\":8,\"seen_pos\":1,\"nic\":9"))).Only[0];
        Assert.Equal((47.5, 8.0, 9), (fix.Position.LatitudeDegrees, fix.Position.LongitudeDegrees, fix.Nic));
    }

    [Fact]
    public void An_old_position_carries_no_state_of_the_moment()
    {
        var fix = Reading.Of(List("1000000000", Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":30,\"alt_baro\":\"ground\",\"gs\":100"))).Only[0];
        Assert.True(float.IsNaN(fix.GroundSpeedKnots));
        Assert.Equal(FixStatus.None, fix.Status);
    }

    [Fact]
    public void Older_names_and_the_forms_of_web_services_are_known()
    {
        var old = Reading.Of(List("1000000000.1", Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":1.0,\"altitude\":\"ground\",\"speed\":12,\"vert_rate\":-64", "~2ab123"))).Only;
        Assert.Equal("~2ab123", old.Aircraft.Id);
        Assert.Equal((FixStatus.OnGround, 12f, -64f), (old[0].Status, old[0].GroundSpeedKnots, old[0].VerticalRateFeetPerMinute));
        var service = Reading.Of("""{"ac":[{"hex":"4b1814","lat":47.5,"lon":8,"seen_pos":1}],"msg":"No error","now":1000000000500,"total":1}""");
        Assert.Equal("2001-09-09T01:46:39.500Z", service.Only[0].Time.ToString());
    }

    [Fact]
    public void What_has_no_place_or_no_time_is_counted()
    {
        var reading = Reading.Of(List("1000000000", Aircraft("\"rr_lat\":47,\"rr_lon\":8"), Aircraft("\"lat\":47.5,\"lon\":8"), Aircraft("\"lat\":97.5,\"lon\":8,\"seen_pos\":1"), Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":1")));
        Assert.Equal((1, 1, 1), (reading.Report.RejectedByKind["no-position"], reading.Report.RejectedByKind["no-time"], reading.Report.RejectedByKind["latitude-out-of-range"]));
        Assert.Equal(1, reading.Report.FixesRead);
        Assert.Equal(1, Reading.Of(List("\"x\"", Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":1"))).Report.RejectedByKind["no-time"]);
    }

    [Fact]
    public void Damage_within_an_entry_costs_that_entry_only()
    {
        var sound = Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":1");
        var reading = Reading.Of(List("1000000000", sound, """{"hex":"4b1815","lat":4x7}""", Aircraft("\"lat\":47.5,\"lon\":8,\"seen_pos\":1", "4b1816")));
        Assert.Equal(["4b1814", "4b1816"], reading.Tracks.Select(t => t.Aircraft.Id));
        Assert.Equal(1, reading.Report.RejectedByKind["malformed"]);
        var cut = Reading.Of(List("1000000000", sound, sound)[..^30]);
        Assert.Equal((1, 1), (cut.Report.FixesRead, cut.Report.RejectedByKind["truncated"]));
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Lines_of_single_aircraft_are_read_as_readsb_sends_them()
    {
        var reading = Reading.OfRecorded("modes/readsb_tutorial.positions.jsonl.gz");
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.AircraftList, reading.Report.Format);
        Assert.Equal(9_533, reading.Report.FixesRead + reading.Report.Rejected);
        var track = reading.Tracks.Single(t => t.Aircraft.Id == "4ca216");
        Assert.Equal(("2024-06-06T09:02:00.613Z", "EIN5GV"), (track[0].Time.ToString(), track.Callsigns[0].Callsign));
        Assert.Equal((FixStatus.OnGround, 8, 186f, 8, 2, 0f), (track[0].Status, track[0].Nic, track[0].ContainmentMetres, track[0].NacP, track[0].Sil, track[0].GroundSpeedKnots));
        // The recording was made faster than the clock: its places are right, but each comes again and again, and up to
        // minutes from its time. So only the places are compared, with what the same program wrote as SBS.
        var other = Reading.OfRecorded("modes/readsb_tutorial.sbs.gz").Tracks.Single(t => t.Aircraft.Id == "400f99");
        var places = Enumerable.Range(0, other.Count).Select(other.PositionAt).ToHashSet();
        var same = reading.Tracks.Single(t => t.Aircraft.Id == "400f99");
        var moving = Enumerable.Range(0, same.Count).Where(i => same.GroundSpeedsKnots[i] > 5).ToArray();
        Assert.Equal(221, moving.Length);
        Assert.All(moving, i => Assert.Contains(same.PositionAt(i), places));
    }

    [Fact]
    public void Damage_within_a_line_costs_that_line_only()
    {
        var line = """{"now" : 1000000000.5,"hex":"4b1814","lat":47.5,"lon":8,"seen_pos":0.5}""";
        var reading = Reading.Of(line + "\n" + line.Replace("47.5", "4x7", StringComparison.Ordinal) + "\n" + line.Replace("47.5", "47.6", StringComparison.Ordinal) + "\n" + line[..30]);
        Assert.Equal((2, 1, 1), (reading.Report.FixesRead, reading.Report.RejectedByKind["malformed"], reading.Report.RejectedByKind["truncated"]));
    }
}
