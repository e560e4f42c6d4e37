using Overflight.Airspace;
using Overflight.Archive.Columns;
using Overflight.Tracks;
using Overflight.Tracks.Integrity;
using Overflight.Tracks.Preparing;

namespace Overflight.Archive.Querying;

/// <summary>
/// The aircraft that can have touched a region, by rough bounds that only ever name too many: a region that a leg can reach lies
/// within half the leg's reach of one of its ends (|px| + |xq| &lt;= D makes one of the two at most D/2). Short silences are
/// bounded all alike, around the box of a stretch of fixes; each longer one by itself. Silences that cut flights are no legs.
/// </summary>
internal sealed class ReachSearch(FixArchive archive, IReadOnlyList<AirspaceRegion> regions, double fastestKnots)
{
    // Short enough that its bound is a few times the size of a row group's area, long enough that most stretches hold many fixes.
    private const long ShortSilence = 300_000_000;
    private const long CuttingSilence = (long)(FlightSplitter.LongSilenceSeconds * 1e6);

    // More than any boundary's uncertainty (5 km) and rounding.
    private const double MarginMetres = 15_000;

    private static readonly uint s_columns = FixSchema.Bits(
        "time", "time_microseconds", "latitude", "longitude", "address", "name", "ground_speed_knots", "accuracy_metres",
        "containment_metres", "nic", "nac_p", "source", "status");

    private readonly double _metresPerMicrosecond = fastestKnots * 1852 / 3600e6;

    private sealed record Stretch(AircraftKey Aircraft, long First, long Last, (int Latitude, int Longitude) Start, (int Latitude, int Longitude) End, UnitBox Box, double RadiusMetres);

    /// <summary>The aircraft, among those with fixes that match a query.</summary>
    public (HashSet<AircraftKey> Aircraft, ScanReport Report) Run(FixQuery query, CancellationToken c)
    {
        var (files, report) = archive.Scan(query).Run(s_columns, Stretches, c);
        var near = files.SelectMany(f => f).SelectMany(p => p).GroupBy(s => s.Aircraft).AsParallel().WithCancellation(c)
            .Where(a => MayTouch([.. a.OrderBy(s => s.First)])).Select(a => a.Key);
        return (near.ToHashSet(), report);
    }

    private List<Stretch> Stretches(FixTable table, TextPool texts, List<int> rows)
    {
        var stretches = new List<Stretch>();
        for (var start = 0; start < rows.Count;)
        {
            var (box, radius) = (UnitBox.Empty, 0.0);
            var end = start;
            for (; end < rows.Count && (end == start || Continues(table, rows[end - 1], rows[end])); end++)
            {
                box = box.With(table.Latitude[rows[end]], table.Longitude[rows[end]]);
                radius = Math.Max(radius, PositionRadius.Of(table.Gather(rows[end]), fastestKnots).BoundMetres);
            }
            int first = rows[start], last = rows[end - 1];
            stretches.Add(new Stretch(
                new AircraftKey(texts[table.Address[first]], texts[table.Name[first]]), table.TimeMicroseconds[first], table.TimeMicroseconds[last],
                (table.Latitude[first], table.Longitude[first]), (table.Latitude[last], table.Longitude[last]), box, radius));
            start = end;
        }
        return stretches;
    }

    private static bool Continues(FixTable table, int before, int row) =>
        table.Address[before] == table.Address[row] && table.Name[before] == table.Name[row]
        && table.TimeMicroseconds[row] - table.TimeMicroseconds[before] <= ShortSilence;

    private bool MayTouch(Stretch[] stretches)
    {
        var radius = stretches.Max(s => s.RadiusMetres) + MarginMetres;
        var shortReach = ShortSilence * _metresPerMicrosecond / 2 + radius;
        foreach (var stretch in stretches)
            if (MayHold(stretch.Box, shortReach))
                return true;
        var latest = stretches[0];
        foreach (var next in stretches)
        {
            var silence = next.First - latest.Last;
            if (silence is > ShortSilence and <= CuttingSilence)
            {
                var reach = silence * _metresPerMicrosecond / 2 + radius;
                if (MayHold(UnitBox.Empty.With(latest.End.Latitude, latest.End.Longitude), reach) || MayHold(UnitBox.Empty.With(next.Start.Latitude, next.Start.Longitude), reach))
                    return true;
            }
            if (next.Last > latest.Last)
                latest = next;
        }
        return false;
    }

    private bool MayHold(UnitBox box, double metres)
    {
        var wide = new BoxArea(box.South / FixTable.UnitsPerDegree, box.West / FixTable.UnitsPerDegree, box.North / FixTable.UnitsPerDegree, box.East / FixTable.UnitsPerDegree).Widened(metres);
        foreach (var region in regions)
            if (region.MayHold(wide.SouthDegrees, wide.WestDegrees, wide.NorthDegrees, wide.EastDegrees))
                return true;
        return false;
    }
}
