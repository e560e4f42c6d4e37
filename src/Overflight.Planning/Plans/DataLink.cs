using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Planning.Permitted;
using Overflight.Planning.Tasks;

namespace Overflight.Planning.Plans;

/// <summary>The line of sight of a data link: the radio horizon over an earth of 4/3 the radius (ITU-R P.310), and terrain where it is known.</summary>
internal sealed class DataLink(TerrainFolder? terrain)
{
    private const double RadioFactor = 4.0 / 3;
    private const double ClearMetres = 1;

    public bool Reaches(TaskBase home, GeoPoint centre, double radiusMetres, double altitudeMetres) =>
        PermittedAirspace.Circle(centre, radiusMetres, 4).All(place => Reaches(home, place, altitudeMetres));

    private bool Reaches(TaskBase home, GeoPoint place, double altitudeMetres)
    {
        var radius = SightHorizon.GaussianRadiusMetres(home.Latitude);
        // The ground around the base is its sea: an antenna on a plateau does not see over its edge for the plateau's height alone.
        var reach = SightHorizon.SurfaceMetres(radius, home.AntennaHeightMetres, RadioFactor) + SightHorizon.SurfaceMetres(radius, altitudeMetres - home.ElevationMetres, RadioFactor);
        if (Geodesic.DistanceMetres(home.Place, place) > reach)
            return false;
        if (terrain is null)
            return true;
        var sea = Geoid.IsAvailable ? Geoid.UndulationMetres(home.Place) : 0;
        var antenna = Ecef.From(home.Place, sea + home.ElevationMetres + home.AntennaHeightMetres);
        var aircraft = Ecef.From(place, sea + altitudeMetres);
        var (x, y, z) = (aircraft.X - antenna.X, aircraft.Y - antenna.Y, aircraft.Z - antenna.Z);
        var ray = TerrainRay.Trace(terrain, (antenna.X, antenna.Y, antenna.Z), (x, y, z), Math.Sqrt(x * x + y * y + z * z));
        return ray.Outcome != TerrainRayOutcome.Met || ray.RangeMetres < ClearMetres;
    }
}
