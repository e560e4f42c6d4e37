using System.Buffers.Binary;
using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
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
}
