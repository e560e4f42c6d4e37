using Overflight.Geodesy;
using Overflight.Planning.Permitted;
using Overflight.Planning.Tasks;

namespace Overflight.Planning.Stations;

/// <summary>
/// Finds the orbit to watch an area from: rings of places around it, the nearer first. Where permitted places outside other States' airspace
/// serve, those inside are not looked at; of those that serve, the one that sees most, then finest, is taken.
/// </summary>
public sealed class StationFinder
{
    private const double RingMetres = 4_000;
    private const int Bearings = 36;

    /// <summary>After a ring where a station serves, only so many more are looked at: farther away nothing gets finer.</summary>
    private const int RingsAfterFirst = 2;

    private readonly Tasking _tasking;
    private readonly Func<double, GeoPoint, double> _heightOf;

    /// <summary>Makes a finder.</summary>
    /// <param name="tasking">Radius of orbits and width of corridors.</param>
    public StationFinder(Tasking tasking)
    {
        _tasking = tasking;
        _heightOf = (altitude, place) => altitude + (Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0);
    }

    /// <summary>The orbit that an area is best watched from.</summary>
    /// <param name="area">The area.</param>
    /// <param name="sight">How a sensor sees it.</param>
    /// <param name="altitudeMetres">Of the orbit, above mean sea level.</param>
    /// <param name="airspaces">Where may be flown, what is preferred first: such as outside of other States, then with their consent.</param>
    /// <param name="isLinked">Whether an aircraft on an orbit has its link.</param>
    public StationSearch Find(TaskArea area, AreaSight sight, double altitudeMetres, IReadOnlyList<PermittedAirspace> airspaces, Func<GeoPoint, bool> isLinked)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(sight);
        ArgumentNullException.ThrowIfNull(airspaces);
        ArgumentNullException.ThrowIfNull(isLinked);
        var overhead = SightFrom(sight, sight.Middle, altitudeMetres);
        var search = new StationSearch(null, overhead, WhyNotOverhead(sight.Middle, airspaces[^1]), null, IsLinkMissing: false);
        foreach (var airspace in airspaces)
        {
            search = Find(area, sight, altitudeMetres, airspace, isLinked, search);
            if (search.Station is not null)
                break;
        }
        return search;
    }

    private StationSearch Find(TaskArea area, AreaSight sight, double altitude, PermittedAirspace airspace, Func<GeoPoint, bool> isLinked, StationSearch search)
    {
        var (best, nearest, isLinkMissing) = ((Station?)null, search.NearestPermitted, search.IsLinkMissing);
        var ringsLeft = int.MaxValue;
        for (var ring = 0; ring * RingMetres <= sight.FarthestMetres(altitude) + _tasking.OrbitRadiusMetres && ringsLeft-- > 0; ring++)
        {
            for (var i = 0; i < (ring == 0 ? 1 : Bearings); i++)
            {
                var centre = ring == 0 ? sight.Middle : Geodesic.Direct(sight.Middle, i * (360.0 / Bearings), ring * RingMetres);
                if (airspace.WhyNot(centre, _tasking.OrbitRadiusMetres, _tasking.CorridorMetres) is not null)
                    continue;
                var station = new Station(centre, ring * RingMetres, SightFrom(sight, centre, altitude), search.Overhead);
                nearest ??= station;
                if (!Serves(area, station.Sight))
                    continue;
                if (!isLinked(centre))
                    isLinkMissing = true;
                else if (best is null || IsBetter(station, best))
                    best = station;
            }
            if (best is not null && ringsLeft > RingsAfterFirst)
                ringsLeft = RingsAfterFirst;
        }
        return search with { Station = best, NearestPermitted = nearest, IsLinkMissing = isLinkMissing };
    }

    private static bool Serves(TaskArea area, SightFrom sight) => sight.Seen >= area.LeastSeen && sight.GroundSampleMetres <= area.MostGroundSampleMetres;

    private static bool IsBetter(Station a, Station b) => Math.Round(a.Sight.Seen, 2) is var seen && Math.Round(b.Sight.Seen, 2) is var other && seen != other
        ? seen > other
        : a.Sight.GroundSampleMetres < b.Sight.GroundSampleMetres;

    private SightFrom SightFrom(AreaSight sight, GeoPoint centre, double altitude) => sight.From(centre, _tasking.OrbitRadiusMetres, _heightOf(altitude, centre));

    private string? WhyNotOverhead(GeoPoint middle, PermittedAirspace airspace) => airspace.WhyNot(middle, _tasking.OrbitRadiusMetres, _tasking.CorridorMetres);
}
