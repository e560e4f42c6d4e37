using System.Runtime.InteropServices;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Integrity;

/// <summary>
/// Collects, flight by flight, where aircraft say that their positions can be relied on and where they cannot, and finds the
/// areas in which that fails for many at once. One aircraft with a bad receiver is no area. Not thread-safe.
/// </summary>
public sealed class InterferenceMap
{
    private const double CellDegrees = 1;
    private const long SlotMicroseconds = 1_800_000_000;

    private const double LeastShareOfFixes = 0.3;
    private const int LeastAircraft = 3;
    private const double LeastShareOfAircraft = 0.3;

    private readonly Dictionary<(int Latitude, int Longitude, long Slot), Dictionary<string, Count>> _cells = [];

    private record struct Count(int Good, int Lost, long First, long Last);

    /// <summary>Takes a flight.</summary>
    public void Add(PreparedFlight flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var track = flight.Track;
        if (!StatedIntegrity.IsIn(track))
            return;
        var nics = track.NavigationIntegrityCategories;
        var accuracies = track.NavigationAccuracyCategories;
        var times = track.TimesMicroseconds;
        var (cell, count) = ((Latitude: int.MinValue, Longitude: 0, Slot: 0L), default(Count));
        for (var i = 0; i < track.Count; i++)
        {
            if (nics[i] < 0 && accuracies[i] < 0)
                continue;
            var here = ((int)Math.Floor(track.LatitudesDegrees[i] / CellDegrees), (int)Math.Floor(track.LongitudesDegrees[i] / CellDegrees), Math.DivRem(times[i], SlotMicroseconds).Quotient);
            if (here != cell)
            {
                Note(cell, track.Aircraft.Id, count);
                (cell, count) = (here, default);
            }
            var isLost = StatedIntegrity.IsLost(nics[i], accuracies[i]);
            count = isLost
                ? count with { Lost = count.Lost + 1, First = count.Lost == 0 ? times[i] : count.First, Last = times[i] }
                : count with { Good = count.Good + 1 };
        }
        Note(cell, track.Aircraft.Id, count);
    }

    private void Note((int Latitude, int Longitude, long Slot) cell, string aircraft, Count more)
    {
        if (more.Good + more.Lost == 0)
            return;
        ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(all ??= [], aircraft, out _);
        var isFirst = count.Lost == 0;
        count = new Count(
            count.Good + more.Good, count.Lost + more.Lost,
            more.Lost == 0 ? count.First : isFirst ? more.First : Math.Min(count.First, more.First),
            more.Lost == 0 ? count.Last : isFirst ? more.Last : Math.Max(count.Last, more.Last));
    }

    /// <summary>The areas, by time: neighbouring cells and half hours that are concerned are one.</summary>
    public IReadOnlyList<InterferenceArea> Areas()
    {
        var concerned = _cells.Where(IsConcerned).Select(c => c.Key).ToHashSet();
        var areas = new List<InterferenceArea>();
        foreach (var start in concerned.Order().ToArray())
        {
            if (!concerned.Remove(start))
                continue;
            var (cells, next) = (new List<(int Latitude, int Longitude, long Slot)> { start }, 0);
            for (; next < cells.Count; next++)
                foreach (var neighbour in Neighbours(cells[next]))
                    if (concerned.Remove(neighbour))
                        cells.Add(neighbour);
            areas.Add(Area(cells));
        }
        return [.. areas.OrderBy(a => a.Start).ThenBy(a => a.Centre.LatitudeDegrees)];
    }

    private static bool IsConcerned(KeyValuePair<(int Latitude, int Longitude, long Slot), Dictionary<string, Count>> cell)
    {
        var lost = cell.Value.Values.Count(IsLost);
        return lost >= LeastAircraft && lost >= LeastShareOfAircraft * cell.Value.Count;
    }

    private static bool IsLost(Count count) => count.Lost >= LeastShareOfFixes * (count.Good + count.Lost);

    private static IEnumerable<(int Latitude, int Longitude, long Slot)> Neighbours((int Latitude, int Longitude, long Slot) cell)
    {
        const int around = (int)(360 / CellDegrees);
        for (var north = -1; north <= 1; north++)
            for (var east = -1; east <= 1; east++)
                for (var later = -1; later <= 1; later++)
                    yield return (cell.Latitude + north, (cell.Longitude + east + around / 2 + around) % around - around / 2, cell.Slot + later);
    }

    private InterferenceArea Area(List<(int Latitude, int Longitude, long Slot)> cells)
    {
        var (known, lost) = (new HashSet<string>(), new HashSet<string>());
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var cell in cells)
            foreach (var (aircraft, count) in _cells[cell])
            {
                known.Add(aircraft);
                if (!IsLost(count))
                    continue;
                lost.Add(aircraft);
                (first, last) = (Math.Min(first, count.First), Math.Max(last, count.Last));
            }
        var places = cells.Select(c => new GeoPoint(Math.Clamp((c.Latitude + 0.5) * CellDegrees, -90, 90), (c.Longitude + 0.5) * CellDegrees)).Distinct().ToList();
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var place in places)
        {
            var (px, py, pz) = Ecef.From(place, 0);
            (x, y, z) = (x + px, y + py, z + pz);
        }
        var centre = Ecef.ToGeodetic(x / places.Count, y / places.Count, z / places.Count).Point;
        var halfCell = 0.5 * CellDegrees * Wgs84.MetresPerDegree * Math.Sqrt(2);
        return new InterferenceArea(new UtcInstant(first), new UtcInstant(last), centre, places.Max(p => Geodesic.DistanceMetres(centre, p)) + halfCell, lost.Count, known.Count);
    }
}
