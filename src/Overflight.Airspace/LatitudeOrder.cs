using Overflight.Airspace.Pack;

namespace Overflight.Airspace;

/// <summary>The edges of a region by latitude, so that a band of latitudes is cut without looking at the rest: those that are low by their southern end, the few that are tall apart.</summary>
internal sealed class LatitudeOrder
{
    private const double TallDegrees = 0.1;

    private readonly int[] _low;
    private readonly double[] _south;
    private readonly int[] _tall;

    public LatitudeOrder(BoundarySet set, int claim)
    {
        var (low, tall) = (new List<(double South, int Vertex)>(), new List<int>());
        var runs = set.RunsOf(claim);
        for (var r = 0; r < runs.Length; r += 2)
            for (var vertex = (int)runs[r] + 1; vertex <= (int)(runs[r] + runs[r + 1]); vertex++)
            {
                var (a, b) = (set.Latitude(vertex - 1), set.Latitude(vertex));
                if (Math.Abs(a - b) > TallDegrees)
                    tall.Add(vertex);
                else if (a != b)
                    low.Add((Math.Min(a, b), vertex));
            }
        set.KeepAlive();
        low.Sort();
        (_low, _south, _tall) = ([.. low.Select(l => l.Vertex)], [.. low.Select(l => l.South)], [.. tall]);
    }

    /// <summary>Edges that are always to be looked at, by the vertex that ends them.</summary>
    public ReadOnlySpan<int> Tall => _tall;

    /// <summary>Edges that may reach into a band, by the vertex that ends them; some that do not are among them.</summary>
    public ReadOnlySpan<int> Between(double south, double north)
    {
        var first = Lower(south - TallDegrees);
        return _low.AsSpan(first, Lower(north + 1e-9) - first);
    }

    private int Lower(double latitude)
    {
        var at = Array.BinarySearch(_south, latitude);
        if (at < 0)
            return ~at;
        while (at > 0 && _south[at - 1] == latitude)
            at--;
        return at;
    }
}
