using Overflight.Geodesy;

namespace Overflight.Dossiers.Map;

/// <summary>
/// A map window: equirectangular, longitudes shrunk by the cosine of the middle latitude. Coordinates are drawing units,
/// <see cref="Width"/> wide. Longitudes may run beyond ±180 within it.
/// </summary>
internal sealed class MapFrame
{
    public const double Width = 1088;

    private const double LeastDegrees = 0.25;
    private const double Margin = 0.09;

    // Few proportions only, for each needs a rule in the style sheet.
    private static readonly int[] Proportions = [56, 64, 72];

    private readonly double _unitsPerDegree;
    private readonly double _shrink;

    private MapFrame(double middleLatitude, double middleLongitude, double unitsPerDegree, double shrink, int proportion)
    {
        (MiddleLatitude, MiddleLongitude) = (middleLatitude, middleLongitude);
        _unitsPerDegree = unitsPerDegree;
        _shrink = shrink;
        Proportion = proportion;
    }

    public double MiddleLatitude { get; }

    public double MiddleLongitude { get; }

    /// <summary>Height in hundredths of the width.</summary>
    public int Proportion { get; }

    public double Height => Width * Proportion / 100;

    public double South => MiddleLatitude - Height / 2 / _unitsPerDegree;

    public double North => MiddleLatitude + Height / 2 / _unitsPerDegree;

    public double West => MiddleLongitude - Width / 2 / (_unitsPerDegree * _shrink);

    public double East => MiddleLongitude + Width / 2 / (_unitsPerDegree * _shrink);

    /// <summary>Metres that one unit stands for, in the middle of the map.</summary>
    public double MetresPerUnit => Wgs84.MetresPerDegree / _unitsPerDegree;

    public double DegreesPerUnit => 1 / _unitsPerDegree;

    /// <summary>A window around places, the way from each to the next taken the short way round.</summary>
    /// <param name="places">What it holds.</param>
    /// <param name="leastDegrees">It is this wide and high at least, in degrees of latitude.</param>
    public static MapFrame Around(IEnumerable<GeoPoint> places, double leastDegrees = LeastDegrees)
    {
        var (south, north, west, east, last) = (90.0, -90.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN);
        foreach (var place in places)
        {
            var longitude = double.IsNaN(last) ? place.LongitudeDegrees : Near(place.LongitudeDegrees, last);
            last = longitude;
            (south, north) = (Math.Min(south, place.LatitudeDegrees), Math.Max(north, place.LatitudeDegrees));
            (west, east) = (Math.Min(west, longitude), Math.Max(east, longitude));
        }
        if (double.IsNaN(last))
            (south, north, west, east) = (-60, 60, -180, 180);
        var (latitude, middle) = ((south + north) / 2, (west + east) / 2);
        var shrink = Math.Max(0.05, Math.Cos(double.DegreesToRadians(latitude)));
        var high = Math.Max(leastDegrees, north - south) * (1 + 2 * Margin);
        var wide = Math.Max(leastDegrees, Math.Min(360, (east - west) * (1 + 2 * Margin)) * shrink);
        var proportion = Proportions[^1];
        foreach (var candidate in Proportions)
            if (high / wide <= candidate / 100.0)
            {
                proportion = candidate;
                break;
            }
        var unitsPerDegree = Math.Min(Width / wide, Width * proportion / 100 / high);
        return new MapFrame(latitude, middle, unitsPerDegree, shrink, proportion);
    }

    public (double X, double Y) At(GeoPoint place) => At(place.LatitudeDegrees, Near(place.LongitudeDegrees, MiddleLongitude));

    /// <summary>Where a place lies whose longitude is already the one wanted.</summary>
    public (double X, double Y) At(double latitude, double longitude) => (
        Width / 2 + (longitude - MiddleLongitude) * _unitsPerDegree * _shrink,
        Height / 2 - (latitude - MiddleLatitude) * _unitsPerDegree);

    /// <summary>The place at drawing units, its longitude within ±180.</summary>
    public GeoPoint PlaceAt(double x, double y) => new GeoPoint(
        Math.Clamp(MiddleLatitude - (y - Height / 2) / _unitsPerDegree, -90, 90),
        MiddleLongitude + (x - Width / 2) / (_unitsPerDegree * _shrink)).Normalised();

    public bool Holds(double x, double y, double margin = 0) => x >= margin && x <= Width - margin && y >= margin && y <= Height - margin;

    /// <summary>The longitude, 360 degrees more or less, that is nearest to another.</summary>
    public static double Near(double longitude, double other) => longitude + 360 * Math.Round((other - longitude) / 360);
}
