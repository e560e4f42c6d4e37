using Overflight.Archive.Columns;
using Overflight.Archive.Reading;

namespace Overflight.Archive.Querying;

/// <summary>Applies a query to row groups: first to what their statistics say, then, column by column, to the rows that are left.</summary>
internal sealed class FixFilter(FixQuery query)
{
    private static readonly uint s_times = FixSchema.Bits("time", "time_microseconds");
    private static readonly uint s_places = FixSchema.Bits("latitude", "longitude");
    private static readonly uint s_aircraft = FixSchema.Bits("address", "name");
    private static readonly uint s_altitudes = FixSchema.Bits("barometric_altitude_feet", "geometric_altitude_feet");
    private static readonly uint s_callsign = FixSchema.Bits("callsign");
    private static readonly uint s_squawk = FixSchema.Bits("squawk");

    private readonly long _from = query.From?.Microseconds ?? long.MinValue;
    private readonly long _to = query.To?.Microseconds ?? long.MaxValue;
    private readonly string? _address = query.Aircraft?.ToString();

    /// <summary>Whether a box and a stretch of time may hold a wanted fix.</summary>
    public bool MayMatch(UnitBox box, long firstTime, long lastTime)
    {
        if (firstTime > _to || lastTime < _from)
            return false;
        foreach (var area in query.Areas)
            if (!area.MayHold(box.South / FixTable.UnitsPerDegree, box.West / FixTable.UnitsPerDegree, box.North / FixTable.UnitsPerDegree, box.East / FixTable.UnitsPerDegree))
                return false;
        return true;
    }

    /// <summary>The row groups of a file that may hold a wanted fix.</summary>
    public List<int> GroupsOf(DataFileReader reader)
    {
        IEnumerable<int> groups = Enumerable.Range(0, reader.RowGroups);
        if (_address is not null)
            groups = reader.Aircraft.GroupsOf(_address, "");
        else if (query.AnyOf is { } keys)
            groups = keys.SelectMany(k => reader.Aircraft.GroupsOf(k.Address, k.Name)).ToHashSet().Order();
        return groups.Where(g => reader.Bounds[g] is var b && MayMatch(b.Box, b.FirstTime, b.LastTime)).ToList();
    }

    /// <summary>
    /// Reads of a row group what the query needs, and as soon as no row is left, no more. Gives the rows that match, ascending,
    /// how many more would match if their altitude were known, and the columns that were read.
    /// </summary>
    public uint Select(DataFileReader reader, int group, FixTable table, TextPool texts, List<int> rows, ref long withoutAltitude)
    {
        var bounds = reader.Bounds[group];
        var columns = 0u;
        rows.Clear();
        if (query.Areas.Count > 0)
        {
            Need(s_places);
            Everything(bounds.Rows, rows);
            InAreas(table, rows);
        }
        else
            Everything(bounds.Rows, rows);
        if (rows.Count > 0 && (bounds.FirstTime < _from || bounds.LastTime > _to))
        {
            Need(s_times);
            rows.RemoveAll(i => table.TimeMicroseconds[i] < _from || table.TimeMicroseconds[i] > _to);
        }
        if (rows.Count > 0 && (_address is not null || query.AnyOf is not null))
        {
            Need(s_aircraft);
            OfAircraft(table, texts, rows);
        }
        if (rows.Count > 0 && query.Squawk is { } squawk)
        {
            Need(s_squawk);
            rows.RemoveAll(i => table.Squawk[i] != squawk);
        }
        if (rows.Count > 0 && query.Callsign is { } callsign)
        {
            Need(s_callsign);
            var pattern = new CallsignPattern(callsign, texts);
            rows.RemoveAll(i => !pattern.Matches(table.Callsign[i]));
        }
        if (rows.Count > 0 && (query.MinimumAltitudeFeet is not null || query.MaximumAltitudeFeet is not null))
        {
            Need(s_altitudes);
            withoutAltitude += AtAltitude(table, rows);
        }
        return columns;

        void Need(uint bits)
        {
            reader.Read(group, bits, table, texts);
            columns |= bits;
        }
    }

    /// <summary>The same for rows whose columns are all there.</summary>
    public void Select(FixTable table, TextPool texts, List<int> rows)
    {
        Everything(table.Count, rows);
        InAreas(table, rows);
        rows.RemoveAll(i => table.TimeMicroseconds[i] < _from || table.TimeMicroseconds[i] > _to);
        OfAircraft(table, texts, rows);
        if (query.Squawk is { } squawk)
            rows.RemoveAll(i => table.Squawk[i] != squawk);
        if (query.Callsign is { } callsign)
        {
            var pattern = new CallsignPattern(callsign, texts);
            rows.RemoveAll(i => !pattern.Matches(table.Callsign[i]));
        }
        AtAltitude(table, rows);
    }

