using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>Where an aircraft can land.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">The threshold.</param>
/// <param name="ElevationMetres">Above mean sea level.</param>
/// <param name="RunwayDegrees">Course of take-off and landing.</param>
public sealed record Airfield(string Id, GeoPoint Place, double ElevationMetres = 0, double RunwayDegrees = 0);
