namespace Overflight.Mavlink.Vehicles;

/// <summary>What a camera is doing.</summary>
/// <param name="IsTakingSeries">Whether it takes a series of images.</param>
/// <param name="SeriesInterval">Between two images of the series.</param>
/// <param name="ImagesTaken">Images taken since it was started.</param>
/// <param name="RecordingFor">How long it has been recording; null: it does not record.</param>
/// <param name="ZoomPercent">Zoom; NaN: not known.</param>
/// <param name="AvailableMebibytes">Room left.</param>
public sealed record CameraState(bool IsTakingSeries, TimeSpan SeriesInterval, int ImagesTaken, TimeSpan? RecordingFor, double ZoomPercent, double AvailableMebibytes);
