namespace Overflight.Mavlink.Vehicles;

/// <summary>A camera of a vehicle.</summary>
public interface ICamera
{
    /// <summary>What it is.</summary>
    CameraDescription Description { get; }

    /// <summary>What it is doing.</summary>
    CameraState State { get; }

    /// <summary>Takes images.</summary>
    /// <param name="interval">Between two of them; zero: one alone.</param>
    /// <param name="count">How many; 0: until told otherwise.</param>
    VehicleAnswer TakeImages(TimeSpan interval, int count);

    /// <summary>Ends a series of images.</summary>
    VehicleAnswer StopImages();

    /// <summary>Begins to record video.</summary>
    VehicleAnswer StartVideo();

    /// <summary>Ends the recording.</summary>
    VehicleAnswer StopVideo();

    /// <summary>Zooms.</summary>
    /// <param name="percent">0: widest, 100: narrowest.</param>
    VehicleAnswer Zoom(double percent);
}
