using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>A part of the map and how deep in a region its middle lies.</summary>
/// <param name="South">Southern edge, degrees.</param>
/// <param name="West">Western edge, degrees.</param>
/// <param name="Height">Degrees of latitude.</param>
/// <param name="Width">Degrees of longitude.</param>
/// <param name="DepthMetres">Distance of the middle from the boundary, negative outside.</param>
/// <param name="HalfMetres">Half the diagonal, no less than it is.</param>
internal readonly record struct DepthCell(double South, double West, double Height, double Width, double DepthMetres, double HalfMetres)
{
    public GeoPoint Middle => new GeoPoint(South + 0.5 * Height, West + 0.5 * Width).Normalised();

    /// <summary>No place of it is deeper.</summary>
    public double MostMetres => DepthMetres + HalfMetres;

    public IEnumerable<(double South, double West, double Height, double Width)> Quarters()
    {
        var (height, width) = (0.5 * Height, 0.5 * Width);
        yield return (South, West, height, width);
        yield return (South, West + width, height, width);
        yield return (South + height, West, height, width);
        yield return (South + height, West + width, height, width);
    }
}
