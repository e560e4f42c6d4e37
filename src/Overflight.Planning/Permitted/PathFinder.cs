using Overflight.Authority.Paths;
using Overflight.Geodesy;

namespace Overflight.Planning.Permitted;

/// <summary>
/// Short ways through permitted airspace: A* over a grid of latitudes and longitudes, each step checked as a corridor, then pulled straight
/// as far as corridors allow. What it finds may be flown; where it finds nothing, a way narrower than a cell may still be there.
/// </summary>
/// <param name="airspace">Where may be flown.</param>
/// <param name="corridorMetres">How far the aircraft may be from its route.</param>
public sealed class PathFinder(PermittedAirspace airspace, double corridorMetres)
{
    private const int MostCellsAcross = 160;
    private const double LeastCellDegrees = 0.04;

    private readonly Dictionary<((int, int), (int, int)), bool> _allowed = [];

    /// <summary>The corners of a way from one place to another, both included; null where none was found.</summary>
    public IReadOnlyList<GeoPoint>? Find(GeoPoint from, GeoPoint to)
    {
        if (Allows(from, to))
            return [from, to];
        var grid = new Grid(airspace.BoundsDegrees);
        return Search(grid, from, to) is { } way ? Pull(way) : null;
    }

    /// <summary>Length of a way, metres.</summary>
    public static double LengthMetres(IReadOnlyList<GeoPoint> way) => way.Zip(way.Skip(1), Geodesic.DistanceMetres).Sum();

    private bool Allows(GeoPoint from, GeoPoint to) => airspace.Allows(new(from, to, corridorMetres));

    private List<GeoPoint>? Search(Grid grid, GeoPoint from, GeoPoint to)
    {
        var (best, cameFrom, open) = (new Dictionary<(int, int), double>(), new Dictionary<(int, int), (int, int)>(), new PriorityQueue<(int, int), double>());
        foreach (var start in grid.Around(from).Where(n => Allows(from, grid.Place(n))))
            Reach(start, Geodesic.DistanceMetres(from, grid.Place(start)), null);
        var goals = grid.Around(to).Where(n => Allows(grid.Place(n), to)).ToHashSet();
        var closed = new HashSet<(int, int)>();
        while (open.TryDequeue(out var node, out _))
        {
            if (!closed.Add(node))
                continue;
            if (goals.Contains(node))
            {
                List<GeoPoint> way = [to, grid.Place(node)];
                while (cameFrom.TryGetValue(node, out node))
                    way.Add(grid.Place(node));
                way.Add(from);
                way.Reverse();
                return way;
            }
            foreach (var next in grid.Neighbours(node).Where(n => !closed.Contains(n) && IsOpen(grid, node, n)))
                Reach(next, best[node] + Geodesic.DistanceMetres(grid.Place(node), grid.Place(next)), node);
        }
        return null;

        void Reach((int, int) node, double metres, (int, int)? by)
        {
            if (best.TryGetValue(node, out var known) && known <= metres)
                return;
            best[node] = metres;
            if (by is { } before)
                cameFrom[node] = before;
            open.Enqueue(node, metres + Geodesic.DistanceMetres(grid.Place(node), to));
        }
    }

    private bool IsOpen(Grid grid, (int, int) a, (int, int) b)
    {
        var key = a.CompareTo(b) < 0 ? (a, b) : (b, a);
        if (!_allowed.TryGetValue(key, out var allowed))
            _allowed[key] = allowed = Allows(grid.Place(a), grid.Place(b));
        return allowed;
    }

    private List<GeoPoint> Pull(List<GeoPoint> way)
    {
        List<GeoPoint> pulled = [way[0]];
        for (var at = 0; at < way.Count - 1;)
        {
            var next = way.Count - 1;
            while (next > at + 1 && !Allows(way[at], way[next]))
                next--;
            pulled.Add(way[at = next]);
        }
        return pulled;
    }

    private sealed class Grid
    {
        private readonly double _south, _west, _cell;
        private readonly int _rows, _columns;

        public Grid((double South, double West, double North, double East) bounds)
        {
            _cell = Math.Max(LeastCellDegrees, Math.Max(bounds.North - bounds.South, bounds.East - bounds.West) / MostCellsAcross);
            (_south, _west) = (bounds.South, bounds.West);
            (_rows, _columns) = ((int)((bounds.North - _south) / _cell) + 1, (int)((bounds.East - _west) / _cell) + 1);
        }

        public GeoPoint Place((int Row, int Column) node) => new(_south + node.Row * _cell, _west + node.Column * _cell);

        public IEnumerable<(int, int)> Around(GeoPoint place)
        {
            var (row, column) = ((int)Math.Round((place.LatitudeDegrees - _south) / _cell), (int)Math.Round((place.LongitudeDegrees - _west) / _cell));
            return Square((row, column), 2);
        }

        public IEnumerable<(int, int)> Neighbours((int, int) node) => Square(node, 1).Where(n => n != node);

        private IEnumerable<(int, int)> Square((int Row, int Column) node, int reach)
        {
            for (var row = Math.Max(0, node.Row - reach); row <= Math.Min(_rows - 1, node.Row + reach); row++)
            {
                for (var column = Math.Max(0, node.Column - reach); column <= Math.Min(_columns - 1, node.Column + reach); column++)
                    yield return (row, column);
            }
        }
    }
}
