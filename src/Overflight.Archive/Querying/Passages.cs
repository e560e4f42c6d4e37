using Overflight.Archive.Columns;
using Overflight.Tracks;

namespace Overflight.Archive.Querying;

/// <summary>
/// Makes passages of matching fixes. Each row group is cut at silences by itself and the pieces are joined afterwards; which
/// fixes end up together does not depend on where the row groups were cut, so no fix need be kept.
/// </summary>
internal static class Passages
{
    private const long Silence = (long)(Passage.SilenceSeconds * 1e6);

    /// <summary>The columns that <see cref="OfRows"/> needs.</summary>
    public static uint Columns { get; } = FixSchema.Bits(
        "time", "time_microseconds", "latitude", "longitude", "address", "name", "callsign",
        "registration", "type_designator", "input", "record");

    /// <summary>The pieces of one row group; its rows are sorted by aircraft and time.</summary>
    public static List<Passage> OfRows(FixTable table, TextPool texts, List<int> rows)
    {
        var passages = new List<Passage>();
        var inputs = new SortedSet<int>();
        for (var start = 0; start < rows.Count;)
        {
            inputs.Clear();
            var end = start;
            for (; end < rows.Count && (end == start || Continues(table, rows[end - 1], rows[end])); end++)
                if (end == start || table.Input[rows[end]] != table.Input[rows[end - 1]])
                    inputs.Add(table.Input[rows[end]]);
            passages.Add(new Passage(FixRows.Gather(table, texts, rows[start]), FixRows.Gather(table, texts, rows[end - 1]), end - start, [.. inputs]));
            start = end;
        }
        return passages;
    }

    /// <summary>Joins pieces, in the order of aircraft and time.</summary>
    public static List<Passage> Join(IEnumerable<Passage> pieces)
    {
        var joined = new List<Passage>();
        foreach (var aircraft in pieces.GroupBy(p => FixRows.KeyOf(p.First.Aircraft)).OrderBy(g => g.Key))
        {
            var isFirst = true;
            foreach (var piece in aircraft.OrderBy(p => p.First.Fix.Time).ThenBy(p => p.First.Input).ThenBy(p => p.First.Fix.Record))
            {
                if (!isFirst && piece.First.Fix.Time.Microseconds - joined[^1].Last.Fix.Time.Microseconds <= Silence)
                    joined[^1] = Joined(joined[^1], piece);
                else
                    joined.Add(piece);
                isFirst = false;
            }
        }
        return joined;
    }

    private static bool Continues(FixTable table, int before, int row) =>
        table.Address[before] == table.Address[row] && table.Name[before] == table.Name[row]
        && table.TimeMicroseconds[row] - table.TimeMicroseconds[before] <= Silence;

    private static Passage Joined(Passage a, Passage b) => new(
        Named(a.First, b.First),
        b.Last.Fix.Time >= a.Last.Fix.Time ? Named(b.Last, a.Last) : a.Last,
        a.Fixes + b.Fixes,
        a.Inputs.SequenceEqual(b.Inputs) ? a.Inputs : [.. a.Inputs.Union(b.Inputs).Order()]);

    /// <summary>What one fix did not know of its aircraft, another may.</summary>
    private static ArchivedFix Named(ArchivedFix fix, ArchivedFix other) => fix with
    {
        Aircraft = FixRows.Named(fix.Aircraft, other.Aircraft),
        Callsign = fix.Callsign.Length > 0 ? fix.Callsign : other.Callsign,
    };
}
