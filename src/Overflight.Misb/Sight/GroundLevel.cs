using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>The height of the ground under a picture, from what its packet states.</summary>
public static class GroundLevel
{
    /// <summary>Metres above the ellipsoid, and where the number is from.</summary>
    /// <param name="pose">What the packet says.</param>
    /// <param name="camera">The camera by the reading.</param>
    /// <param name="reading">How the packet is to be understood.</param>
    public static (double HeightMetres, GroundSource Source) Of(StatedPose pose, CameraView camera, PoseReading reading)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(reading);
        var centre = CentreHeight(pose);
        var bySlant = pose.SlantRangeMetres > 0 ? camera.At(camera.Ray(0, 0), pose.SlantRangeMetres).HeightMetres : double.NaN;
        if (reading.Ground is null or GroundSource.StatedCentre && !double.IsNaN(centre))
            return (centre, GroundSource.StatedCentre);
        if (reading.Ground is not GroundSource.SeaLevel && !double.IsNaN(bySlant))
            return (bySlant, GroundSource.SlantRange);
        return (SeaLevel.At(camera.Place), GroundSource.SeaLevel);
    }

    private static double CentreHeight(StatedPose pose) =>
        double.IsNaN(pose.CentreHeightMetres) ? pose.CentreElevationMetres + SeaLevel.At(pose.Centre) : pose.CentreHeightMetres;
}
