using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>
/// The plane that the ground is drawn in: Mercator of geodetic latitude, so that shapes are kept. A unit is a metre at the equator and less with the
/// cosine of latitude. X is east, Y north.
/// </summary>
internal static class WorldMap
{
    public const double RadiusUnits = Wgs84.SemiMajorAxisMetres;
    public const double GreatestLatitudeDegrees = 85;

    public static (double X, double Y) Of(GeoPoint place)
    {
        var latitude = Math.Clamp(place.LatitudeDegrees, -GreatestLatitudeDegrees, GreatestLatitudeDegrees);
        return (RadiusUnits * double.DegreesToRadians(place.LongitudeDegrees), RadiusUnits * Math.Atanh(Math.Sin(double.DegreesToRadians(latitude))));
    }

    public static GeoPoint PlaceOf(double x, double y) =>
        new GeoPoint(double.RadiansToDegrees(Math.Asin(Math.Tanh(y / RadiusUnits))), double.RadiansToDegrees(x / RadiusUnits)).Normalised();

    /// <summary>Metres of a unit at a Y.</summary>
    public static double MetresPerUnit(double y) => 1 / Math.Cosh(y / RadiusUnits);
}
