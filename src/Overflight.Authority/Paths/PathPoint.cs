using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Authority.Paths;

/// <summary>A point of a path.</summary>
/// <param name="At">When.</param>
/// <param name="Place">Where.</param>
/// <param name="RadiusMetres">How far from there the aircraft can be at that instant, metres.</param>
/// <param name="Altitude">Between which altitudes it is; null where nothing tells.</param>
public readonly record struct PathPoint(UtcInstant At, GeoPoint Place, double RadiusMetres, AltitudeBand? Altitude);
