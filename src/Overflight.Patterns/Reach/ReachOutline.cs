using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>Rings of the visible stretches: each ring is a chain of stretches, one to a row, each overlapping the next.</summary>
internal static class ReachOutline
{
    // For drawing, every fourth row stands for the four about it; every second or each one where pieces far apart share few rows, so that what is
    // lost or added at their edges stays small against them.
    private const int RowsForFourth = 512;
    private const int RowsForSecond = 256;

    public static IReadOnlyList<IReadOnlyList<GeoPoint>> Of(ReachRows rows)
    {
        var rings = new List<IReadOnlyList<GeoPoint>>();
        var open = new List<List<(int Row, double West, double East)>>();
        var next = new List<List<(int Row, double West, double East)>>();
        var stretches = rows.Stretches;
        var stride = Stride(stretches);
        for (var i = 0; i < stretches.Length;)
        {
            var row = stretches[i].Row;
            if (row % stride != stride / 2)
            {
                i++;
                continue;
            }
            next.Clear();
            for (; i < stretches.Length && stretches[i].Row == row; i++)
                next.Add(Continue(open, stretches[i], stride));
            foreach (var chain in open)
                if (chain[^1].Row < row)
                    rings.Add(Ring(rows, chain, stride));
            (open, next) = (next, open);
        }
        foreach (var chain in open)
            rings.Add(Ring(rows, chain, stride));
        return rings;
    }

    private static int Stride(ReadOnlySpan<(int Row, double West, double East)> stretches)
    {
        var held = 0;
        for (var i = 0; i < stretches.Length; i++)
            held += i == 0 || stretches[i].Row != stretches[i - 1].Row ? 1 : 0;
        return held >= RowsForFourth ? 4 : held >= RowsForSecond ? 2 : 1;
    }

    /// <summary>A stretch goes on from a chain that ends just below it and has not gone on yet, else begins its own.</summary>
    private static List<(int Row, double West, double East)> Continue(List<List<(int Row, double West, double East)>> open, (int Row, double West, double East) stretch, int stride)
    {
        foreach (var chain in open)
        {
            var last = chain[^1];
            if (last.Row != stretch.Row - stride || last.West >= stretch.East || last.East <= stretch.West)
                continue;
            chain.Add(stretch);
            return chain;
        }
        return [stretch];
    }

    private static List<GeoPoint> Ring(ReachRows rows, List<(int Row, double West, double East)> chain, int stride)
    {
        // A strip reaches half a stride below and above its row's middle.
        var half = 0.5 * stride * rows.StepDegrees;
        var ring = new List<GeoPoint>(2 * chain.Count + 4);
        Add(chain[0].East, chain[0].Row, -half);
        foreach (var (row, _, east) in chain)
            Add(east, row, 0);
        Add(chain[^1].East, chain[^1].Row, half);
        Add(chain[^1].West, chain[^1].Row, half);
        for (var i = chain.Count - 1; i >= 0; i--)
            Add(chain[i].West, chain[i].Row, 0);
        Add(chain[0].West, chain[0].Row, -half);
        ring.Add(ring[0]);
        return ring;

        void Add(double longitude, int row, double off) => ring.Add(new GeoPoint(Math.Clamp(rows.LatitudeOf(row) + off, -90, 90), longitude));
    }
}
