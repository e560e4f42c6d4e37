namespace Overflight.Mavlink.Vehicles;

/// <summary>What a camera is.</summary>
/// <param name="Vendor">Its maker.</param>
/// <param name="Model">Its model.</param>
/// <param name="Width">Width of images in pixels.</param>
/// <param name="Height">Height of images in pixels.</param>
/// <param name="HorizontalFieldOfView">Degrees, at its widest.</param>
/// <param name="FocalLengthMillimetres">NaN: not known.</param>
/// <param name="SensorWidthMillimetres">NaN: not known.</param>
/// <param name="SensorHeightMillimetres">NaN: not known.</param>
/// <param name="CanZoom">Whether it zooms.</param>
/// <param name="StreamUri">Where its video stream is; null: it has none.</param>
public sealed record CameraDescription(
    string Vendor, string Model, int Width, int Height, double HorizontalFieldOfView,
    double FocalLengthMillimetres = double.NaN, double SensorWidthMillimetres = double.NaN, double SensorHeightMillimetres = double.NaN,
    bool CanZoom = false, string? StreamUri = null);
