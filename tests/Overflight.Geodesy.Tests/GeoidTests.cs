using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

public sealed class GeoidTests(ITestOutputHelper output)
{
    /// <summary>NGA's OUTPUT.DAT for F477: the full harmonic model, to 1 mm.</summary>
    [Theory]
    [InlineData(38.6281550, 269.7791550, -31.628)]
    [InlineData(-14.6212170, 305.0211140, -2.969)]
    [InlineData(46.8743190, 102.4487290, -43.575)]
    [InlineData(-23.6174460, 133.8747120, 15.871)]
    [InlineData(38.6254730, 359.9995000, 50.066)]
    [InlineData(-0.4667440, 0.0023000, 17.329)]
    public void Published_values(double latitude, double longitude, double metres)
    {
        SkipWithoutGrid();
        var found = Geoid.UndulationMetres(new GeoPoint(latitude, longitude).Normalised());
        output.WriteLine($"{found:0.000}, published {metres:0.000}");
        Assert.Equal(metres, found, 0.02);
    }

    [Fact]
    public void Continuous_across_the_seams()
    {
        SkipWithoutGrid();
        Assert.Equal(13.606, Geoid.UndulationMetres(new GeoPoint(90, 0)), 0.01);
        Assert.Equal(Geoid.UndulationMetres(new GeoPoint(90, 0)), Geoid.UndulationMetres(new GeoPoint(90, 77)), 1e-9);
        Assert.Equal(-29.534, Geoid.UndulationMetres(new GeoPoint(-90, 12)), 0.01);
        foreach (var latitude in new[] { 89.99, 12.3, -45.6, -89.99 })
        {
            Assert.Equal(Geoid.UndulationMetres(new GeoPoint(latitude, -1e-9)), Geoid.UndulationMetres(new GeoPoint(latitude, 1e-9)), 1e-6);
            Assert.Equal(Geoid.UndulationMetres(new GeoPoint(latitude, -180)), Geoid.UndulationMetres(new GeoPoint(latitude, 180)), 1e-9);
        }
    }

    [Fact]
    public void A_missing_grid_says_so()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Geoid.Load("/nonexistent/geoid-egm96.bin"));
        Assert.Contains("data/geoid/build", error.Message, StringComparison.Ordinal);
    }

    private static void SkipWithoutGrid()
    {
        if (!Geoid.IsAvailable)
            Assert.Skip("geoid-egm96.bin absent: data/geoid/build makes it and needs npm");
    }
}
