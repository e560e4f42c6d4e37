using System.Buffers.Binary;
using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Tests.Sight;

/// <summary>Footprints over made terrain.</summary>
public sealed class TerrainGroundTests : IDisposable
{
    private const int Across = 1201;

    private readonly string _folder = Directory.CreateTempSubdirectory("overflight-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Over_a_plateau_it_is_the_footprint_on_level_ground()
    {
        var ground = Terrain((_, _) => 300);
        var camera = new CameraView(new GeoPoint(20.5, -104.5), 4_000, Rotation.Of(35, -40, 5), 12, 9);
        var footprint = FootprintFinder.Find(camera, ground);
        var level = FootprintFinder.Find(camera, new LevelGround(300 + Geoid.UndulationMetres(camera.Place)));

        Assert.Equal(FootprintKind.Whole, footprint.Kind);
        Assert.False(footprint.IsPartlyUnknown);
        foreach (var (a, b) in footprint.Corners.Zip(level.Corners))
            Assert.Equal(0, Geodesic.DistanceMetres(a.Place, b.Place), 3.0);
        Assert.Equal(level.AreaSquareMetres, footprint.AreaSquareMetres, 0.001 * level.AreaSquareMetres);
    }

    [Fact]
    public void A_ridge_catches_the_line_of_sight()
    {
        // A wall of 1,500 m along the parallel of 20.55 degrees.
        var ground = Terrain((north, _) => Math.Abs(north - 0.55) < 0.004 ? 1_500 : 100);
        var camera = new CameraView(new GeoPoint(20.5, -104.5), 2_000, Rotation.Of(0, -10, 0), 4, 3);
        var centre = FootprintFinder.Find(camera, ground).Centre!.Value;

        Assert.InRange(centre.Place.LatitudeDegrees, 20.544, 20.547);
        Assert.InRange(centre.HeightMetres - Geoid.UndulationMetres(centre.Place), 500, 1_500);
    }

    [Fact]
    public void Where_terrain_ends_so_does_what_is_known()
    {
        var ground = Terrain((_, _) => 0);
        var camera = new CameraView(new GeoPoint(20.99, -104.5), 3_000, Rotation.Of(0, -30, 0), 40, 30);
        var footprint = FootprintFinder.Find(camera, ground);

        Assert.True(footprint.IsPartlyUnknown);
        Assert.Equal(SightEnd.Unknown, footprint.Centre!.Value.End);
        Assert.Equal(SightEnd.Unknown, footprint.Corners[0].End);
    }

    [Fact]
    public void Below_the_ground_nothing_is_seen()
    {
        var ground = Terrain((_, _) => 2_500);
        var camera = new CameraView(new GeoPoint(20.5, -104.5), 2_000, Rotation.Of(0, -30, 0), 4, 3);

        Assert.Equal(FootprintKind.BelowGround, FootprintFinder.Find(camera, ground).Kind);
    }

    private TerrainGround Terrain(Func<double, double, int> height)
    {
        var bytes = new byte[2 * Across * Across];
        for (var row = 0; row < Across; row++)
            for (var column = 0; column < Across; column++)
                BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * (row * Across + column)), (short)height(1 - row / (Across - 1.0), column / (Across - 1.0)));
        File.WriteAllBytes(Path.Combine(_folder, "N20W105.hgt"), bytes);
        return new TerrainGround(new TerrainFolder(_folder));
    }
}
