using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>A geofence: a polygon of geodesic edges with an altitude band and a time window.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which side is the right one.</param>
/// <param name="IsHard">Hard: never crossed, and left by the shortest way. Soft: warned of and circled before, crossed once acknowledged.</param>
/// <param name="Area">Corners, at least three.</param>
/// <param name="FloorMetres">Bottom of the band, above mean sea level; absent: the ground.</param>
/// <param name="CeilingMetres">Top of the band; absent: none.</param>
/// <param name="From">When it begins to bind; absent: always did.</param>
/// <param name="Until">When it ends; absent: never.</param>
public sealed record Fence(
    string Id, FenceKind Kind, bool IsHard, IReadOnlyList<GeoPoint> Area,
    double? FloorMetres = null, double? CeilingMetres = null, UtcInstant? From = null, UtcInstant? Until = null);
