using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Watched;

/// <summary>Where a sensor on board looked at an instant, as its own metadata say.</summary>
/// <param name="Time">When.</param>
/// <param name="Sensor">Where the sensor was.</param>
/// <param name="Centre">The middle of the picture on the ground.</param>
/// <param name="RadiusMetres">Of a disc of the picture's area on the ground.</param>
public readonly record struct SensorLook(UtcInstant Time, GeoPoint Sensor, GeoPoint Centre, double RadiusMetres);
