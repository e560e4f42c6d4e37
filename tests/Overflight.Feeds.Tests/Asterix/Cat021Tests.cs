using Overflight.Feeds.Asterix;
using Overflight.Tracks;
using Overflight.Tracks.Integrity;

namespace Overflight.Feeds.Tests.Asterix;

public sealed class Cat021Tests
{
    private const string Zurich = "1d93";

    private static (int, string)[] Basic(double seconds, string descriptor = "00", double latitude = 47.5) =>
        [(1, Zurich), (2, descriptor), (5, Block.Time(seconds)), (7, Block.Place(latitude, 8.25, 4, 30)), (11, "4b1814")];

    [Fact]
    public void A_report_becomes_a_fix()
    {
        var record = Block.Record([.. Basic(36_000.5),
            (16, "0640"), (17, "16"), (18, "10"), (19, "0fc0"), (21, "0578"), (24, "8000"), (25, "7fe0"), (26, "08e4 4000"), (29, "4994b1df40e0"), (30, "03")]);
        var reading = Block.Read(Block.Of(21, record));
        var track = reading.Only;
        var fix = track[0];

        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.Asterix, reading.Report.Format);
        Assert.Equal(("4b1814", "medium aircraft"), (track.Aircraft.Id, track.Aircraft.Description));
        Assert.Equal("2024-06-06T10:00:00.500Z", fix.Time.ToString());
        Assert.Equal(47.5, fix.Position.LatitudeDegrees, 6);
        Assert.Equal(8.25, fix.Position.LongitudeDegrees, 6);
        Assert.Equal((35_000f, 10_000f), (fix.BarometricAltitudeFeet, fix.GeometricAltitudeFeet));
        // 0x08e4 units of 2^-14 NM/s and 0x4000 of 360/2^16 degrees.
        Assert.Equal(2276 * 3600f / 16384, fix.GroundSpeedKnots);
        Assert.Equal(90f, fix.TrackDegrees);
        // The barometric rate exceeds its scale, so the geometric one stands: -32 units of 6.25 ft/min.
        Assert.Equal(-200f, fix.VerticalRateFeetPerMinute);
        Assert.Equal(FixStatus.GeometricRate, fix.Status);
        Assert.Equal(7700, fix.Squawk);
        Assert.Equal((11, FixSource.Adsb, 0L), (fix.Nic, fix.Source, fix.Record));
        Assert.Equal("RYR174C", track.Callsigns[0].Callsign);
    }

    [Theory]
    [InlineData(6, 3, 23, 1.1e-5)]
    [InlineData(7, 4, 30, 1e-7)]
    public void Both_resolutions_are_read(int field, int octets, int power, double within)
    {
        var record = Block.Record((1, Zurich), (2, "00"), (5, Block.Time(1)), (field, Block.Place(-33.123456, -179.999, octets, power)), (11, "4b1814"));
        var place = Block.Read(Block.Of(21, record)).Only[0].Position;
        Assert.Equal(-33.123456, place.LatitudeDegrees, within);
        Assert.Equal(-179.999, place.LongitudeDegrees, within);
    }

    [Fact]
    public void The_early_editions_have_another_layout_that_is_told_by_itself()
    {
        // jASTERIX's sample of edition 0.26, by its decode: 24-bit address 496C2E at 38.78 N 9.13 W, 04:00:18.48.
        var bytes = Block.Hex("150024fb811380000540301c293e006e4cc9ffe606d6496c2e00080818dc31ca08200015");
        var track = Block.Read(bytes).Only;
        Assert.Equal("496c2e", track.Aircraft.Id);
        Assert.Equal("2024-06-06T04:00:18.484Z", track[0].Time.ToString());
        Assert.Equal(0x6e4cc9 * 180.0 / (1 << 25), track[0].Position.LatitudeDegrees, 9);
        Assert.Equal(-0x19f92a * 180.0 / (1 << 25), track[0].Position.LongitudeDegrees, 9);
        Assert.Equal(FixStatus.OnGround, track[0].Status);
    }

    [Fact]
    public void A_block_that_may_be_of_either_layout_is_not_guessed_at()
    {
        // One record with a place, or three records with no more than a source: neither has all that a report has.
        var either = Block.Of(21, Block.Record((1, Zurich), (7, "1000 801234 801234")));
        var reading = Block.Read(either);
        Assert.Equal((0, 1), (reading.Report.FixesRead, reading.Report.RejectedByKind["edition-unclear"]));
        // Once the source has shown its layout, the same block is read by it.
        byte[] settled = [.. Block.Of(21, Block.Record(Basic(1))), .. either];
        Assert.DoesNotContain("edition-unclear", Block.Read(settled).Report.RejectedByKind.Keys);
    }

    [Fact]
    public void An_edition_that_is_given_is_not_guessed()
    {
        var record = Block.Of(21, Block.Record(Basic(36_000)));
        var wrong = Block.Read(record, new ReadOptions { Date = new DateOnly(2024, 6, 6), Cat021Edition = Cat021Edition.Early });
        Assert.Empty(wrong.Tracks);
        Assert.False(wrong.Report.IsComplete);
        Assert.Single(Block.Read(record, new ReadOptions { Date = new DateOnly(2024, 6, 6), Cat021Edition = Cat021Edition.Current }).Tracks);
    }

    [Theory]
    [InlineData("01 20")] // simulated
    [InlineData("01 10")] // a test target
    [InlineData("02")] // from a field monitor
    public void Targets_that_do_not_fly_are_no_aircraft(string descriptor)
    {
        var reading = Block.Read(Block.Of(21, Block.Record(Basic(1, descriptor))));
        Assert.Equal(0, reading.Report.FixesRead);
        Assert.Equal(1, reading.Report.RejectedByKind["not-an-aircraft"]);
        Assert.True(reading.Report.IsComplete);
    }

    [Theory]
    [InlineData("01 02", true)] // confidence level: suspect
    [InlineData("01 01 20", true)] // independent position check failed
    [InlineData("01 01 08", true)] // CPR validation failed
    [InlineData("04", true)] // validation pending
    [InlineData("01 40", false)] // on the ground
    [InlineData("00", false)]
    public void What_the_source_doubts_promises_nothing(string descriptor, bool isDoubtful)
    {
        var fix = Block.Read(Block.Of(21, Block.Record([.. Basic(1, descriptor), (17, "10"), (18, "10")]))).Only[0];
        Assert.Equal(isDoubtful ? PositionRadius.NoPromiseMetres : 185.2, PositionRadius.Of(fix, 0).BoundMetres, 0.5);
    }

    [Theory]
    [InlineData("10", "10", 8, -1f, -1f)] // DO-260B: the code is NIC
    [InlineData("10", "00", -1, 25f, 10f)] // DO-260: NUCp 8, 25 m and 10 m
    [InlineData("10", null, 8, -1f, -1f)] // not said: NIC 8 promises less than NUCp 8
    [InlineData("04", null, -1, 18_520f, 9_260f)] // not said: NUCp 2 promises less than NIC 2
    public void Quality_is_read_by_the_version_of_the_transponder(string quality, string? version, int nic, float containment, float accuracy)
    {
        (int, string)[] items = [.. Basic(1), (17, quality)];
        var fix = Block.Read(Block.Of(21, Block.Record(version is null ? items : [.. items, (18, version)]))).Only[0];
        Assert.Equal(nic, fix.Nic);
        Assert.Equal(containment, float.IsNaN(fix.ContainmentMetres) ? -1 : fix.ContainmentMetres);
        Assert.Equal(accuracy, float.IsNaN(fix.AccuracyMetres) ? -1 : fix.AccuracyMetres);
    }

    [Fact]
    public void The_position_integrity_category_is_the_containment()
    {
        // NIC 8, SIL 3, NACp 9, then SDA and so on, then PIC 9 (0.3 NM).
        var fix = Block.Read(Block.Of(21, Block.Record([.. Basic(1), (17, "11 73 01 90"), (18, "10")]))).Only[0];
        Assert.Equal((8, 3, 9, 555.6f), (fix.Nic, fix.Sil, fix.NacP, fix.ContainmentMetres));
    }

    [Fact]
    public void The_best_time_that_a_report_has_is_taken()
    {
        (int, string)[] place = [(1, Zurich), (2, "00"), (7, Block.Place(47, 8, 4, 30)), (11, "4b1814")];
        var sent = (28, Block.Time(103));
        var received = (12, Block.Time(101));
        var precise = (13, "20000000"); // half a second into the second of reception
        var holds = (5, Block.Time(100));
        Assert.Equal("2024-06-06T00:01:43Z", Of(sent).Time.ToString());
        Assert.Equal(FixStatus.TimeIsOfRecord, Of(sent).Status);
        Assert.Equal("2024-06-06T00:01:41Z", Of(received, sent).Time.ToString());
        Assert.Equal("2024-06-06T00:01:41.500Z", Of(received, precise, sent).Time.ToString());
        Assert.Equal("2024-06-06T00:01:42.500Z", Of(received, (13, "60000000"), sent).Time.ToString());
        Assert.Equal("2024-06-06T00:01:40Z", Of(received, precise, sent, holds).Time.ToString());
        Assert.Equal(FixStatus.None, Of(received, sent).Status);

        Fix Of(params (int, string)[] times) => Block.Read(Block.Of(21, Block.Record([.. place, .. times]))).Only[0];
    }

    [Fact]
    public void Places_and_times_that_are_none_are_refused()
    {
        var options = new ReadOptions { Date = new DateOnly(2024, 6, 6), Cat021Edition = Cat021Edition.Current };
        Assert.Equal(1, Block.Read(Block.Of(21, Block.Record(Basic(1, latitude: 91))), options).Report.RejectedByKind["latitude-out-of-range"]);
        Assert.Equal(1, Block.Read(Block.Of(21, Block.Record(Basic(86_400))), options).Report.RejectedByKind["time-out-of-range"]);
        Assert.Equal(1, Block.Read(Block.Of(21, Block.Record((1, Zurich), (7, Block.Place(47, 8, 4, 30)), (11, "4b1814"))), options).Report.RejectedByKind["no-time"]);
    }

    [Fact]
    public void Addresses_that_no_State_assigned_are_marked()
    {
        Assert.Equal("~4b1814", Block.Read(Block.Of(21, Block.Record(Basic(1, "60")))).Only.Aircraft.Id);
        Assert.Equal("4b1814", Block.Read(Block.Of(21, Block.Record(Basic(1, "20")))).Only.Aircraft.Id);
    }
}
