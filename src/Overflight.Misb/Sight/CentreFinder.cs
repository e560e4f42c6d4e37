namespace Overflight.Misb.Sight;

/// <summary>Finds where the middle of a picture is on level ground, and nothing more of it.</summary>
public static class CentreFinder
{
    /// <summary>Where the line of sight meets ground of the height that the packet states; null where it passes over it.</summary>
    /// <param name="pose">What the packet says.</param>
    /// <param name="camera">The camera by the reading.</param>
    /// <param name="reading">How the packet is to be understood.</param>
    public static GroundPoint? Find(StatedPose pose, CameraView camera, PoseReading reading) =>
        new LevelGround(GroundLevel.Of(pose, camera, reading).HeightMetres).Meet(camera.Origin, camera.Ray(0, 0));
}
