using Overflight.Geodesy;

namespace Overflight.Dossiers.Footprints;

/// <summary>A connected part of a swath.</summary>
/// <param name="Outer">The ring round it, counter-clockwise, not closed.</param>
/// <param name="Holes">Rings round what was not seen within it, clockwise, not closed.</param>
public sealed record SwathArea(IReadOnlyList<GeoPoint> Outer, IReadOnlyList<IReadOnlyList<GeoPoint>> Holes)
{
    /// <summary>Area, square metres.</summary>
    public double SquareMetres => new GeodesicPolygon(Outer).AreaSquareMetres - Holes.Sum(h => new GeodesicPolygon(h).AreaSquareMetres);
}
