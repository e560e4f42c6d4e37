using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>A fix and an edge that the verdict turns on.</summary>
/// <param name="What">In words: "deepest fix inside", "nearest fix outside", "last fix before the silence" and so on.</param>
/// <param name="Fix">Index in the flight's track.</param>
/// <param name="Time">The fix's time.</param>
/// <param name="Place">The fix's place.</param>
/// <param name="SignedMetres">Distance to the edge, inside positive.</param>
/// <param name="RadiusMetres">The fix's radius.</param>
/// <param name="Edge">The nearest edge.</param>
public sealed record DecidingFact(string What, int Fix, UtcInstant Time, GeoPoint Place, double SignedMetres, double RadiusMetres, BoundaryEdge Edge);
