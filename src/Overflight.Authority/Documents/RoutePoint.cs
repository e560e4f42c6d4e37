using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A point of a route.</summary>
/// <param name="At">When.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="AltitudeMetres">Above mean sea level, metres.</param>
public sealed record RoutePoint(UtcInstant At, double Latitude, double Longitude, double AltitudeMetres);
