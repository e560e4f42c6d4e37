using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Planning.Permitted;
using Overflight.Planning.Tasks;

namespace Overflight.Planning.Stations;

/// <summary>
/// How a sensor on an orbit sees an area: straight lines from places of the orbit to places of the area, over the ellipsoid and, where it is
/// known, over terrain. The ground sample distance is the geometric mean along and across the line of sight, as the General Image
/// Quality Equation takes it.
/// </summary>
public sealed class AreaSight
{
    private const int OrbitPlaces = 8;
    private const int GridAcross = 5;

    /// <summary>Terrain that a line meets this close before its end is the place itself.</summary>
    private const double NearMetres = 60;

    private readonly TaskSensor _sensor;
    private readonly TerrainFolder? _terrain;
    private readonly (GeoPoint Place, double HeightMetres)[] _places;

    /// <summary>Lays out the places of the area: its corners, and a grid within.</summary>
    public AreaSight(TaskArea area, TaskSensor sensor, TerrainFolder? terrain)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(sensor);
        (_sensor, _terrain) = (sensor, terrain);
        var corners = area.Ring.Select(c => new GeoPoint(c[1], c[0])).Distinct().ToArray();
        var (south, north) = (corners.Min(c => c.LatitudeDegrees), corners.Max(c => c.LatitudeDegrees));
        var (west, east) = (corners.Min(c => c.LongitudeDegrees), corners.Max(c => c.LongitudeDegrees));
        Middle = new((south + north) / 2, (west + east) / 2);
        var polygon = new GeodesicPolygon(corners);
        var grid = Enumerable.Range(0, GridAcross * GridAcross)
            .Select(i => new GeoPoint(south + (north - south) * (i / GridAcross + 0.5) / GridAcross, west + (east - west) * (i % GridAcross + 0.5) / GridAcross))
            .Where(polygon.Contains);
        _places = [.. corners.Concat(grid).Select(p => (p, Ground(p)))];
    }

    /// <summary>The middle of the box around the area.</summary>
    public GeoPoint Middle { get; }

    /// <summary>How the area is seen from an orbit.</summary>
    /// <param name="centre">The orbit's centre.</param>
    /// <param name="radiusMetres">Its radius.</param>
    /// <param name="heightMetres">Height of the orbit above the ellipsoid.</param>
    public SightFrom From(GeoPoint centre, double radiusMetres, double heightMetres)
    {
        var (seen, sample, range, grazing) = (0, 0.0, 0.0, 90.0);
        var orbit = PermittedAirspace.Circle(centre, radiusMetres, OrbitPlaces);
        foreach (var (place, ground) in _places)
        {
            var frame = new EnuFrame(place, ground);
            foreach (var eye in orbit)
            {
                var (slant, elevation) = Line(frame, eye, heightMetres);
                var size = GroundSample(slant, elevation);
                if (elevation < _sensor.LeastGrazingDegrees || slant > _sensor.MostSlantRangeMetres || !IsClear(frame, eye, heightMetres, slant))
                    continue;
                seen++;
                (sample, range, grazing) = (Math.Max(sample, size), Math.Max(range, slant), Math.Min(grazing, elevation));
            }
        }
        return new((double)seen / (_places.Length * orbit.Length), sample, range, seen == 0 ? 0 : grazing);
    }

    /// <summary>The farthest from the middle that an orbit can be for any line to serve, metres.</summary>
    public double FarthestMetres(double heightMetres) => Math.Min(
        _sensor.MostSlantRangeMetres, heightMetres / Math.Tan(double.DegreesToRadians(Math.Max(0.5, _sensor.LeastGrazingDegrees)))) + _places.Max(p => Geodesic.DistanceMetres(Middle, p.Place));

    private double GroundSample(double slant, double elevationDegrees)
    {
        var pixel = 2 * Math.Tan(double.DegreesToRadians(_sensor.NarrowestFieldOfViewDegrees) / 2) / _sensor.PixelsAcross;
        return pixel * slant / Math.Sqrt(Math.Sin(double.DegreesToRadians(Math.Max(0.01, elevationDegrees))));
    }

    private static (double SlantMetres, double ElevationDegrees) Line(EnuFrame frame, GeoPoint eye, double heightMetres)
    {
        var (east, north, up) = frame.ToEnu(eye, heightMetres);
        return (Math.Sqrt(east * east + north * north + up * up), double.RadiansToDegrees(Math.Atan2(up, Math.Sqrt(east * east + north * north))));
    }

    private bool IsClear(EnuFrame frame, GeoPoint eye, double heightMetres, double slant)
    {
        if (_terrain is null)
            return true;
        var (origin, end) = (Ecef.From(eye, heightMetres), frame.ToEcef(0, 0, 0));
        var ray = TerrainRay.Trace(_terrain, (origin.X, origin.Y, origin.Z), (end.X - origin.X, end.Y - origin.Y, end.Z - origin.Z), slant);
        return ray.Outcome != TerrainRayOutcome.Met || ray.RangeMetres > slant - NearMetres;
    }

    private double Ground(GeoPoint place)
    {
        var sea = Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0;
        return _terrain?.HeightMetres(place) is { } height && !double.IsNaN(height) ? sea + height : sea;
    }
}
