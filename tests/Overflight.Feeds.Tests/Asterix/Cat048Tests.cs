using CsCheck;
using Overflight.Feeds.Asterix;
using Overflight.Geodesy;

namespace Overflight.Feeds.Tests.Asterix;

public sealed class Cat048Tests
{
    private static readonly GeoPoint s_radar = new(43.5, 16.4);

    private static byte[] Plot(double rangeMetres, double azimuthDegrees, double flightLevel, string source = "190c") => Block.Of(48, Block.Record(
        (1, source), (2, Block.Time(43_200)), (3, "a0"),
        (4, Block.Signed((long)Math.Round(rangeMetres / 1852 * 256), 2) + Block.Signed((long)Math.Round(azimuthDegrees / 360 * 65536), 2)),
        (6, Block.Signed((long)Math.Round(flightLevel * 4) & 0x3fff, 2)), (8, "3c660c")));

    [Fact]
    public void Without_the_radars_place_there_is_no_fix()
    {
        var reading = Block.Read(Plot(100_000, 90, 330));
        Assert.Equal((0, 1), (reading.Report.FixesRead, reading.Report.RejectedByKind["no-radar-site"]));
        Assert.False(reading.Report.IsComplete);
        Assert.Contains("radar 25/12", Assert.Single(reading.Report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_is_placed_where_it_was_within_the_accuracy_stated() =>
        Gen.Select(Gen.Double[42, 45], Gen.Double[14, 19], Gen.Double[20, 400]).Sample((latitude, longitude, level) => IsPlaced(latitude, longitude, level));

    // The radar's height is that of flight level 25.6, give or take what pressure altitude does not tell.
    [Theory]
    [InlineData(2819 / 65.0, 632 / 39.0, 25)]
    [InlineData(43.52, 16.4, 25)]
    [InlineData(43.5, 16.43, 28)]
    public void A_target_level_with_the_radar_is_placed_so_too(double latitude, double longitude, double level) => IsPlaced(latitude, longitude, level);

    [Fact]
    public void Near_the_radar_a_height_that_is_not_known_well_leaves_the_place_open()
    {
        // 300 metres off it may be straight below, straight above, or level.
        var (_, accuracy) = PolarPlace.Of(new RadarSite(s_radar, 780), 300, 90, 780);
        Assert.InRange(accuracy, 240 + 150, 240 + 155);
    }

    private static void IsPlaced(double latitude, double longitude, double level)
    {
        var options = new ReadOptions { Date = new DateOnly(2024, 6, 6), RadarSites = [new RadarSite(s_radar, 780)] };
        var target = new GeoPoint(latitude, longitude);
        var (east, north, up) = new EnuFrame(s_radar, 780).ToEnu(target, level * 30.48);
        var range = Math.Sqrt(east * east + north * north + up * up);
        if (range < 2_000)
            return;
        var azimuth = Math.Atan2(east, north) * 180 / Math.PI;
        var fix = Block.Read(Plot(range, azimuth < 0 ? azimuth + 360 : azimuth, level), options).Only[0];
        var miss = Geodesic.Inverse(target, fix.Position).DistanceMetres;
        // The height is exact here, so that what is left are the radar's own units, and the middle of the heights allowed for.
        var units = 1852 / 256.0 + range * Math.PI / 65536;
        Assert.InRange(miss, 0, units + Math.Max(0, fix.AccuracyMetres - 240));
        // The radar's errors in range and azimuth at right angles; level with the radar the height adds next to nothing.
        var radar = Math.Sqrt(240 * 240 + Math.Pow((range - units) * 0.26 * Math.PI / 180, 2));
        Assert.InRange(fix.AccuracyMetres, radar, double.PositiveInfinity);
    }

    [Fact]
    public void Without_a_height_the_place_is_as_vague_as_heights_are()
    {
        var site = new RadarSite(s_radar, 780);
        var (_, known) = PolarPlace.Of(site, 30_000, 90, 10_000);
        var (_, unknown) = PolarPlace.Of(site, 30_000, 90, double.NaN);
        Assert.InRange(known, 400, 1_000);
        Assert.InRange(unknown, 3_500, 6_000);
        // A range below the height leads straight up, not to a number that is none.
        Assert.True(PolarPlace.Of(site, 1_000, 10, 12_000).Place.IsValid);
        Assert.True(PolarPlace.Of(site, 0, 10, double.NaN).Place.IsValid);
    }

    [Fact]
    public void A_site_given_for_the_source_stands_before_one_heard_and_that_before_one_for_any()
    {
        var north = Block.Of(34, Block.Record((1, "190c"), (2, "01"), (3, Block.Time(43_199)), (11, "030c" + Block.Place(43.571022, 16.406062, 3, 23))));
        byte[] recording = [.. north, .. Plot(100_000, 90, 330)];
        var heard = Block.Read(recording);
        Assert.Equal(17.64, heard.Only[0].Position.LongitudeDegrees, 0.01);
        Assert.Contains(heard.Report.Notes, n => n.StartsWith("radar 25/12 broadcasts", StringComparison.Ordinal));
        Assert.Equal(17.64, With("0,0").Only[0].Position.LongitudeDegrees, 0.01);
        Assert.InRange(With("25/12=0,0,10").Only[0].Position.LongitudeDegrees, 0.85, 0.95);

        Reading With(string text)
        {
            Assert.True(RadarSite.TryParse(text, out var site));
            return Block.Read(recording, new ReadOptions { Date = new DateOnly(2024, 6, 6), RadarSites = [site!] });
        }
    }

    [Theory]
    [InlineData("43.5,16.4,780", true)]
    [InlineData("25/12=43.5,16.4", true)]
    [InlineData("256/1=43.5,16.4", false)]
    [InlineData("25=43.5,16.4", false)]
    [InlineData("91,0", false)]
    [InlineData("1,2,3,4", false)]
    [InlineData("1", false)]
    [InlineData("a,b", false)]
    public void Sites_are_read_from_text(string text, bool isSite) => Assert.Equal(isSite, RadarSite.TryParse(text, out _));

    [Fact]
    public void Codes_that_are_not_validated_are_left_out()
    {
        var report = Block.Report(Profiles.Cat048, Block.Record((5, "8fc0"), (6, "4528")));
        Assert.Equal(-1, report.Squawk);
        Assert.True(float.IsNaN(report.BarometricAltitudeFeet));
        Assert.Equal(-1_000f, Block.Report(Profiles.Cat048, Block.Record((6, "3fd8"))).BarometricAltitudeFeet);
    }

    [Fact]
    public void A_plot_that_nothing_names_belongs_to_no_track()
    {
        var plot = Block.Of(48, Block.Record((1, "190c"), (2, Block.Time(1)), (3, "20"), (4, "20004000")));
        var reading = Block.Read(plot, new ReadOptions { RadarSites = [new RadarSite(s_radar, 0)] });
        Assert.Equal((0, 1), (reading.Report.FixesRead, reading.Report.RejectedByKind["no-identity"]));
    }
}
