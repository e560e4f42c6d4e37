using System.Buffers.Binary;
using Overflight.Geodesy;
using Overflight.Patterns.Reach;
using Overflight.Patterns.Reach.Terrain;

namespace Overflight.Patterns.Tests.Reach;

public sealed class TerrainTests : IDisposable
{
    private const int Across = 1201;

    private readonly string _folder = Directory.CreateTempSubdirectory("overflight-terrain").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>A tile whose height depends on the part of the degree north and east of its corner.</summary>
    private void Tile(string name, Func<double, double, double> height, int across = Across)
    {
        var bytes = new byte[across * across * 2];
        for (var row = 0; row < across; row++)
            for (var column = 0; column < across; column++)
                BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * (row * across + column)), (short)height(1 - row / (double)(across - 1), column / (double)(across - 1)));
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
    }

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
        Tile("S02W003.hgt", (north, east) => Math.Round(1200 * north) * 2 + Math.Round(1200 * east), across);
        var terrain = new TerrainFolder(_folder);
        Assert.Equal(1, terrain.Count);
        foreach (var (north, east) in ((double, double)[])[(0, 0), (0.25, 0.75), (0.5, 0.5), (0.999, 0.001)])
            Assert.Equal(2400 * north + 1200 * east, terrain.HeightMetres(new GeoPoint(-2 + north, -3 + east)), 1.6);
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(-2.001, -2.5))));
    }

    [Fact]
    public void Voids_have_no_height()
    {
        Tile("N00E000.hgt", (north, east) => east > 0.5 ? short.MinValue : 100);
        var terrain = new TerrainFolder(_folder);
        Assert.Equal(100, terrain.HeightMetres(new GeoPoint(0.5, 0.25)));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.75))));
    }

    [Fact]
    public void A_tile_of_a_wrong_length_is_missing_and_named()
    {
        File.WriteAllBytes(Path.Combine(_folder, "N00E000.hgt"), new byte[1000]);
        var terrain = new TerrainFolder(_folder);
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.5))));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0.5, 0.6))));
        Assert.Contains("N00E000.hgt: 1000 bytes", Assert.Single(terrain.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ridge_hides_what_the_formula_says()
    {
        // A wall of 1,000 m at 0.5° E; an eye of 3,000 m at 0° E looks along the equator over it.
        Tile("N00E000.hgt", (_, east) => Math.Abs(east - 0.5) < 0.002 ? 1_000 : 0);
        Tile("N00E001.hgt", (_, _) => 0);
        var terrain = new TerrainFolder(_folder);
        var (eye, wall) = (3_000.0, 0.5 * 111_319.5);
        var from = new GeoPoint(0.5, 0.0001);
        // Over a sphere of kR the line from the eye over the wall comes down to 0 where its height, by similar triangles with the
        // drop of a sphere x(D − x)/2kR, is that of the wall.
        var radius = 7.0 / 6 * SightHorizon.GaussianRadiusMetres(0.5);
        var hiddenFrom = wall;
        double hiddenTo = wall;
        for (var distance = wall; distance < 160_000; distance += 50)
            if (eye * (1 - wall / distance) - wall * (distance - wall) / (2 * radius) < 1_000)
                hiddenTo = distance;
        Assert.InRange(hiddenTo, 80_000, 100_000);
        foreach (var (metres, expected) in ((double, SightOverTerrain)[])
            [(hiddenFrom - 3_000, SightOverTerrain.Seen), (hiddenFrom + 3_000, SightOverTerrain.Hidden), (hiddenTo - 1_500, SightOverTerrain.Hidden), (hiddenTo + 1_500, SightOverTerrain.Seen)])
            Assert.Equal(expected, TerrainSight.Look(terrain, from, eye, Geodesic.Direct(from, 90, metres), 7.0 / 6));
    }

    [Fact]
    public void Where_a_tile_is_missing_nothing_is_said_to_be_hidden_or_seen()
    {
        Tile("N00E000.hgt", (_, _) => 0);
        var terrain = new TerrainFolder(_folder);
        Assert.Equal(SightOverTerrain.Unknown, TerrainSight.Look(terrain, new GeoPoint(0.5, 0.5), 5_000, new GeoPoint(0.5, 1.2), 1));
        Assert.Equal(SightOverTerrain.Unknown, TerrainSight.Look(terrain, new GeoPoint(0.5, 1.2), 500, new GeoPoint(0.5, 0.9), 1));
        Assert.Equal(SightOverTerrain.Seen, TerrainSight.Look(terrain, new GeoPoint(0.5, 0.5), 5_000, new GeoPoint(0.5, 0.9), 1));
    }

    [Fact]
    public void Flat_terrain_hides_next_to_nothing_and_a_wall_hides_much()
    {
        var region = Made.Box(0.05, 0.3, 0.95, 0.95);
        var flight = Made.Flight(1_500, new GeoPoint(0.5, 0.05));
        Tile("N00E000.hgt", (_, _) => 0);
        var flat = ReachFinder.Find(flight, region, Sensor.Optical, terrain: new TerrainFolder(_folder)).OverTerrain!;
        Assert.InRange(flat.Places, 1_800, 2_200);
        Assert.Equal((flat.Places, 0), (flat.Visible, flat.Unknown));
        Tile("N00E000.hgt", (_, east) => Math.Abs(east - 0.5) < 0.002 ? 1_400 : 0);
        var walled = ReachFinder.Find(flight, region, Sensor.Optical, terrain: new TerrainFolder(_folder)).OverTerrain!;
        Assert.InRange(walled.Hidden / (double)walled.Places, 0.6, 0.75);
    }

    [Fact]
    public void Any_bytes_make_a_tile_or_an_error()
    {
        var random = new Random(7);
        var whole = new byte[Across * Across * 2];
        random.NextBytes(whole);
        for (var i = 0; i < 40; i++)
        {
            var bytes = i % 2 == 0 ? whole.AsSpan(0, random.Next(whole.Length)) : whole.AsSpan();
            if (bytes.Length > 0)
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(256);
            if (bytes.Length != whole.Length)
            {
                Assert.Throws<InvalidDataException>(() => HgtTile.Parse(whole.AsSpan(0, Math.Min(whole.Length - 1, i * 1000))));
                continue;
            }
            var tile = HgtTile.Parse(bytes);
            for (var k = 0; k < 500; k++)
            {
                var height = tile.HeightMetres(random.NextDouble() * 1.2 - 0.1, random.NextDouble() * 1.2 - 0.1);
                Assert.True(double.IsNaN(height) || Math.Abs(height) <= short.MaxValue);
            }
        }
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
