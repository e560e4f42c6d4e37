using System.Text;
using Overflight.Geodesy.Terrain;

namespace Overflight.Geodesy.Tests.Terrain;

public sealed class DtedTests : MadeFolder
{
    [Theory]
    [InlineData("n47.dt0", 300, 300)]
    [InlineData("n47.dt1", 30, 30)]
    [InlineData("n47.DT2", 20, 10)]
    [InlineData("n47.dt1", 180, 30)]
    public void Heights_lie_where_the_records_have_them(string name, int longitudeTenths, int latitudeTenths)
    {
        Put(name, DtedWriter.Cell(47, -9, longitudeTenths, latitudeTenths, (column, row) => column - 2 * row % 1000));
        var terrain = new TerrainFolder(Folder);
        for (var i = 0; i < 200; i++)
        {
            var (column, row) = (i * 7 % (36_000 / longitudeTenths + 1), i * 11 % (36_000 / latitudeTenths + 1));
            var place = new GeoPoint(47 + row * latitudeTenths / 36_000.0, -9 + column * longitudeTenths / 36_000.0);
            Assert.Equal(column - 2 * row % 1000, terrain.HeightMetres(place), 1e-6);
        }
        Assert.Empty(terrain.Problems);
    }

    [Fact]
    public void Between_samples_it_is_bilinear_and_signs_stand_by_themselves()
    {
        Put("s01.dt0", DtedWriter.Cell(-1, 179, 300, 300, (column, row) => -100 - column + 3 * row));
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(-100 - 12.25 + 3 * 40.5, terrain.HeightMetres(new GeoPoint(-1 + 40.5 / 120, 179 + 12.25 / 120)), 1e-4);
        // The east edge lies on the 180th meridian.
        Assert.Equal(-100 - 120 + 30, terrain.HeightMetres(new GeoPoint(-1 + 10 / 120.0, -180)), 1e-6);
        Assert.Equal(-100 - 120 + 30, terrain.HeightMetres(new GeoPoint(-1 + 10 / 120.0, 180)), 1e-6);
    }

    [Fact]
    public void Voids_and_damaged_records_have_no_height()
    {
        var bytes = DtedWriter.Cell(0, 0, 300, 300, (column, row) => column == 60 && row == 60 ? null : 500);
        // One height of column 30, and the mark of column 90.
        bytes[DtedWriter.HeaderBytes + 30 * (12 + 242) + 100] ^= 1;
        bytes[DtedWriter.HeaderBytes + 90 * (12 + 242)] = 0;
        Put("a.dt0", bytes);
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(500, terrain.HeightMetres(At(10, 10)));
        foreach (var (column, row) in ((double, double)[])[(60, 60), (60.5, 59.5), (30, 5), (29.5, 100), (90, 7)])
            Assert.True(double.IsNaN(terrain.HeightMetres(At(column, row))), $"{column} {row}");
        foreach (var (column, row) in ((double, double)[])[(61, 60), (60, 61.5), (29, 5), (31, 5)])
            Assert.Equal(500, terrain.HeightMetres(At(column, row)), 1e-9);
        Assert.Equal(2, terrain.Problems.Count);
        Assert.Contains($"record of column 30 at offset {DtedWriter.HeaderBytes + 30 * 254}: checksum", terrain.Problems[0], StringComparison.Ordinal);
        Assert.Contains("record of column 90", terrain.Problems[1], StringComparison.Ordinal);

        static GeoPoint At(double column, double row) => new(row / 120, column / 120);
    }

    [Fact]
    public void A_cut_file_keeps_its_first_columns()
    {
        Put("a.dt0", DtedWriter.Cell(0, 0, 300, 300, (_, _) => 5)[..(DtedWriter.HeaderBytes + 50 * 254 + 100)]);
        var terrain = new TerrainFolder(Folder);
        Assert.Equal(5, terrain.HeightMetres(new GeoPoint(0.5, 49 / 120.0)));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 50 / 120.0))));
        Assert.Contains("column 50", Assert.Single(terrain.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "UHL2", "no UHL1 header at offset 0")]
    [InlineData(80, "XXX", "no DSI header at offset 80")]
    [InlineData(728, "XXX", "no ACC header at offset 728")]
    [InlineData(4, "00A0000E", "longitude of origin \"00A\" at offset 4")]
    [InlineData(12, "0910000N", "latitude of origin")]
    [InlineData(12, "0100000E", "latitude of origin")]
    [InlineData(20, "    ", "longitude interval")]
    [InlineData(24, "0000", "none apart")]
    [InlineData(47, "0001", "fewer than two")]
    [InlineData(221, "NAV", "vertical datum NAV")]
    [InlineData(224, "WGS72", "horizontal datum WGS72")]
    public void A_header_that_cannot_be_is_named(int offset, string text, string problem)
    {
        var bytes = DtedWriter.Cell(0, 0, 300, 300, (_, _) => 5);
        Encoding.ASCII.GetBytes(text).CopyTo(bytes, offset);
        Put("a.dt0", bytes);
        var terrain = new TerrainFolder(Folder);
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.5))));
        Assert.Contains(problem, Assert.Single(terrain.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Tape_labels_before_the_headers_are_passed_over()
    {
        Put("a.dt0", [.. Encoding.ASCII.GetBytes("VOL1".PadRight(80) + "HDR1".PadRight(80)), .. DtedWriter.Cell(0, 0, 300, 300, (column, _) => column)]);
        Assert.Equal(7, new TerrainFolder(Folder).HeightMetres(new GeoPoint(0.5, 7 / 120.0)), 1e-6);
    }
}
