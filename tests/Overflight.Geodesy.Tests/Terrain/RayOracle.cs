using Overflight.Geodesy.Terrain;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>Rays against terrain by looking every so often and nothing else.</summary>
internal static class RayOracle
{
    /// <summary>
    /// The range of the first sample on the other side of the surface than the ray began; negative for where terrain was not known; null where neither came
    /// by the range. Clearance is the least height above the surface before.
    /// </summary>
    public static (double? RangeMetres, double ClearanceMetres) First(
        TerrainFolder terrain, (double X, double Y, double Z) origin, (double X, double Y, double Z) direction, double greatestRange, double step,
        Func<GeoPoint, double> undulation)
    {
        var (side, clearance) = (0, double.PositiveInfinity);
        for (var range = 0.0; range <= greatestRange; range += step)
        {
            var (place, height) = Ecef.ToGeodetic(origin.X + range * direction.X, origin.Y + range * direction.Y, origin.Z + range * direction.Z);
            if (height > TerrainRay.GreatestTerrainMetres)
                continue;
            var above = height - undulation(place) - terrain.HeightMetres(place);
            if (double.IsNaN(above))
                return (-range, clearance);
            if (side == 0)
                side = above < 0 ? -1 : 1;
            if (above * side <= 0)
                return (range, clearance);
            clearance = Math.Min(clearance, Math.Abs(above));
        }
        return (null, clearance);
    }
}
