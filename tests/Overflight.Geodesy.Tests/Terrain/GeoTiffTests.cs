using Overflight.Geodesy.Terrain;

namespace Overflight.Geodesy.Tests.Terrain;

public sealed class GeoTiffTests : MadeFolder
{
    private static double Hills(int column, int row) => 1000 + 37 * column % 211 - 17 * row % 97 + 3 * column;

    /// <summary>The place of a sample of the writer's usual raster.</summary>
    private static GeoPoint At(double column, double row, double half = 0.5) => new(50 - 0.01 * (row + half), 10 + 0.01 * (column + half));

    private TerrainFolder Read(TiffWriter writer, Func<int, int, double>? sample = null)
    {
        Put("a.tif", writer.File(sample ?? Hills));
        return new TerrainFolder(Path.Combine(Folder, "a.tif"));
    }

    private static void Same(TerrainFolder terrain, int width = 20, int height = 15, double half = 0.5, Func<int, int, double>? expected = null, double within = 1e-3)
    {
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
            {
                var found = terrain.HeightMetres(At(column, row, half));
                Assert.True(Math.Abs((expected ?? Hills)(column, row) - found) < within, $"column {column}, row {row}: {found}; {string.Join("; ", terrain.Problems)}");
            }
        Assert.Empty(terrain.Problems);
    }

