namespace Overflight.Scenery.Ground;

/// <summary>
/// Roads that connect: junctions on two lattices whose nodes are moved about, paved roads between the wide ones and tracks between the narrow ones, wherever the
/// ground between is dry and not too steep. Not safe for use by several threads at once.
/// </summary>
internal sealed class RoadNetwork(uint seed, Relief relief)
{
    public const double PavedUnits = 6144;
    private const double TrackUnits = 1792;
    private const int PavedPieces = 160;
    private const int TrackPieces = 56;
    private const int Checked = 4;
    private const int MostEdges = 6144;

    private readonly Dictionary<(int, int, int), RoadEdge?> _edges = [];

    /// <summary>Adds the roads that touch a box.</summary>
    public void Collect(double west, double south, double east, double north, bool withTracks, List<RoadEdge> roads)
    {
        if (_edges.Count > MostEdges)
            _edges.Clear();
        Collect(PavedUnits, 0, west, south, east, north, roads);
        if (withTracks)
            Collect(TrackUnits, 2, west, south, east, north, roads);
    }

    /// <summary>A junction of the paved roads.</summary>
    public (double X, double Y) Junction(int i, int j) => Node(i, j, PavedUnits, seed + 41);

    private void Collect(double spacing, int kind, double west, double south, double east, double north, List<RoadEdge> roads)
    {
        for (var j = (int)Math.Floor(south / spacing) - 1; j <= (int)Math.Floor(north / spacing) + 1; j++)
            for (var i = (int)Math.Floor(west / spacing) - 1; i <= (int)Math.Floor(east / spacing) + 1; i++)
                for (var way = 0; way < 2; way++)
                {
                    if (!_edges.TryGetValue((i, j, kind + way), out var edge))
                        _edges[(i, j, kind + way)] = edge = Make(i, j, kind, way, spacing);
                    if (edge is not null && edge.Touches(west, south, east, north))
                        roads.Add(edge);
                }
    }

    private static (double X, double Y) Node(int i, int j, double spacing, uint seed) =>
        ((i + 0.25 + 0.5 * Noise.Unit(i, j, seed)) * spacing, (j + 0.25 + 0.5 * Noise.Unit(i, j, seed + 1)) * spacing);

    private RoadEdge? Make(int i, int j, int kind, int way, double spacing)
    {
        var isPaved = kind == 0;
        var nodes = seed + (isPaved ? 41u : 51u);
        var bits = Noise.Bits(i, j, nodes + 7 + (uint)way);
        if (bits % 100 >= (isPaved ? 84 : 55))
            return null;
        var ((ax, ay), (bx, by)) = (Node(i, j, spacing, nodes), way == 0 ? Node(i + 1, j, spacing, nodes) : Node(i, j + 1, spacing, nodes));
        var pieces = isPaved ? PavedPieces : TrackPieces;
        var points = new (double X, double Y)[pieces + 1];
        var along = new double[pieces + 1];
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var n = 0; n <= pieces; n++)
        {
            var t = (double)n / pieces;
            var side = Math.Sin(Math.PI * t);
            var off = (isPaved ? 0.14 : 0.28) * side * side * (Noise.Smooth(3.1 * t, 0.5, bits) + 0.4 * Noise.Smooth(9.7 * t, 0.5, bits + 1));
            points[n] = (ax + t * (bx - ax) - off * (by - ay), ay + t * (by - ay) + off * (bx - ax));
            along[n] = n == 0 ? 0 : along[n - 1] + Math.Sqrt(Square(points[n].X - points[n - 1].X) + Square(points[n].Y - points[n - 1].Y));
            (west, south, east, north) = (Math.Min(west, points[n].X), Math.Min(south, points[n].Y), Math.Max(east, points[n].X), Math.Max(north, points[n].Y));
        }
        if (!CanBeBuilt(points, isPaved))
            return null;
        const double Beside = 20;
        return new RoadEdge
        {
            Bits = bits,
            IsPaved = isPaved,
            Points = points,
            Along = along,
            MetresPerUnit = WorldMap.MetresPerUnit(0.5 * (ay + by)),
            Bounds = (west - Beside, south - Beside, east + Beside, north + Beside),
        };
    }

    private bool CanBeBuilt((double X, double Y)[] points, bool isPaved)
    {
        var steepest = isPaved ? 0.16 : 0.22;
        var before = double.NaN;
        for (var n = 0; n < points.Length; n += Checked)
        {
            if (relief.Shore(points[n].X, points[n].Y) < 70)
                return false;
            var height = relief.Invented(points[n].X, points[n].Y);
            var step = n == 0 ? 1 : Math.Sqrt(Square(points[n].X - points[n - Checked].X) + Square(points[n].Y - points[n - Checked].Y));
            if (Math.Abs(height - before) > steepest * step)
                return false;
            before = height;
        }
        return true;
    }

    private static double Square(double x) => x * x;
}
