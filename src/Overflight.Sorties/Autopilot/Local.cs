using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>The plane about a place, for steps of some kilometres.</summary>
internal static class Local
{
    /// <summary>The place some metres east and north of another.</summary>
    public static GeoPoint Moved(GeoPoint place, double east, double north)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(place.LatitudeDegrees));
        var root = 1 - Wgs84.EccentricitySquared * sin * sin;
        var normal = Wgs84.SemiMajorAxisMetres / Math.Sqrt(root);
        return new GeoPoint(
            place.LatitudeDegrees + double.RadiansToDegrees(north * root / (normal * (1 - Wgs84.EccentricitySquared))),
            place.LongitudeDegrees + double.RadiansToDegrees(east / (normal * cos))).Normalised();
    }
}
