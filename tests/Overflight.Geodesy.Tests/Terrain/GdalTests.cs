using System.Globalization;
using System.Text;
using Overflight.Geodesy.Terrain;
using Overflight.Testing;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>Files that GDAL writes (<c>tests/interop/terrain/make</c>) are read to the heights that GDAL reads from them.</summary>
public sealed class GdalTests(ITestOutputHelper output) : MadeFolder
{
    private const int Places = 400;

    [Fact]
    public void Files_written_by_gdal_have_the_heights_that_gdal_finds()
    {
        Gdal.Run("gdallocationinfo", ["--version"]);
        Grid("square.asc", 10.9, 45.9, 260, 0.005);
        Grid("patch.asc", 11.2, 46.3, 150, 0.001);
        var files = Gdal.Run(Path.Combine(Repository.Root, "tests/interop/terrain/make"), [Folder]).Where(f => f.Length > 0).ToArray();
        Assert.True(files.Length > 55, $"{files.Length} files");
        var worst = 0.0;
        foreach (var file in files)
        {
            var path = Path.Combine(Folder, file);
            var terrain = new TerrainFolder(path);
            Assert.True(terrain.Problems.Count == 0, string.Join("; ", terrain.Problems));
            worst = Math.Max(worst, Compare(path, terrain));
            Assert.Empty(terrain.Problems);
        }
        output.WriteLine($"{files.Length} files, {Places} places each; at most {worst:0.0e+0} m from GDAL");
    }

    /// <summary>An ESRI grid: hills, heights with and without fractions, below 0 only where a type without sign does not see it.</summary>
    private void Grid(string name, double west, double south, int across, double spacing)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"ncols {across}\nnrows {across}\nxllcorner {west}\nyllcorner {south}\ncellsize {spacing}\n"));
        for (var row = 0; row < across; row++)
        {
            for (var column = 0; column < across; column++)
                text.Append(CultureInfo.InvariantCulture, $"{1500 + 900 * Math.Sin(column * 0.11) * Math.Cos(row * 0.07) + column * 0.37:0.000} ");
            text.Append('\n');
        }
        File.WriteAllText(Path.Combine(Folder, name), text.ToString());
    }

    /// <summary>Places at the middles of pixels, where both must give the sample; GDAL says which pixel it took and where that lies is ours to find.</summary>
    private static double Compare(string path, TerrainFolder terrain)
    {
        var grid = TerrainFiles.Open(path, new PageCache(1 << 24, new TerrainProblems()), new TerrainProblems())!;
        var random = new Random(path.Length);
        var samples = Enumerable.Range(0, Places).Select(_ => (Column: random.Next(1, grid.Source.Columns - 1), Row: random.Next(1, grid.Source.Rows - 1))).ToArray();
        var places = samples.Select(s => grid.Placement.PlaceOf(s.Column, s.Row)).ToArray();
        // By place through GDAL's own transformation, and by pixel, once where many files lie alike: both must be the same sample.
        var byPlace = Ask(path, ["-wgs84"], places.Select(p => FormattableString.Invariant($"{p.LongitudeDegrees:F12} {p.LatitudeDegrees:F12}")));
        var byPixel = Path.GetFileName(path).Contains("32-", StringComparison.Ordinal) ? byPlace : Ask(path, [], samples.Select(s => $"{s.Column} {s.Row}"));
        var worst = 0.0;
        for (var i = 0; i < Places; i++)
        {
            var found = terrain.HeightMetres(places[i]);
            Assert.Equal(byPixel[i], byPlace[i]);
            if (byPlace[i] is -9999 or -32768 or -32767)
            {
                Assert.True(double.IsNaN(found), $"{path} {samples[i]}: {found}, not void");
                continue;
            }
            Assert.True(Math.Abs(found - byPlace[i]) < 1e-3, $"{path} {samples[i]} at {places[i]}: {found}, GDAL {byPlace[i]}; {string.Join("; ", terrain.Problems)}");
            worst = Math.Max(worst, Math.Abs(found - byPlace[i]));
        }
        return worst;
    }

    private static double[] Ask(string path, string[] how, IEnumerable<string> places) =>
        [.. Gdal.Run("gdallocationinfo", ["-valonly", .. how, path], string.Join('\n', places) + "\n")[..^1].Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    /// <summary>That GDAL reads what the tests' own writer writes makes the tests of every feature tests of TIFF and not of our reading of it.</summary>
    [Fact]
    public void Gdal_reads_what_the_tests_write()
    {
        Gdal.Run("gdallocationinfo", ["--version"]);
        static double Hills(int column, int row) => 1000 + 37 * column % 211 - 17 * row % 97;
        for (var i = 0; i < 24; i++)
        {
            var (predictor, isTiled) = (1 + i % 3, i % 5 < 2);
            var writer = new TiffWriter
            {
                IsBigEndian = i % 2 == 0,
                IsBigTiff = i % 7 < 3,
                Compression = ((int[])[5, 8, 32773, 1])[predictor == 1 ? i / 3 % 4 : i / 3 % 2],
                Predictor = predictor,
                Bits = predictor == 3 || i % 4 > 1 ? 32 : 16,
                Format = predictor == 3 || i % 4 == 2 ? 3 : 2,
                Tiles = isTiled ? (16, 16) : null,
            };
            var path = Put($"w{i}.tif", writer.File(Hills));
            var found = Ask(path, ["-wgs84"], Enumerable.Range(0, 300).Select(k => FormattableString.Invariant($"{10 + 0.01 * (k % 20 + 0.5):F6} {50 - 0.01 * (k / 20 + 0.5):F6}")));
            Assert.Equal(Enumerable.Range(0, 300).Select(k => Hills(k % 20, k / 20)), found);
        }
    }

    [Fact]
    public void Between_samples_the_surface_is_that_of_gdals_bilinear_warp()
    {
        Gdal.Run("gdallocationinfo", ["--version"]);
        Grid("patch.asc", 11.2, 46.3, 150, 0.001);
        var (made, fine) = (Path.Combine(Folder, "made.tif"), Path.Combine(Folder, "fine.tif"));
        Gdal.Run("gdal_translate", ["-q", "-a_srs", "EPSG:4326", "-ot", "Float64", Path.Combine(Folder, "patch.asc"), made]);
        // Samples seven times as dense, from within the grid: each is between four of the first.
        Gdal.Run("gdalwarp", ["-q", "-r", "bilinear", "-ot", "Float64", "-te", "11.21", "46.31", "11.33", "46.43", "-ts", "840", "840", "-et", "0", made, fine]);
        var (coarse, dense) = (new TerrainFolder(made), new TerrainFolder(fine));
        var worst = 0.0;
        for (var row = 0; row < 840; row += 3)
            for (var column = 0; column < 840; column += 3)
            {
                var place = new GeoPoint(46.43 - (row + 0.5) * 0.12 / 840, 11.21 + (column + 0.5) * 0.12 / 840);
                worst = Math.Max(worst, Math.Abs(coarse.HeightMetres(place) - dense.HeightMetres(place)));
            }
        output.WriteLine($"at most {worst:0.0e+0} m from GDAL");
        Assert.True(worst < 1e-3, $"{worst}");
    }
}
