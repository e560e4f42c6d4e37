namespace Overflight.Mavlink.Vehicles;

/// <summary>A place.</summary>
/// <param name="Latitude">Degrees, WGS-84.</param>
/// <param name="Longitude">Degrees, WGS-84.</param>
/// <param name="AltitudeMsl">Metres above mean sea level; NaN: as it is.</param>
public readonly record struct Place(double Latitude, double Longitude, double AltitudeMsl);
