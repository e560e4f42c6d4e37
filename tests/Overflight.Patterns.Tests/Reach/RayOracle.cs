using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Patterns.Tests.Reach;

/// <summary>
/// What is visible, found by force: ground places on a fine net, and for each of many eyes along the path a ray to it that must not
/// meet the ellipsoid on its way, or for bent rays a geodesic no longer than the horizon in its direction.
/// </summary>
internal static class RayOracle
{
    /// <summary>Visible area in square metres and the greatest depth of a visible place of the net.</summary>
    public static (double Area, double Deepest) Measure(
        AirspaceRegion region, IReadOnlyList<(GeoPoint Place, double Height)> eyes, Func<GeoPoint, double, GeoPoint, bool> sees, double netMetres)
    {
        var (south, west, north, east) = region.BoundsDegrees;
        var (area, deepest) = (0.0, 0.0);
        var step = netMetres / 111_195;
        var last = 0;
        for (var latitude = south + 0.5 * step; latitude < north; latitude += step)
        {
            var sin = Math.Sin(double.DegreesToRadians(latitude));
            var cell = CellArea(sin, Math.Cos(double.DegreesToRadians(latitude)), step);
            var across = step / Math.Cos(double.DegreesToRadians(latitude));
            for (var longitude = west + 0.5 * across; longitude < east; longitude += across)
            {
                var place = new GeoPoint(latitude, longitude);
                if (!region.Contains(place))
                    continue;
                // The eye that saw the last place very likely sees this one.
                var found = sees(eyes[last].Place, eyes[last].Height, place) ? last : Enumerable.Range(0, eyes.Count).FirstOrDefault(i => sees(eyes[i].Place, eyes[i].Height, place), -1);
                if (found < 0)
                    continue;
                last = found;
                area += cell;
                deepest = Math.Max(deepest, region.DistanceTo(place).SignedMetres);
            }
        }
        return (area, deepest);
    }

    /// <summary>A straight ray through nothing.</summary>
    public static bool SeesStraight(GeoPoint below, double height, GeoPoint place)
    {
        var (eye, ground) = (Ecef.From(below, height), Ecef.From(place, 0));
        var ray = (X: ground.X - eye.X, Y: ground.Y - eye.Y, Z: ground.Z - eye.Z);
        var length = Math.Sqrt(ray.X * ray.X + ray.Y * ray.Y + ray.Z * ray.Z);
        return Ellipsoid.RayIntersection(eye, ray) is var (_, range) && range >= length - 0.5;
    }

    /// <summary>A ray that bends as over a sphere of 7/6 of the radius of curvature in its direction (Euler).</summary>
    public static bool SeesOptically(GeoPoint below, double height, GeoPoint place)
    {
        if (GreatCircle.DistanceMetres(below, place) > 1.02 * Math.Sqrt(2 * 7.0 / 6 * 6_390_000 * height))
            return false;
        var inverse = Geodesic.Inverse(below, place);
        var sin = Math.Sin(double.DegreesToRadians(below.LatitudeDegrees));
        var w = 1 - Wgs84.EccentricitySquared * sin * sin;
        var across = Wgs84.SemiMajorAxisMetres / Math.Sqrt(w);
        var along = across * (1 - Wgs84.EccentricitySquared) / w;
        var (s, c) = Math.SinCos(double.DegreesToRadians(inverse.InitialAzimuthDegrees));
        var radius = 7.0 / 6 / (c * c / along + s * s / across);
        return inverse.DistanceMetres <= radius * Math.Acos(radius / (radius + height));
    }

    private static double CellArea(double sin, double cos, double stepDegrees)
    {
        var w = 1 - Wgs84.EccentricitySquared * sin * sin;
        var across = Wgs84.SemiMajorAxisMetres / Math.Sqrt(w);
        var along = across * (1 - Wgs84.EccentricitySquared) / w;
        var radians = double.DegreesToRadians(stepDegrees);
        return along * radians * across * cos * (radians / cos);
    }
}
