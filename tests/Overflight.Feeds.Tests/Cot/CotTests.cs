using Overflight.Tracks;
using Overflight.Tracks.Integrity;

namespace Overflight.Feeds.Tests.Cot;

public sealed class CotTests
{
    private static string Event(string point = """lat="31.5" lon="-114.25" hae="1000" ce="10" le="5" """, string type = "a-f-A-M-F-Q", string time = "2024-06-06T12:00:00.250Z", string attributes = "how=\"m-g\"", string detail = "<track course=\"270.5\" speed=\"50\"/><contact callsign=\"HAWK 1\"/>", string uid = "UAS-7", string? start = null) =>
        $"""<event version="2.0" uid="{uid}" type="{type}" time="{time}" start="{start ?? time}" stale="2024-06-06T12:01:00Z" {attributes}><point {point}/><detail>{detail}</detail></event>""";

    [Fact]
    public void An_event_becomes_a_fix()
    {
        var reading = Reading.Of("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n" + Event());
        var fix = reading.Only[0];
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.CursorOnTarget, reading.Report.Format);
        Assert.Equal(("UAS-7", "HAWK 1"), (reading.Only.Aircraft.Id, reading.Only.Callsigns[0].Callsign));
        Assert.Equal("military fixed wing, drone (CoT a-f-A-M-F-Q)", reading.Only.Aircraft.Description);
        Assert.Equal("2024-06-06T12:00:00.250Z", fix.Time.ToString());
        Assert.Equal((31.5, -114.25), (fix.Position.LatitudeDegrees, fix.Position.LongitudeDegrees));
        Assert.Equal(1000 / 0.3048, fix.GeometricAltitudeFeet, 0.01);
        Assert.Equal(50 * 3600 / 1852.0, fix.GroundSpeedKnots, 0.001);
        Assert.Equal((270.5f, FixSource.Gnss, FixStatus.None), (fix.TrackDegrees, fix.Source, fix.Status));
        // One standard deviation of 10 m.
        Assert.Equal(24.48, PositionRadius.Of(fix, 0).Metres95, 0.01);
    }

    [Fact]
    public void Events_come_one_behind_another_with_or_without_an_element_around_them()
    {
        var two = Event() + "\n<?xml version=\"1.0\"?>" + Event(time: "2024-06-06T12:00:01Z");
        Assert.Equal(2, Reading.Of(two).Only.Count);
        Assert.Equal(2, Reading.Of("<events>" + two.Replace("<?xml version=\"1.0\"?>", "<!-- between -->", StringComparison.Ordinal) + "</events>").Only.Count);
        Assert.Equal([0L, 1], Enumerable.Range(0, 2).Select(i => Reading.Of(two).Only[i].Record));
    }

    [Theory]
    [InlineData("a-f-A-M-F-Q", 1)]
    [InlineData("a-h-A", 1)]
    [InlineData("a-n-A-C-H", 1)]
    [InlineData("a-f-A-W-M-S", 0)] // a missile
    [InlineData("a-f-G-E-V", 0)] // on the ground
    [InlineData("b-m-p-s-p-i", 0)] // a point of interest
    [InlineData("t-x-c-t", 0)] // a task
    public void Only_aircraft_make_tracks(string type, int fixes)
    {
        var reading = Reading.Of(Event(type: type));
        Assert.Equal((fixes, 1 - fixes), (reading.Report.FixesRead, reading.Report.RejectedByKind.GetValueOrDefault("not-an-aircraft")));
        Assert.True(reading.Report.IsComplete);
    }

    [Theory]
    [InlineData("how=\"m-s\"")]
    [InlineData("how=\"m-g\" opex=\"s-EXERCISE\"")]
    public void Simulated_things_are_passed_over(string attributes) =>
        Assert.Equal(1, Reading.Of(Event(attributes: attributes)).Report.RejectedByKind["not-an-aircraft"]);

    [Theory]
    [InlineData("lat=\"31\" lon=\"-114\" hae=\"9999999\" ce=\"9999999.0\" le=\"9999999\"", "m-g")]
    [InlineData("lat=\"31\" lon=\"-114\"", "h-e")]
    public void What_is_not_known_is_not_claimed(string point, string how)
    {
        var fix = Reading.Of(Event(point, attributes: $"how=\"{how}\"", detail: "")).Only[0];
        Assert.True(float.IsNaN(fix.AccuracyMetres) && float.IsNaN(fix.GeometricAltitudeFeet) && float.IsNaN(fix.GroundSpeedKnots));
        Assert.Equal(how == "m-g" ? FixSource.Gnss : FixSource.Other, fix.Source);
    }

    [Fact]
    public void A_device_without_a_position_is_at_no_place()
    {
        Assert.Equal(1, Reading.Of(Event("lat=\"0.0\" lon=\"0.0\" hae=\"0\" ce=\"9999999\" le=\"9999999\"")).Report.RejectedByKind["no-position"]);
        Assert.Equal(1, Reading.Of(Event("lat=\"0.0\" lon=\"0.0\" hae=\"0\" ce=\"5\" le=\"5\"")).Report.FixesRead);
    }

    [Fact]
    public void An_address_in_the_uid_is_the_aircrafts() =>
        Assert.Equal("ac671b", Reading.Of(Event(uid: "ICAO-AC671B")).Only.Aircraft.Id);

    [Fact]
    public void A_time_that_is_not_that_of_the_start_is_marked()
    {
        Assert.Equal(FixStatus.TimeIsOfRecord, Reading.Of(Event(start: "2024-06-06T11:59:50Z")).Only[0].Status);
        Assert.Equal(1, Reading.Of(Event(time: "")).Report.RejectedByKind["no-time"]);
        Assert.Equal(1, Reading.Of(Event(time: "yesterday")).Report.RejectedByKind["time-out-of-range"]);
        Assert.Equal(1, Reading.Of(Event() + Event()).Report.RejectedByKind["duplicate"]);
    }

    [Fact]
    public void Document_types_and_entities_are_never_read()
    {
        var outside = Reading.Of("<?xml version=\"1.0\"?><!DOCTYPE event [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]>" + Event(uid: "&b;") + Event());
        Assert.Equal(2, outside.Report.RejectedByKind["malformed"]);
        Assert.Equal(1, outside.Report.FixesRead);
        var external = Reading.Of("<?xml version=\"1.0\"?><!DOCTYPE event [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + Event(detail: "<remarks>&a;</remarks>"));
        Assert.Equal(0, external.Report.FixesRead);
        Assert.False(external.Report.IsComplete);
        Assert.Equal(1, Reading.Of(Event(detail: "<!DOCTYPE a><x/>")).Report.RejectedByKind["malformed"]);
    }

    [Fact]
    public void Damage_and_size_are_bounded()
    {
        var broken = Reading.Of(Event().Replace("</detail>", "</detial>", StringComparison.Ordinal) + Event());
        Assert.Equal((1, 1), (broken.Report.FixesRead, broken.Report.RejectedByKind["malformed"]));
        var huge = Reading.Of(Event(detail: new string('x', 1_200_000)) + Event(time: "2024-06-06T12:00:01Z"));
        Assert.Equal((1, 1), (huge.Report.FixesRead, huge.Report.RejectedByKind["record-too-long"]));
        var cut = Reading.Of(Event() + Event()[..^9]);
        Assert.Equal((1, 1), (cut.Report.FixesRead, cut.Report.RejectedByKind["truncated"]));
        Assert.Equal(0, Reading.Of("<event version=\"2.0\"/>").Report.FixesRead);
        Assert.Equal(1, Reading.Of(Event(uid: "a > b")).Report.FixesRead);
    }

    [Fact]
    public void Starts_without_an_end_are_passed_in_one_sweep()
    {
        // Looked for from each start anew, an end would take hours here.
        var starts = string.Concat(Enumerable.Repeat("<event a='1'>", 400_000));
        var reading = Reading.Of(starts + Event());
        Assert.InRange(reading.Report.RejectedByKind["record-too-long"], 1, 6);
        Assert.False(reading.Report.IsComplete);
    }
}