    private static void Everything(int count, List<int> rows)
    {
        rows.Clear();
        for (var i = 0; i < count; i++)
            rows.Add(i);
    }

    private void InAreas(FixTable table, List<int> rows)
    {
        foreach (var area in query.Areas)
        {
            InBounds(table, area.Bounds, rows);
            if (area is BoxArea || rows.Count == 0)
                continue;
            var (latitudes, longitudes, inside) = (new double[rows.Count], new double[rows.Count], new bool[rows.Count]);
            for (var i = 0; i < rows.Count; i++)
                (latitudes[i], longitudes[i]) = (table.Latitude[rows[i]] / FixTable.UnitsPerDegree, table.Longitude[rows[i]] / FixTable.UnitsPerDegree);
            area.Test(latitudes, longitudes, inside);
            var kept = 0;
            for (var i = 0; i < inside.Length; i++)
                if (inside[i])
                    rows[kept++] = rows[i];
            rows.RemoveRange(kept, rows.Count - kept);
        }
    }

    /// <summary>Two comparisons of whole numbers before the exact test, so that fewer rows come to it.</summary>
    private static void InBounds(FixTable table, BoxArea bounds, List<int> rows)
    {
        var (south, north) = (LeastUnits(bounds.SouthDegrees), -LeastUnits(-bounds.NorthDegrees));
        var (west, east) = (LeastUnits(bounds.WestDegrees), -LeastUnits(-bounds.EastDegrees));
        // Asked of the degrees: a box narrower than a unit has no whole number in it, and would seem to wrap.
        var wraps = bounds.WestDegrees > bounds.EastDegrees;
        // ±180 is one meridian.
        var (isWestSeam, isEastSeam) = (bounds.MayHold(bounds.SouthDegrees, -180, bounds.NorthDegrees, -180), bounds.MayHold(bounds.SouthDegrees, 180, bounds.NorthDegrees, 180));
        var seam = isWestSeam || isEastSeam ? 1_800_000_000 : int.MaxValue;
        int[] latitudes = table.Latitude, longitudes = table.Longitude;
        var kept = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            int latitude = latitudes[row], longitude = longitudes[row];
            var isWithin = wraps ? longitude >= west | longitude <= east : longitude >= west & longitude <= east;
            if (latitude >= south & latitude <= north && (isWithin || longitude == seam || longitude == -seam))
                rows[kept++] = row;
        }
        rows.RemoveRange(kept, rows.Count - kept);
    }

    /// <summary>The least number of units that is not below a bound: a stored position counts as the double nearest to its decimal.</summary>
    private static int LeastUnits(double degrees)
    {
        var units = (int)Math.Ceiling(degrees * FixTable.UnitsPerDegree) - 1;
        while (units / FixTable.UnitsPerDegree < degrees)
            units++;
        return units;
    }

    private void OfAircraft(FixTable table, TextPool texts, List<int> rows)
    {
        if (_address is not null)
        {
            var number = texts.NumberOf(_address);
            rows.RemoveAll(i => table.Address[i] != number);
        }
        else if (query.AnyOf is { } keys)
        {
            var last = (Address: -1, Name: -1);
            var isWanted = false;
            rows.RemoveAll(i =>
            {
                if (last != (table.Address[i], table.Name[i]))
                {
                    last = (table.Address[i], table.Name[i]);
                    isWanted = keys.Contains(new AircraftKey(texts[last.Address], texts[last.Name]));
                }
                return !isWanted;
            });
        }
    }

    private int AtAltitude(FixTable table, List<int> rows)
    {
        if (query.MinimumAltitudeFeet is null && query.MaximumAltitudeFeet is null)
            return 0;
        var (least, greatest) = (query.MinimumAltitudeFeet ?? double.NegativeInfinity, query.MaximumAltitudeFeet ?? double.PositiveInfinity);
        var unknown = 0;
        rows.RemoveAll(i =>
        {
            var altitude = float.IsNaN(table.BarometricAltitude[i]) ? table.GeometricAltitude[i] : table.BarometricAltitude[i];
            if (!float.IsNaN(altitude))
                return altitude < least || altitude > greatest;
            unknown++;
            return true;
        });
        return unknown;
    }
}
