using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;

namespace Overflight.Scenery.Video;

/// <summary>Finds where a turret's picture lies.</summary>
public static class SensorFootprint
{
    /// <summary>
    /// The footprint: the line of sight's end on the world's ground, and the outline on level ground of that height, as readers of streams take it
    /// (<see cref="FootprintFinder"/>). Where the line of sight meets nothing, level ground is the sea.
    /// </summary>
    public static Footprint Find(in TurretSight sight, SceneWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var view = sight.View;
        var centre = world.Meet(view.Origin, view.Ray(0, 0));
        var level = centre?.HeightMetres ?? Math.Min(world.HeightMetres(sight.Sensor), sight.SensorHeightMetres);
        return FootprintFinder.Find(view, new LevelGround(level)) with { Centre = centre, GroundHeightMetres = level };
    }
}
