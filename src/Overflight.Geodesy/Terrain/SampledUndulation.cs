namespace Overflight.Geodesy.Terrain;

/// <summary>
/// Heights of the sea above the ellipsoid along a way: computed at the corners of a small cell of the map and bilinear in it, so that the full computation is
/// done once in half a kilometre and not at each place. Within a millimetre or two of it.
/// </summary>
internal sealed class SampledUndulation(Func<GeoPoint, double>? undulationMetres)
{
    private const double CellsPerDegree = 256;

    private double _row = double.NaN, _column = double.NaN;
    private double _southWest, _southEast, _northWest, _northEast;

    /// <summary>Height of the sea above the ellipsoid at a place, metres.</summary>
    public double At(GeoPoint place)
    {
        if (undulationMetres is null)
            return 0;
        var (y, x) = (place.LatitudeDegrees * CellsPerDegree, place.LongitudeDegrees * CellsPerDegree);
        var (row, column) = (Math.Floor(y), Math.Floor(x));
        if (row != _row || column != _column)
        {
            (_row, _column) = (row, column);
            (_southWest, _southEast) = (Corner(row, column), Corner(row, column + 1));
            (_northWest, _northEast) = (Corner(row + 1, column), Corner(row + 1, column + 1));
        }
        var (fy, fx) = (y - row, x - column);
        return (1 - fy) * ((1 - fx) * _southWest + fx * _southEast) + fy * ((1 - fx) * _northWest + fx * _northEast);
    }

    private double Corner(double row, double column) =>
        undulationMetres!(new GeoPoint(Math.Clamp(row / CellsPerDegree, -90, 90), column / CellsPerDegree).Normalised());
}
