using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>A stretch of boundary for drawing.</summary>
/// <param name="Points">Its corners, in order.</param>
/// <param name="Kind">What its edges are.</param>
/// <param name="Claims">The claims that begin or end at it.</param>
public sealed record BoundaryLine(IReadOnlyList<GeoPoint> Points, EdgeKind Kind, IReadOnlyList<string> Claims);
