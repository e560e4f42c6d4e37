using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>Finds where pictures lie on the ground.</summary>
public static class FootprintFinder
{
    /// <summary>The footprint of a packet.</summary>
    /// <param name="pose">What the packet says.</param>
    /// <param name="reading">How it is to be understood.</param>
    /// <param name="terrain">The ground; null to take level ground of the height that the packet states.</param>
    public static Footprint Find(StatedPose pose, PoseReading reading, IGround? terrain = null)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(reading);
        if (CameraReader.Read(pose, reading) is not { } camera)
            return Footprint.Without(FootprintKind.NoPose);
        if (terrain is not null)
            return Find(camera, terrain);
        var (height, source) = GroundLevel.Of(pose, camera, reading);
        return Find(camera, new LevelGround(height)) with { GroundHeightMetres = height, GroundSource = source };
    }

    /// <summary>The footprint of a camera.</summary>
    public static Footprint Find(CameraView camera, IGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        if (ground.Covers(camera.Place, camera.HeightMetres))
            return Footprint.Without(FootprintKind.BelowGround, camera);
        var centre = ground.Meet(camera.Origin, camera.Ray(0, 0));
        return camera.HasPicture ? new FootprintWalk(camera, ground).Find(centre) : Footprint.Without(FootprintKind.AxisOnly, camera, centre);
    }
}
