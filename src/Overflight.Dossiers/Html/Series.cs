using Overflight.Dossiers.Paths;
using Overflight.Tracks;

namespace Overflight.Dossiers.Html;

/// <summary>A number over time, thinned for drawing: of many values that fall on one column, the least and the greatest stay.</summary>
internal sealed class Series
{
    private const int Columns = 560;

    private Series(List<List<(UtcInstant Time, double Value)>> runs)
    {
        Runs = runs;
        foreach (var (_, value) in runs.SelectMany(r => r))
            (Least, Greatest) = (Math.Min(Least, value), Math.Max(Greatest, value));
    }

    /// <summary>Stretches without a gap.</summary>
    public IReadOnlyList<IReadOnlyList<(UtcInstant Time, double Value)>> Runs { get; }

    public double Least { get; } = double.PositiveInfinity;

    public double Greatest { get; } = double.NegativeInfinity;

    public bool IsEmpty => Runs.Count == 0;

    /// <param name="points">Values in time order; those that are not numbers are passed over.</param>
    /// <param name="axis">What it will be drawn on.</param>
    /// <param name="gapSeconds">A silence longer than this is left blank.</param>
    public static Series Of(IEnumerable<(UtcInstant Time, double Value)> points, TimeAxis axis, double gapSeconds = TrackStretch.GapSeconds)
    {
        var runs = new List<List<(UtcInstant, double)>>();
        List<(UtcInstant Time, double Value)>? run = null;
        List<(UtcInstant Time, double Value)> column = [];
        UtcInstant last = default;
        foreach (var point in points)
        {
            if (double.IsNaN(point.Value))
                continue;
            if (run is null || point.Time.SecondsSince(last) > gapSeconds)
            {
                Flush(run, column);
                runs.Add(run = []);
            }
            else if (ColumnOf(axis, point.Time) != ColumnOf(axis, column[0].Time))
                Flush(run, column);
            column.Add(point);
            last = point.Time;
        }
        Flush(run, column);
        return new Series(runs);
    }

    private static int ColumnOf(TimeAxis axis, UtcInstant time) => (int)(axis.At(time) * Columns / 100);

    private static void Flush(List<(UtcInstant Time, double Value)>? run, List<(UtcInstant Time, double Value)> column)
    {
        if (run is null || column.Count == 0)
            return;
        var (least, greatest) = (0, 0);
        for (var i = 1; i < column.Count; i++)
        {
            least = column[i].Value < column[least].Value ? i : least;
            greatest = column[i].Value > column[greatest].Value ? i : greatest;
        }
        foreach (var i in new SortedSet<int> { 0, least, greatest, column.Count - 1 })
            run.Add(column[i]);
        column.Clear();
    }
}
