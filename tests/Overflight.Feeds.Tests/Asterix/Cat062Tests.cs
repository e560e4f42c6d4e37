using Overflight.Feeds.Asterix;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.Asterix;

public sealed class Cat062Tests
{
    private static byte[] Report(double seconds, int number, string status = "00", string? address = null, double latitude = 41)
    {
        (int, string)[] items = [(1, "1964"), (4, Block.Time(seconds)), (5, Block.Place(latitude, 15, 4, 25)), (12, Block.Signed(number, 2)), (13, status)];
        return Block.Record(address is null ? items : [.. items, (11, "80" + address)]);
    }

    [Fact]
    public void Velocities_altitudes_and_accuracies_have_their_units()
    {
        var report = Block.Report(Profiles.Cat062, Block.Record((7, "0190 fe70"), (17, "0618"), (18, "0640"), (20, "ff80"), (27, "80 0064 0050")));
        // 100 m/s east and 100 m/s south.
        Assert.Equal(100 * Math.Sqrt(2) * 3600 / 1852, report.GroundSpeedKnots, 0.01);
        Assert.Equal(135f, report.TrackDegrees, 0.001f);
        Assert.Equal((39_000f, 10_000f, -800f), (report.BarometricAltitudeFeet, report.GeometricAltitudeFeet, report.VerticalRateFeetPerMinute));
        // Standard deviations of 50 m and 40 m.
        Assert.Equal(50 * 2.448f, report.AccuracyMetres, 0.01f);
        var byDegrees = Block.Report(Profiles.Cat062, Block.Record((27, "20 0064 0050")));
        Assert.Equal(100 * 180.0 / (1 << 25) * 111_120 * 2.448, byDegrees.AccuracyMetres, 0.1);
    }

    [Fact]
    public void A_local_altitude_is_no_flight_level()
    {
        Assert.True(float.IsNaN(Block.Report(Profiles.Cat062, Block.Record((19, "8618"))).BarometricAltitudeFeet));
        Assert.Equal(39_000f, Block.Report(Profiles.Cat062, Block.Record((19, "0618"))).BarometricAltitudeFeet);
        Assert.Equal(-25f, Block.Report(Profiles.Cat062, Block.Record((19, "7fff"))).BarometricAltitudeFeet);
    }

    [Fact]
    public void What_the_aircraft_and_its_plan_say_is_taken()
    {
        // Address, identification, communications (on the ground), emitter category 13; then a plan's type of aircraft.
        var report = Block.Report(Profiles.Cat062, Block.Record((11, "c1 21 02 4ca7a8 4994b1df40e0 0400 0d"), (21, "08 42373338")));
        Assert.Equal(0x4ca7a8, report.Address);
        Assert.Equal(13, report.EmitterCategory);
        Assert.Equal("B738", ReportedText.TypeDesignator(report.TypeDesignator));
        Assert.True(report.IsOnGround);
    }

    [Fact]
    public void A_coasting_track_was_not_observed()
    {
        // Status extended three times; the last octet's first bit says that the track is coasting.
        var reading = Block.Read(Block.Of(62, Report(1, 7), Report(5, 7, "01010180"), Report(9, 7)));
        Assert.Equal(2, reading.Only.Count);
        Assert.Equal(1, reading.Report.RejectedByKind["not-observed"]);
        Assert.True(reading.Report.IsComplete);
    }

    [Fact]
    public void A_track_number_keeps_the_address_it_had_until_the_track_ends()
    {
        var reading = Block.Read(Block.Of(62,
            Report(1, 7, address: "4ca7a8"), Report(5, 7), Report(9, 7, "0140"),
            Report(13, 7), Report(17, 7),
            Report(200, 7), Report(204, 7, "0120")));
        Assert.Equal(["4ca7a8", "track 25/100/7 (2)", "track 25/100/7 (3)", "track 25/100/7 (4)"], reading.Tracks.Select(t => t.Aircraft.Id));
        Assert.Equal([3, 2, 1, 1], reading.Tracks.Select(t => t.Count));
    }

    [Fact]
    public void Simulated_tracks_are_passed_over_and_tentative_ones_promise_nothing()
    {
        var reading = Block.Read(Block.Of(62, Report(1, 7, "0180"), Report(2, 8, "02")));
        Assert.Equal(1, reading.Report.RejectedByKind["not-an-aircraft"]);
        Assert.Equal((0, FixSource.Radar), (reading.Only[0].Nic, reading.Only[0].Source));
    }
}
