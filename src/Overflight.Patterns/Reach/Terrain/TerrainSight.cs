using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;

namespace Overflight.Patterns.Reach.Terrain;

/// <summary>
/// The line of sight from an eye to the ground, sample by sample, from the ground upwards. Heights lie over a sphere of k times the
/// radius of curvature at the middle of the way, over which the bent ray is straight.
/// </summary>
internal static class TerrainSight
{
    private const double StepMetres = 90;

    // A target stands on its ground, and interpolated ground is rough: what is within this above the line does not hide.
    private const double SlackMetres = 2;
    private const double GreatestTerrainMetres = 8_850;

    public static SightOverTerrain Look(TerrainFolder terrain, GeoPoint below, double eyeMetres, GeoPoint place, double radiusFactor)
    {
        var ground = terrain.HeightMetres(place);
        if (double.IsNaN(ground))
            return SightOverTerrain.Unknown;
        var distance = Geodesic.DistanceMetres(below, place);
        if (distance < StepMetres)
            return SightOverTerrain.Seen;
        var radius = radiusFactor * SightHorizon.GaussianRadiusMetres(0.5 * (below.LatitudeDegrees + place.LatitudeDegrees));
        var (from, to) = (UnitVector.From(place), UnitVector.From(below));
        var (low, high, whole) = (radius + ground, radius + eyeMetres, distance / radius);
        var (angle, sinWhole) = (from.AngleTo(to), Math.Sin(whole));
        var (isUnknown, last) = (false, double.PositiveInfinity);
        for (var along = StepMetres; along < distance; along += StepMetres)
        {
            var part = along / radius;
            var line = low * high * sinWhole / (low * Math.Sin(part) + high * Math.Sin(whole - part)) - radius;
            // Beyond its lowest the line only rises.
            if (line > last && line > GreatestTerrainMetres)
                break;
            last = line;
            if (line > GreatestTerrainMetres)
                continue;
            var f = along / distance;
            var (a, b) = (Math.Sin((1 - f) * angle), Math.Sin(f * angle));
            var height = terrain.HeightMetres((a * from + b * to).ToGeoPoint(), line);
            if (double.IsNaN(height))
                isUnknown = true;
            else if (height > line + SlackMetres)
                return SightOverTerrain.Hidden;
        }
        return isUnknown ? SightOverTerrain.Unknown : SightOverTerrain.Seen;
    }
}
