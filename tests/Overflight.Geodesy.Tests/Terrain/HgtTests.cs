using Overflight.Geodesy.Terrain;

namespace Overflight.Geodesy.Tests.Terrain;

public sealed class HgtTests : MadeFolder
{
    [Theory]
    [InlineData("N47E008.hgt", 47, 8)]
    [InlineData("s01w123.HGT", -1, -123)]
    [InlineData("N00W180.hgt", 0, -180)]
    [InlineData("S90E000.hgt", -90, 0)]
    public void A_name_gives_the_south_west_corner(string name, int south, int west) => Assert.Equal((south, west), HgtTile.Corner(name));

    [Theory]
    [InlineData("N47E008.zip")]
    [InlineData("X47E008.hgt")]
    [InlineData("N90E008.hgt")]
    [InlineData("N47E180.hgt")]
    [InlineData("N4-E008.hgt")]
    [InlineData("")]
    public void Other_names_are_no_tiles(string name) => Assert.Null(HgtTile.Corner(name));

    [Theory]
    [InlineData(1201)]
    [InlineData(3601)]
    public void Heights_lie_where_the_samples_have_them(int across)
    {
        // A plane, so that interpolation is exact.
        Put("S02W003.hgt", HgtWriter.Tile((north, east) => Math.Round(1200 * north) * 2 + Math.Round(1200 * east), across));
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(1, terrain.Count);
        foreach (var (north, east) in ((double, double)[])[(0, 0), (0.25, 0.75), (0.5, 0.5), (0.999, 0.001), (1, 1)])
            Assert.Equal(2400 * north + 1200 * east, terrain.HeightMetres(new GeoPoint(-2 + north, -3 + east)), 1.6);
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(-2.001, -2.5))));
        Assert.Empty(terrain.Problems);
    }

    [Fact]
    public void Voids_have_no_height()
    {
        Put("N00E000.hgt", HgtWriter.Tile((_, east) => east > 0.5 ? short.MinValue : 100));
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(100, terrain.HeightMetres(new GeoPoint(0.5, 0.25)));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.75))));
        // On the last sample before the void its height counts, beyond it nothing is known.
        Assert.Equal(100, terrain.HeightMetres(new GeoPoint(0.5, 0.5)));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.5001))));
    }

    [Fact]
    public void What_lies_below_a_line_may_be_told_less_exactly()
    {
        var random = new Random(90);
        Put("N00E000.hgt", HgtWriter.Tile((north, east) => east > 0.9 && north > 0.5 ? short.MinValue : 500 + 300 * Math.Sin(90 * north) * Math.Cos(70 * east)));
        var terrain = new TerrainFolder(Folder);
        var (exact, bounds) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var (place, line) = (new GeoPoint(random.NextDouble() * 1.1, random.NextDouble()), 2_000 * random.NextDouble());
            var (height, found) = (terrain.HeightMetres(place), terrain.HeightMetres(place, line));
            if (found.Equals(height))
                exact++;
            else
                bounds += found <= line && found >= height ? 1 : throw new InvalidOperationException($"{place}: {found} for {height} under {line}");
        }
        Assert.True(exact > 1_000 && bounds > 500, $"{exact} exact, {bounds} bounds");
    }

    [Fact]
    public void A_tile_of_a_wrong_length_is_missing_and_named()
    {
        Put("N00E000.hgt", new byte[1000]);
        Put("about.hgt", new byte[1201 * 1201 * 2]);
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(2, terrain.Count);
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.5))));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.6))));
        Assert.Equal(2, terrain.Problems.Count);
        Assert.Contains("N00E000.hgt: 1000 bytes", terrain.Problems[0], StringComparison.Ordinal);
        Assert.Contains("about.hgt: not named by its south-west corner", terrain.Problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_cut_after_it_was_opened_is_told()
    {
        var path = Put("N00E000.hgt", HgtWriter.Tile((_, _) => 7));
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(7, terrain.HeightMetres(new GeoPoint(0.95, 0.5)));
        using (var stream = File.OpenWrite(path))
            stream.SetLength(1_000_000);
        Assert.Equal(7, terrain.HeightMetres(new GeoPoint(0.95, 0.5)));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.05, 0.5))));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.05, 0.6))));
        Assert.Contains("N00E000.hgt: samples from column 0, row", Assert.Single(terrain.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_name_is_a_tile_or_not()
    {
        var random = new Random(8);
        const string Letters = "NSEWnsew0123456789-+ .hgtHGT\u0660\u00e9";
        for (var i = 0; i < 20_000; i++)
        {
            var name = "N47E008.hgt".ToCharArray();
            for (var k = random.Next(4); k >= 0; k--)
                name[random.Next(name.Length)] = Letters[random.Next(Letters.Length)];
            if (HgtTile.Corner(new string(name)) is var (south, west))
                Assert.True(south is >= -90 and < 90 && west is >= -180 and < 180);
        }
    }
}
