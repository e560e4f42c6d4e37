namespace Overflight.Geodesy.Terrain;

/// <summary>
/// Where the samples of a grid lie: an affine map from column and row, counted between samples, to longitude and latitude in degrees or
/// to eastings and northings of a UTM zone.
/// </summary>
internal sealed class GridPlacement
{
    // Beyond it the series of the projection say nothing, and no raster of a zone is as wide.
    private const double MostDegreesFromMeridian = 30;

    private readonly double _xColumn, _xRow, _x, _yColumn, _yRow, _y, _middleLongitude;
    private readonly double _columnX, _columnY, _rowX, _rowY;
    private readonly TransverseMercator? _projection;
    private readonly double _falseNorthing;

    /// <summary>X = (per column) (per row) and at sample 0, 0; Y the same. Degrees where there is no projection, else metres.</summary>
    /// <exception cref="InvalidDataException">The map has no inverse or puts samples where no place is.</exception>
    public GridPlacement(
        (double PerColumn, double PerRow, double AtOrigin) x, (double PerColumn, double PerRow, double AtOrigin) y, int columns, int rows,
        (int Zone, bool IsNorth)? utm = null)
    {
        (_xColumn, _xRow, _x) = x;
        (_yColumn, _yRow, _y) = y;
        var determinant = _xColumn * _yRow - _xRow * _yColumn;
        (_columnX, _columnY, _rowX, _rowY) = (_yRow / determinant, -_xRow / determinant, -_yColumn / determinant, _xColumn / determinant);
        if (!double.IsFinite(determinant) || determinant == 0 || !double.IsFinite(_x) || !double.IsFinite(_y))
            throw new InvalidDataException("its samples do not lie apart");
        if (utm is var (zone, isNorth))
            (_projection, _falseNorthing) = (Utm.Projection(zone), isNorth ? 0 : Utm.FalseNorthingMetres);
        (double X, double Y)[] corners = [At(0, 0), At(columns - 1, 0), At(0, rows - 1), At(columns - 1, rows - 1)];
        var (west, east) = (corners.Min(c => c.X), corners.Max(c => c.X));
        var (south, north) = (corners.Min(c => c.Y), corners.Max(c => c.Y));
        var fits = utm is null
            ? south >= -90.001 && north <= 90.001 && east - west <= 360.001 && Math.Abs(west) <= 720
            : west >= -2e6 && east <= 3e6 && south - _falseNorthing >= -1e7 && north - _falseNorthing <= 1e7;
        if (!fits)
            throw new InvalidDataException($"its samples lie from {west:0.######} to {east:0.######} and from {south:0.######} to {north:0.######}, where no place is");
        _middleLongitude = 0.5 * (west + east);
    }

    /// <summary>Column and row of a place, counted between samples; false where the projection does not go.</summary>
    public bool TryLocate(GeoPoint place, out double column, out double row)
    {
        double x, y;
        if (_projection is null)
        {
            x = place.LongitudeDegrees;
            if (x - _middleLongitude is < -180 or >= 180)
                x = _middleLongitude + Math.IEEERemainder(x - _middleLongitude, 360);
            y = place.LatitudeDegrees;
        }
        else
        {
            if (Math.Abs(Math.IEEERemainder(place.LongitudeDegrees - _projection.CentralMeridianDegrees, 360)) > MostDegreesFromMeridian)
            {
                (column, row) = (double.NaN, double.NaN);
                return false;
            }
            var at = _projection.Forward(place);
            (x, y) = (at.EastMetres + Utm.FalseEastingMetres, at.NorthMetres + _falseNorthing);
        }
        (x, y) = (x - _x, y - _y);
        column = _columnX * x + _columnY * y;
        row = _rowX * x + _rowY * y;
        return true;
    }

    /// <summary>The place at a column and row.</summary>
    public GeoPoint PlaceOf(double column, double row)
    {
        var (x, y) = At(column, row);
        return _projection is null
            ? new GeoPoint(Math.Clamp(y, -90, 90), x).Normalised()
            : _projection.Reverse(x - Utm.FalseEastingMetres, y - _falseNorthing);
    }

    private (double X, double Y) At(double column, double row) => (_xColumn * column + _xRow * row + _x, _yColumn * column + _yRow * row + _y);
}
