using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// A place and a time at which the aircraft may have been inside, re-checkable with two geodesic inverses: from the first
/// fix to the place and from the place to the second fix is no longer than what the speed bound and the radii allow, and
/// the place is in the airspace or no farther from its mapped edge than the edge's uncertainty.
/// </summary>
/// <param name="Place">Where.</param>
/// <param name="Earliest">The first instant at which it can be reached.</param>
/// <param name="Latest">The last instant at which it can be left.</param>
/// <param name="FirstFix">Index in the flight's track of the fix before.</param>
/// <param name="SecondFix">Index of the fix after; the same as the first where one fix decides by its own radius.</param>
/// <param name="MetresFromFirst">Geodesic distance from the first fix.</param>
/// <param name="MetresToSecond">Geodesic distance to the second fix.</param>
/// <param name="AllowedMetres">What speed bound and radii allow for both.</param>
/// <param name="MetresFromEdge">Distance from the mapped edge; 0 where the place lies on it or inside.</param>
/// <param name="Edge">The edge.</param>
public sealed record Witness(
    GeoPoint Place, UtcInstant Earliest, UtcInstant Latest, int FirstFix, int SecondFix,
    double MetresFromFirst, double MetresToSecond, double AllowedMetres, double MetresFromEdge, BoundaryEdge Edge);
