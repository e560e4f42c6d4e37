using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach.Terrain;

/// <summary>How much of a reach terrain leaves, by lines of sight to places spread evenly over it.</summary>
internal static class TerrainView
{
    private const int WantedPlaces = 2_000;
    private const int MostFixes = 24;

    public static TerrainReach Measure(PreparedFlight flight, FlightCaps caps, ReachRows rows, double areaSquareMetres, Sensor sensor, TerrainFolder terrain)
    {
        var counts = new int[3];
        foreach (var place in Places(rows, areaSquareMetres))
            counts[(int)Look(flight, caps, place, sensor, terrain)]++;
        var places = Math.Max(1, counts.Sum());
        return new TerrainReach(
            counts.Sum(), counts[(int)SightOverTerrain.Seen], counts[(int)SightOverTerrain.Hidden], counts[(int)SightOverTerrain.Unknown],
            areaSquareMetres * counts[(int)SightOverTerrain.Seen] / places, areaSquareMetres * counts[(int)SightOverTerrain.Unknown] / places);
    }

    /// <summary>Places a step apart in rows a step apart, each for the same area.</summary>
    private static List<GeoPoint> Places(ReachRows rows, double areaSquareMetres)
    {
        var step = Math.Sqrt(areaSquareMetres / WantedPlaces);
        var stride = Math.Max(1, (int)Math.Round(step / (rows.StepDegrees * Wgs84.MetresPerDegree)));
        var along = areaSquareMetres / WantedPlaces / (stride * rows.StepDegrees * Wgs84.MetresPerDegree);
        var found = new List<GeoPoint>();
        var (row, left) = (-1, 0.0);
        foreach (var (at, west, east) in rows.Stretches)
        {
            if (at % stride != stride / 2)
                continue;
            if (at != row)
                (row, left) = (at, 0.5);
            // What one stretch leaves of a step the next one begins with.
            var degrees = along / (Wgs84.MetresPerDegree * Math.Max(1e-3, Math.Cos(double.DegreesToRadians(rows.LatitudeOf(at)))));
            var longitude = west + left * degrees;
            for (; longitude < east; longitude += degrees)
                found.Add(new GeoPoint(rows.LatitudeOf(at), longitude));
            left = (longitude - east) / degrees;
        }
        return found;
    }

    /// <summary>From the fix with most of its horizon beyond the place, then from fixes spread over those before whose horizon it lies.</summary>
    private static SightOverTerrain Look(PreparedFlight flight, FlightCaps caps, GeoPoint place, Sensor sensor, TerrainFolder terrain)
    {
        var scaled = SightCap.Scaled(place);
        var (best, most, within) = (-1, 0.0, 0);
        for (var i = 0; i < caps.Count; i++)
        {
            var margin = caps.IsKnown(i) ? caps[i].Radii.Likely - caps[i].Centre.AngleTo(scaled) : -1;
            within += margin >= 0 ? 1 : 0;
            if (margin > most)
                (best, most) = (i, margin);
        }
        if (best < 0)
            return SightOverTerrain.Unknown;
        var answer = From(best);
        var every = Math.Max(1, within / MostFixes);
        for (int i = 0, seen = 0; i < caps.Count && answer != SightOverTerrain.Seen; i++)
        {
            if (!caps.IsKnown(i) || caps[i].Centre.AngleTo(scaled) > caps[i].Radii.Likely || seen++ % every != 0)
                continue;
            answer = From(i) switch
            {
                SightOverTerrain.Seen => SightOverTerrain.Seen,
                SightOverTerrain.Unknown => SightOverTerrain.Unknown,
                _ => answer,
            };
        }
        return answer;

        SightOverTerrain From(int fix) => TerrainSight.Look(
            terrain, flight.PositionAt(fix), caps.HeightAt(fix).Metres.Likely, place, sensor.RadiusFactor);
    }
}
