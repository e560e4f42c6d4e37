using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>Rings of the visible stretches: each ring is a chain of stretches, one to a row, each overlapping the next.</summary>
internal static class ReachOutline
{
    // For drawing, every fourth row stands for the four about it.
    private const int Stride = 4;

    public static IReadOnlyList<IReadOnlyList<GeoPoint>> Of(ReachRows rows)
    {
        var rings = new List<IReadOnlyList<GeoPoint>>();
        var open = new List<List<(int Row, double West, double East)>>();
        var next = new List<List<(int Row, double West, double East)>>();
        var stretches = rows.Stretches;
        for (var i = 0; i < stretches.Length;)
        {
            var row = stretches[i].Row;
            if (row % Stride != Stride / 2)
            {
                i++;
                continue;
            }
            next.Clear();
            for (; i < stretches.Length && stretches[i].Row == row; i++)
                next.Add(Continue(open, stretches[i]));
            foreach (var chain in open)
                if (chain[^1].Row < row)
                    rings.Add(Ring(rows, chain));
            (open, next) = (next, open);
        }
        foreach (var chain in open)
            rings.Add(Ring(rows, chain));
        return rings;
    }

    /// <summary>A stretch goes on from a chain that ends just below it and has not gone on yet, else begins its own.</summary>
    private static List<(int Row, double West, double East)> Continue(List<List<(int Row, double West, double East)>> open, (int Row, double West, double East) stretch)
    {
        foreach (var chain in open)
        {
            var last = chain[^1];
            if (last.Row != stretch.Row - Stride || last.West >= stretch.East || last.East <= stretch.West)
                continue;
            chain.Add(stretch);
            return chain;
        }
        return [stretch];
    }

    private static List<GeoPoint> Ring(ReachRows rows, List<(int Row, double West, double East)> chain)
    {
        // A strip reaches half a stride below and above its row's middle.
        var half = 0.5 * Stride * rows.StepDegrees;
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
