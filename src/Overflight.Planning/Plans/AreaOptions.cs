using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Planning.Permitted;
using Overflight.Planning.Stations;
using Overflight.Planning.Tasks;
using static System.FormattableString;

namespace Overflight.Planning.Plans;

/// <summary>Which aircraft can watch which area, from where, by which way, and if not, why.</summary>
/// <param name="tasking">What is asked.</param>
/// <param name="airspaceOf">Where an aircraft may be flown for an operation, by their places in the tasking: what is preferred first.</param>
/// <param name="performance">Of each aircraft, in order.</param>
/// <param name="terrain">Heights, where known.</param>
internal sealed class AreaOptions(Tasking tasking, Func<int, string, IReadOnlyList<PermittedAirspace>> airspaceOf, IReadOnlyList<AircraftPerformance> performance, TerrainFolder? terrain)
{
    private readonly StationFinder _finder = new(tasking);
    private readonly DataLink _link = new(terrain);
    private readonly Dictionary<(string Area, string Sensor, double Altitude, string? Base, PermittedAirspace Widest), StationSearch> _searches = [];
    private readonly Dictionary<(GeoPoint, GeoPoint, PermittedAirspace), IReadOnlyList<GeoPoint>?> _ways = [];
    private readonly Dictionary<PermittedAirspace, PathFinder> _paths = [];

    public AreaOption Find(int aircraftNumber, TaskArea area)
    {
        var aircraft = tasking.Aircraft[aircraftNumber];
        if (aircraft.Sensors.FirstOrDefault(s => s.Kind == area.SensorKind) is not { } sensor)
            return AreaOption.Not($"{aircraft.Registration} carries no {area.SensorKind}");
        var airspaces = airspaceOf(aircraftNumber, area.Operation);
        var band = new AltitudeBand(aircraft.AltitudeMetres - tasking.AltitudeToleranceMetres, aircraft.AltitudeMetres + tasking.AltitudeToleranceMetres);
        if (!airspaces[0].Altitude.Holds(band))
            return AreaOption.Not(Invariant($"{aircraft.Registration} flies at {aircraft.AltitudeMetres:0} m, and the instrument allows {airspaces[0].Altitude.FloorMetres:0} to {airspaces[0].Altitude.CeilingMetres:0} m"));
        var home = tasking.Bases.First(b => b.Id == aircraft.Base);
        var search = Search(area, sensor, aircraft, home, airspaces);
        if (search.Station is not { } station)
            return AreaOption.Not(WhyUnseen(area, sensor, search, home), search);
        var (there, back) = (Flown(home.Place, station.Centre, area.Operation, aircraftNumber), Flown(station.Centre, home.Place, area.Operation, aircraftNumber));
        return there is null || back is null
            ? AreaOption.Not(Invariant($"no way, {tasking.CorridorMetres / 1_000:0.#} km free to each side, leads from {home.Name} to its station through airspace that may be flown"), search)
            : new(search, there, back, null);
    }

    /// <summary>The way of an aircraft between two places; null where there is none, or the wind is too strong.</summary>
    public Way? Flown(GeoPoint from, GeoPoint to, string operation, int aircraft)
    {
        var airspaces = airspaceOf(aircraft, operation);
        if (!_ways.TryGetValue((from, to, airspaces[^1]), out var corners))
        {
            // The same line in both directions: what was checked one way holds the other.
            corners = _ways.TryGetValue((to, from, airspaces[^1]), out var reverse) ? reverse?.Reverse().ToArray() : airspaces.Select(a => Path(a).Find(from, to)).FirstOrDefault(way => way is not null);
            _ways[(from, to, airspaces[^1])] = corners;
        }
        return corners is null ? null : Way.Flown(corners, performance[aircraft].TransitMetresPerSecond, tasking.Wind);
    }

    /// <summary>Where an aircraft may be flown for an operation, what is preferred first.</summary>
    public IReadOnlyList<PermittedAirspace> AirspacesOf(int aircraft, string operation) => airspaceOf(aircraft, operation);

    public string LinkOf(TaskAircraft aircraft) => aircraft.HasSatelliteLink ? "by satellite" : $"in the line of sight of {tasking.Bases.First(b => b.Id == aircraft.Base).Name} on station";

    private PathFinder Path(PermittedAirspace airspace)
    {
        if (!_paths.TryGetValue(airspace, out var finder))
            _paths[airspace] = finder = new(airspace, tasking.CorridorMetres);
        return finder;
    }

    private StationSearch Search(TaskArea area, TaskSensor sensor, TaskAircraft aircraft, TaskBase home, IReadOnlyList<PermittedAirspace> airspaces)
    {
        var key = (area.Id, sensor.ToString(), aircraft.AltitudeMetres, aircraft.HasSatelliteLink ? null : home.Id, airspaces[^1]);
        if (!_searches.TryGetValue(key, out var search))
            _searches[key] = search = _finder.Find(area, new(area, sensor, terrain), aircraft.AltitudeMetres, airspaces, centre => aircraft.HasSatelliteLink || _link.Reaches(home, centre, tasking.OrbitRadiusMetres, aircraft.AltitudeMetres));
        return search;
    }

    private static string WhyUnseen(TaskArea area, TaskSensor sensor, StationSearch search, TaskBase home)
    {
        if (search.IsLinkMissing)
            return $"from where it would be seen there is no line of sight to {home.Name}, and the aircraft has no link by satellite";
        var overhead = search.WhyNotOverhead is { } why ? $"above it, {why}" : "above it may be flown";
        if (search.NearestPermitted is not { } nearest)
            return $"within reach of {sensor.Name} no orbit may be flown: {overhead}";
        var sight = nearest.Sight;
        return Invariant($"{overhead}; the nearest orbit that may be flown is {nearest.DistanceMetres / 1_000:0} km off, where {sensor.Name} sees {100 * sight.Seen:0} % of it{(sight.Seen > 0 ? Invariant($" at {sight.GroundSampleMetres:0.##} m a pixel") : "")}, and {100 * area.LeastSeen:0} % at {area.MostGroundSampleMetres:0.##} m are needed");
    }
}
