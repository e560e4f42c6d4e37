using Overflight.Airspace;
using Overflight.Archive.Columns;
using Overflight.Archive.Querying;
using Overflight.Geodesy;

namespace Overflight.Archive.Presences;

/// <summary>Collects, row group by row group of one data file, the passages through every State's airspace. Not thread-safe.</summary>
internal sealed class PresenceBuilder(AirspaceIndex airspace)
{
    private readonly SortedDictionary<string, List<Passage>> _pieces = new(StringComparer.Ordinal);
    private double[] _latitudes = [];
    private double[] _longitudes = [];
    private int[] _claimSets = [];

    /// <summary>Adds a row group: rows in the order of aircraft and time, their columns <see cref="Passages.Columns"/> at least.</summary>
    public void Add(FixTable table, TextPool texts, ReadOnlySpan<int> rows)
    {
        foreach (var (state, inside) in Located(table, rows))
        {
            if (!_pieces.TryGetValue(state, out var pieces))
                _pieces.Add(state, pieces = []);
            pieces.AddRange(Passages.OfRows(table, texts, inside));
        }
    }

    /// <summary>Each State with the passages through its airspace, joined over the row groups, by aircraft and time.</summary>
    public IEnumerable<(string State, IReadOnlyList<Passage> Passages)> Built() => _pieces.Select(p => (p.Key, (IReadOnlyList<Passage>)Passages.Join(p.Value)));

    private Dictionary<string, List<int>> Located(FixTable table, ReadOnlySpan<int> rows)
    {
        if (_latitudes.Length < rows.Length)
            (_latitudes, _longitudes, _claimSets) = (new double[rows.Length], new double[rows.Length], new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
            (_latitudes[i], _longitudes[i]) = (table.Latitude[rows[i]] / FixTable.UnitsPerDegree, table.Longitude[rows[i]] / FixTable.UnitsPerDegree);
        airspace.LocateMany(_latitudes.AsSpan(0, rows.Length), _longitudes.AsSpan(0, rows.Length), _claimSets);
        var rowsByState = new Dictionary<string, List<int>>();
        var listsByClaimSet = new Dictionary<int, List<int>[]>();
        var (last, lists) = (-1, Array.Empty<List<int>>());
        for (var i = 0; i < rows.Length; i++)
        {
            if (_claimSets[i] != last || last < 0)
            {
                last = _claimSets[i];
                if (last < 0)
                    lists = ListsOf(airspace.Locate(new GeoPoint(_latitudes[i], _longitudes[i])));
                else if (!listsByClaimSet.TryGetValue(last, out lists!))
                    listsByClaimSet.Add(last, lists = ListsOf(airspace.ClaimNames(last)));
            }
            foreach (var list in lists)
                list.Add(rows[i]);
        }
        return rowsByState;

        List<int>[] ListsOf(IReadOnlyList<string> states)
        {
            var found = new List<int>[states.Count];
            for (var s = 0; s < found.Length; s++)
                if (!rowsByState.TryGetValue(states[s], out found[s]!))
                    rowsByState.Add(states[s], found[s] = []);
            return found;
        }
    }
}