    public static TheoryData<int, int, int, int, bool, bool, bool> Features()
    {
        var all = new TheoryData<int, int, int, int, bool, bool, bool>();
        foreach (var compression in (int[])[1, 5, 8, 32946, 32773])
            foreach (var (bits, format) in ((int, int)[])[(16, 1), (16, 2), (32, 1), (32, 2), (32, 3), (64, 3)])
                foreach (var predictor in format == 3 ? (int[])[1, 2, 3] : [1, 2])
                    foreach (var way in Enumerable.Range(0, 8))
                        all.Add(compression, bits, format, predictor, (way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
        return all;
    }

    [Theory]
    [MemberData(nameof(Features), DisableDiscoveryEnumeration = true)]
    public void Every_way_of_keeping_samples_gives_the_same(int compression, int bits, int format, int predictor, bool isBigEndian, bool isBigTiff, bool isTiled) =>
        Same(Read(new TiffWriter
        {
            Compression = compression,
            Bits = bits,
            Format = format,
            Predictor = predictor,
            IsBigEndian = isBigEndian,
            IsBigTiff = isBigTiff,
            Tiles = isTiled ? (16, 16) : null,
        }));

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(1)]
    public void Long_blocks_go_through_whole_tables(int compression)
    {
        // Noise fills LZW's table several times.
        var noise = Enumerable.Range(0, 300 * 200).Select(i => (double)new Random(i).Next(5000)).ToArray();
        double Noise(int column, int row) => noise[row * 300 + column];
        Same(Read(new TiffWriter { Width = 300, Height = 200, RowsPerStrip = 70, Compression = compression }, Noise), 300, 200, expected: Noise);
    }

    [Fact]
    public void A_strip_of_the_whole_image_is_read_in_parts()
    {
        var terrain = Read(new TiffWriter { Width = 1000, Height = 2000, RowsPerStrip = 2000, Scale = (10, 50, 0.001, 0.001) }, (column, row) => column + row % 100);
        Assert.Equal(500 + 1999 % 100, terrain.HeightMetres(new GeoPoint(50 - 1.9995, 10.5005)), 1e-3);
        Assert.InRange(terrain.HeldBytes, 1, 2_200_000);
        Assert.Empty(terrain.Problems);
    }

    [Fact]
    public void Pixels_are_areas_or_points()
    {
        Same(Read(new TiffWriter { IsPoint = true }), half: 0);
        Same(Read(new TiffWriter { Scale = null, Matrix = [0.01, 0, 0, 10, 0, -0.01, 0, 50, 0, 0, 0, 0, 0, 0, 0, 1] }));
        Same(Read(new TiffWriter { Scale = null, Matrix = [0.01, 0, 0, 10, 0, -0.01, 0, 50, 0, 0, 0, 0, 0, 0, 0, 1], IsPoint = true }), half: 0);
    }

    [Fact]
    public void A_tie_point_need_not_be_the_first_sample_and_a_grid_may_be_turned()
    {
        var tied = new TiffWriter { Scale = null };
        tied.Set(33550, 12, 0.01, 0.01, 0);
        tied.Set(33922, 12, 5, 3, 0, 10.05, 49.97, 0);
        Same(Read(tied));
        // Rows eastward, columns northward.
        var turned = Read(new TiffWriter { Scale = null, IsPoint = true, Matrix = [0, 0.01, 0, 10, 0.01, 0, 0, 50, 0, 0, 0, 0, 0, 0, 0, 1] });
        Assert.Equal(Hills(4, 9), turned.HeightMetres(new GeoPoint(50.04, 10.09)), 1e-3);
    }

    [Fact]
    public void Between_samples_it_is_bilinear_and_half_a_sample_beyond_it_goes_on()
    {
        var terrain = Read(new TiffWriter { Bits = 32, Format = 3 });
        var expected = 0.75 * (0.5 * Hills(3, 7) + 0.5 * Hills(4, 7)) + 0.25 * (0.5 * Hills(3, 8) + 0.5 * Hills(4, 8));
        Assert.Equal(expected, terrain.HeightMetres(At(3.5, 7.25)), 1e-3);
        Assert.Equal(Hills(0, 0), terrain.HeightMetres(At(-0.4, -0.4)), 1e-3);
        Assert.Equal(Hills(19, 14), terrain.HeightMetres(At(19.4, 14.4)), 1e-3);
        Assert.True(double.IsNaN(terrain.HeightMetres(At(-0.6, 0))));
        Assert.True(double.IsNaN(terrain.HeightMetres(At(0, 14.6))));
    }

    [Fact]
    public void Between_files_that_do_not_overlap_the_surface_goes_on()
    {
        // A plane cut in two, the second file's first column a whole sample after the first's last.
        static double Plane(double column, double row) => 7 * column + 3 * row;
        Put("a.tif", new TiffWriter { Bits = 32, Format = 3 }.File((column, row) => Plane(column, row)));
        Put("b.tif", new TiffWriter { Bits = 32, Format = 3, Scale = (10.2, 50, 0.01, 0.01) }.File((column, row) => Plane(column + 20, row)));
        var terrain = new TerrainFolder(Folder);
        for (var column = 18.0; column < 21; column += 0.05)
            Assert.Equal(Plane(column, 5.3), terrain.HeightMetres(At(column, 5.3)), 1e-3);
    }

    [Fact]
    public void A_raster_around_the_earth_closes()
    {
        var terrain = Read(new TiffWriter { Width = 36, Height = 18, Bits = 32, Format = 3, Scale = (-180, 90, 10, 10) }, (column, row) => column == 0 ? 360 : 10 * column);
        Assert.Equal(355, terrain.HeightMetres(new GeoPoint(5, 180)), 1e-3);
        Assert.Equal(355, terrain.HeightMetres(new GeoPoint(5, -180)), 1e-3);
        Assert.Equal(357, terrain.HeightMetres(new GeoPoint(5, -178)), 1e-3);
        Assert.Equal(353, terrain.HeightMetres(new GeoPoint(5, 178)), 1e-3);
        Assert.False(double.IsNaN(terrain.HeightMetres(new GeoPoint(90, 0))));
        Assert.False(double.IsNaN(terrain.HeightMetres(new GeoPoint(-90, 77))));
    }

    [Theory]
    [InlineData("-9999", -9999, 16, 2)]
    [InlineData("-32768", -32768, 16, 2)]
    [InlineData(null, -32768, 16, 2)]
    [InlineData("-3.40282346638529e+38", float.MinValue, 32, 3)]
    [InlineData("0.1", 0.1, 32, 3)]
    [InlineData("nan", double.NaN, 32, 3)]
    [InlineData(null, double.PositiveInfinity, 64, 3)]
    public void No_data_has_no_height(string? stated, double value, int bits, int format)
    {
        var terrain = Read(new TiffWriter { NoData = stated, Bits = bits, Format = format }, (column, row) => column == 5 && row == 5 ? value : 100);
        Assert.True(double.IsNaN(terrain.HeightMetres(At(5, 5))));
        Assert.True(double.IsNaN(terrain.HeightMetres(At(5.5, 5))));
        Assert.Equal(100, terrain.HeightMetres(At(6, 5)));
        Assert.Equal(100, terrain.HeightMetres(At(6.5, 5)));
    }

    [Fact]
    public void Blocks_left_out_have_no_height()
    {
        var terrain = Read(new TiffWriter { IsSparse = block => block == 1, Compression = 8 });
        Assert.True(double.IsNaN(terrain.HeightMetres(At(5, 5))));
        Assert.Equal(Hills(5, 9), terrain.HeightMetres(At(5, 9)), 1e-3);
        Assert.Empty(terrain.Problems);
    }

    [Fact]
    public void Of_overlapping_files_the_finest_with_a_height_answers()
    {
        Put("coarse.tif", new TiffWriter { Scale = (5, 55, 1, 1) }.File((_, _) => 1));
        Put("fine.tif", new TiffWriter { NoData = "-1" }.File((column, _) => column > 10 ? -1 : 2));
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(2, terrain.HeightMetres(At(5, 5)));
        Assert.Equal(1, terrain.HeightMetres(At(15, 5)));
        Assert.Equal(1, terrain.HeightMetres(new GeoPoint(48, 15)));
    }

    [Fact]
    public void Files_in_folders_below_are_found_and_others_are_not_looked_at()
    {
        Put("n50/e010.tiff", new TiffWriter().File(Hills));
        Put("readme.txt", [1, 2, 3]);
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(1, terrain.Count);
        Same(terrain);
        Assert.Throws<DirectoryNotFoundException>(() => new TerrainFolder(Path.Combine(Folder, "nowhere")));
        Assert.Contains("not a terrain file", Assert.Single(new TerrainFolder(Path.Combine(Folder, "readme.txt")).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_stays_within_what_is_allowed()
    {
        Put("a.tif", new TiffWriter { Width = 400, Height = 400, RowsPerStrip = 10, Scale = (10, 50, 0.001, 0.001) }.File((column, row) => column + row));
        var terrain = new TerrainFolder(Folder, 100_000);
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var (column, row) = (random.Next(400), random.Next(400));
            Assert.Equal(column + row, terrain.HeightMetres(new GeoPoint(50 - 0.001 * (row + 0.5), 10 + 0.001 * (column + 0.5))), 1e-3);
            Assert.InRange(terrain.HeldBytes, 1, 100_000);
        }
    }

    [Fact]
    public void Threads_may_ask_at_once()
    {
        Put("a.tif", new TiffWriter { Width = 400, Height = 400, RowsPerStrip = 10, Compression = 8, Scale = (10, 50, 0.001, 0.001) }.File((column, row) => column + row));
        var terrain = new TerrainFolder(Folder, 60_000);
        Parallel.For(0, 8, seed =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 3_000; i++)
            {
                var (column, row) = (random.Next(400), random.Next(400));
                Assert.Equal(column + row, terrain.HeightMetres(new GeoPoint(50 - 0.001 * (row + 0.5), 10 + 0.001 * (column + 0.5))), 1e-3);
            }
        });
        Assert.Empty(terrain.Problems);
    }
}
