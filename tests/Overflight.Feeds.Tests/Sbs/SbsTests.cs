using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.Sbs;

public sealed class SbsTests
{
    private static string Line(int type, string time, string rest, string address = "4CA2AD") =>
        $"MSG,{type},1,1,{address},1,2024/06/06,{time},2024/06/06,12:00:59.000,{rest}\r\n";

    // Call sign, altitude, speed, track, latitude, longitude, rate, squawk, alert, emergency, ident, ground.
    private static string Place(string time, string latitude, string ground = "0", int type = 3) => Line(type, time, $",10000,,,{latitude},8.5,,,0,0,0,{ground}");

    [Fact]
    public void A_position_is_joined_with_what_was_said_before_it()
    {
        var reading = Reading.Of(
            Line(1, "12:00:00.000", "SWR1 ,,,,,,,,,,,") + Line(4, "12:00:01.000", ",,361.4,20.7,,,-1728,,,,,0") + Line(6, "12:00:02.000", ",,,,,,,0021,0,0,0,0")
            + Place("12:00:03.250", "47.5"));
        var fix = reading.Only[0];
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.Sbs, reading.Report.Format);
        Assert.Equal(("4ca2ad", "SWR1"), (reading.Only.Aircraft.Id, reading.Only.Callsigns[0].Callsign));
        Assert.Equal("2024-06-06T12:00:03.250Z", fix.Time.ToString());
        Assert.Equal((10_000f, 361.4f, 20.7f, -1728f, 21), (fix.BarometricAltitudeFeet, fix.GroundSpeedKnots, fix.TrackDegrees, fix.VerticalRateFeetPerMinute, fix.Squawk));
        Assert.Equal((FixSource.Unknown, FixStatus.None, 3L), (fix.Source, fix.Status, fix.Record));
        Assert.Equal(3, reading.Report.RejectedByKind["no-position"]);
    }

    [Fact]
    public void What_is_too_old_is_not_joined()
    {
        var track = Reading.Of(
            Line(4, "12:00:00.000", ",,361.4,20.7,,,-1728,,,,,0") + Line(6, "12:00:00.000", ",,,,,,,7000,0,0,0,0")
            + Place("12:00:15.000", "47.5") + Place("12:00:15.001", "47.6") + Place("12:01:00.001", "47.7")).Only;
        Assert.Equal((361.4f, 7000), (track[0].GroundSpeedKnots, track[0].Squawk));
        Assert.True(float.IsNaN(track[1].GroundSpeedKnots));
        Assert.Equal(7000, track[1].Squawk);
        Assert.Equal(-1, track[2].Squawk);
    }

    [Fact]
    public void A_surface_position_is_on_the_ground_whatever_its_flag()
    {
        var track = Reading.Of(Place("12:00:00.000", "47.5", "", 2) + Place("12:00:01.000", "47.6", "-1") + Place("12:00:02.000", "47.7", "1") + Place("12:00:03.000", "47.8")).Only;
        Assert.Equal([FixStatus.OnGround, FixStatus.OnGround, FixStatus.OnGround, FixStatus.None], track.Statuses.ToArray());
    }

    [Fact]
    public void Lines_of_multilateration_clients_say_so()
    {
        var track = Reading.Of("MLAT,3,1,1,48B5CF,1,2024/05/18,12:13:09.187,2024/05/18,12:13:09.187,,1700,97,295,51.75,21.5,200,,,,,,4,,120\n" + Place("12:00:00.000", "47.5")).Tracks;
        Assert.Equal([FixSource.Mlat, FixSource.Unknown], track.Select(t => t[0].Source));
        Assert.Equal((1_700f, 97f, 295f), (track[0][0].BarometricAltitudeFeet, track[0][0].GroundSpeedKnots, track[0][0].TrackDegrees));
    }

    [Fact]
    public void Only_position_messages_measure_a_place()
    {
        var reading = Reading.Of(Place("12:00:00.000", "47.5") + Place("12:00:01.000", "47.5", type: 5) + Place("12:00:00.000", "47.5"));
        Assert.Equal(1, reading.Only.Count);
        Assert.Equal((1, 1), (reading.Report.RejectedByKind["no-position"], reading.Report.RejectedByKind["duplicate"]));
        Assert.True(reading.Report.IsComplete);
    }

    [Fact]
    public void The_clock_is_UTC_unless_another_is_given_and_that_is_said()
    {
        var utc = Reading.Of(Place("12:00:00.000", "47.5"));
        Assert.Contains("SBS lines do not say what time zone their clock has; UTC is taken", utc.Report.Notes);
        var local = Reading.Of(Place("01:30:00.000", "47.5"), new ReadOptions { SbsClockOffset = TimeSpan.FromHours(2) });
        Assert.Equal("2024-06-05T23:30:00Z", local.Only[0].Time.ToString());
        Assert.Contains(local.Report.Notes, n => n.Contains("+02:00 from UTC", StringComparison.Ordinal));
    }

    [Fact]
    public void The_time_of_logging_stands_in_for_a_missing_one_and_is_marked()
    {
        var fix = Reading.Of(Place("", "47.5")).Only[0];
        Assert.Equal("2024-06-06T12:00:59Z", fix.Time.ToString());
        Assert.Equal(FixStatus.TimeIsOfRecord, fix.Status);
    }

    [Fact]
    public void Damage_is_told_and_the_rest_read()
    {
        var reading = Reading.Of(
            Place("12:00:00.000", "47.5") + "MSG,9,1,1\r\nMSG,3,1\r\nnonsense\r\n" + Place("12:00:01.000", "x") + Place("25:00:01.000", "47") + Place("12:00:02.000", "91")
            + Line(3, "12:00:00.000", ",,,,47,8,,,,,,", "XYZ") + "STA,,102,35,4CA2AD,780807,2024/06/06,12:00:16.812,2024/06/06,12:00:16.812,PL\r\n" + Place("12:00:03.000", "47.6"));
        Assert.Equal(2 + 1, reading.Only.Count);
        Assert.Equal((4, 1, 1, 1), (reading.Report.RejectedByKind["malformed"], reading.Report.RejectedByKind["not-a-number"], reading.Report.RejectedByKind["latitude-out-of-range"], reading.Report.RejectedByKind["service-message"]));
        Assert.False(reading.Report.IsComplete);
    }

    [Fact]
    public void A_line_cut_short_at_the_end_is_told()
    {
        Assert.Equal(1, Reading.Of(Place("12:00:00.000", "47.5") + "MSG,3,1,1,4CA2AD,1,2024/06/06,12").Report.RejectedByKind["truncated"]);
        Assert.True(Reading.Of(Place("12:00:00.000", "47.5").TrimEnd()).Report.IsComplete);
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Readsb_lines_give_the_positions_that_readsb_reported()
    {
        var reading = Reading.OfRecorded("modes/readsb_tutorial.sbs.gz");
        Assert.True(reading.Report.IsComplete);
        Assert.Equal((9_698, 697), (reading.Report.FixesRead, reading.Report.RejectedByKind["duplicate"]));
        var asterix = Reading.OfRecorded("modes/readsb_tutorial.cat021.gz");
        Assert.Equal(9_698 + 697, asterix.Report.FixesRead + asterix.Report.RejectedByKind.GetValueOrDefault("duplicate"));
        Assert.Equal("2024-06-06T09:02:00.613Z", reading.Tracks.Single(t => t.Aircraft.Id == "4ca216")[0].Time.ToString());
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Logs_of_other_programs_are_read()
    {
        var orbital = Reading.OfRecorded("modes/orbital_N66W_LA_20151101.sbs1");
        Assert.Equal((1_502, true), (orbital.Only.Count, orbital.Report.IsComplete));
        Assert.Equal((4_766f, 169f, 359f, 773f), (orbital.Only[0].BarometricAltitudeFeet, orbital.Only[0].GroundSpeedKnots, orbital.Only[0].TrackDegrees, orbital.Only[0].VerticalRateFeetPerMinute));
        var sample = Reading.Of(File.ReadAllBytes(Recorded.PathOf("modes/vrs_SampleMessages.sbs.txt")));
        Assert.Equal(2, sample.Report.RejectedByKind["latitude-out-of-range"]);
        Assert.Contains("21 positions of exactly 0, 0 were taken as none", sample.Report.Notes);
    }
}
