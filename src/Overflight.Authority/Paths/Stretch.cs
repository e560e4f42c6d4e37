namespace Overflight.Authority.Paths;

/// <summary>A stretch of a leg and how it lies to an area.</summary>
/// <param name="Relation">Whether the whole width of the path is inside, outside, or neither can be said.</param>
/// <param name="IsLineInside">Whether the line itself is inside, farther than the boundary is uncertain.</param>
/// <param name="FromMetres">Where it begins, metres along the leg.</param>
/// <param name="ToMetres">Where it ends.</param>
internal readonly record struct Stretch(Relation Relation, bool IsLineInside, double FromMetres, double ToMetres);
