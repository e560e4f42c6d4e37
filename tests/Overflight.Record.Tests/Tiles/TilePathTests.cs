using CsCheck;
using Overflight.Record.Tiles;

namespace Overflight.Record.Tests.Tiles;

public sealed class TilePathTests
{
    [Theory]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 273, 17, "tile/1/273.p/17")]
    [InlineData(TilePath.Entries, 0, 1, "tile/entries/000.p/1")]
    [InlineData(TilePath.Entries, 1000, 256, "tile/entries/x001/000")]
    public void Paths_are_those_of_the_standard(int level, long index, int width, string path) => Assert.Equal(path, TilePath.Of(level, index, width));

    [Fact]
    public void Paths_are_read_back() => Gen.Select(Gen.Int[-1, 63], Gen.Long[0, 1L << 40], Gen.Int[1, 256]).Sample((level, index, width) =>
    {
        Assert.True(TilePath.TryParse(TilePath.Of(level, index, width), out var l, out var n, out var w));
        Assert.Equal((level, index, width), (l, n, w));
    }, iter: 1_000);

    [Theory]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/xx01/000")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/+1/000")]
    [InlineData("tiles/0/000")]
    public void Other_names_are_refused(string path) => Assert.False(TilePath.TryParse(path, out _, out _, out _));
}
