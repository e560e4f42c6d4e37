using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>
/// A way round fences: the shortest chain of geodesics over places beside the fences' corners (a visibility graph; Lozano-Pérez
/// and Wesley, Communications of the ACM 22(10), 1979), each clear of every edge.
/// </summary>
internal static class DetourPlanner
{
    private const int MostCorners = 80;

    /// <summary>Places to fly over, the goal last; null where no way was found. One place where the straight way is clear.</summary>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="shapes">Fences that bind, all on their right side.</param>
    /// <param name="offset">How far beside corners it passes.</param>
    /// <param name="clearance">How far from edges it keeps on the way.</param>
    public static List<GeoPoint>? Plan(GeoPoint from, GeoPoint to, IReadOnlyList<FenceShape> shapes, double offset, double clearance)
    {
        if (IsClear(from, to, shapes, clearance))
            return [to];
        List<GeoPoint> nodes = [from, to];
        foreach (var corner in Corners(shapes, offset))
        {
            if (shapes.All(s => !s.IsWrong(corner) && s.ClearanceMetres(corner) >= 0.6 * offset))
                nodes.Add(corner);
        }
        var cost = nodes.Select(_ => double.PositiveInfinity).ToArray();
        var before = new int[nodes.Count];
        var done = new bool[nodes.Count];
        cost[0] = 0;
        while (true)
        {
            var here = -1;
            for (var i = 0; i < nodes.Count; i++)
            {
                if (!done[i] && double.IsFinite(cost[i]) && (here < 0 || cost[i] < cost[here]))
                    here = i;
            }
            if (here is -1 or 1)
                break;
            done[here] = true;
            for (var next = 1; next < nodes.Count; next++)
            {
                var through = cost[here] + Geodesic.DistanceMetres(nodes[here], nodes[next]);
                if (!done[next] && through < cost[next] && IsClear(nodes[here], nodes[next], shapes, clearance))
                    (cost[next], before[next]) = (through, here);
            }
        }
        if (!double.IsFinite(cost[1]))
            return null;
        var way = new List<GeoPoint>();
        for (var node = 1; node != 0; node = before[node])
            way.Insert(0, nodes[node]);
        return way;
    }

    private static IEnumerable<GeoPoint> Corners(IReadOnlyList<FenceShape> shapes, double offset)
    {
        var every = Math.Max(1, shapes.Sum(s => s.Corners.Count) / MostCorners);
        foreach (var shape in shapes)
        {
            // A shape of few corners beside one of many keeps its own.
            var step = Math.Clamp(every, 1, Math.Max(1, shape.Corners.Count / 4));
            for (var i = 0; i < shape.Corners.Count; i += step)
            {
                var corner = shape.Corners[i];
                var back = Geodesic.Inverse(corner, shape.Corners[(i + shape.Corners.Count - step) % shape.Corners.Count]).InitialAzimuthDegrees;
                var on = Geodesic.Inverse(corner, shape.Corners[(i + step) % shape.Corners.Count]).InitialAzimuthDegrees;
                // Along the bisector, to either side: the wrong one is sorted out.
                var bisector = back + Math.IEEERemainder(on - back, 360) / 2;
                yield return Geodesic.Direct(corner, bisector, offset);
                yield return Geodesic.Direct(corner, bisector + 180, offset);
            }
        }
    }

    private static bool IsClear(GeoPoint from, GeoPoint to, IReadOnlyList<FenceShape> shapes, double clearance)
    {
        var line = GeodesicLine.Between(from, to);
        for (var along = 0.0; ;)
        {
            var place = line.PointAt(along);
            var least = double.PositiveInfinity;
            foreach (var shape in shapes)
                least = Math.Min(least, shape.ClearanceMetres(place) - clearance);
            if (least < 0)
                return false;
            if (along >= line.DistanceMetres)
                return true;
            along = Math.Min(line.DistanceMetres, along + Math.Max(20, least));
        }
    }
}
