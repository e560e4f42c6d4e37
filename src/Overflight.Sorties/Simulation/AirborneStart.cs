using Overflight.Geodesy;

namespace Overflight.Sorties.Simulation;

/// <summary>A start in the air.</summary>
/// <param name="Place">The place below.</param>
/// <param name="AltitudeMetres">Above mean sea level.</param>
/// <param name="HeadingDegrees">Heading.</param>
/// <param name="TrueAirspeedMetresPerSecond">Airspeed; absent: loiter.</param>
public sealed record AirborneStart(GeoPoint Place, double AltitudeMetres, double HeadingDegrees, double? TrueAirspeedMetresPerSecond = null);
