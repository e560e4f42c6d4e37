using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// Whether a region separates two places within the set that can be reached. The boundary pieces within reach fall into
/// connected chains; each chain is closed or leaves the reachable set at both ends, so each parts that set (a disc) in two,
/// and some chain must lie between the places if the region does (the disc is unicoherent). A chain lies between them when
/// any path from one to the other crosses it an odd number of times. Pieces count as within reach when widened by their
/// uncertainty they are, so the true line, which runs within that of the mapped one, leaves the reachable set as well.
/// </summary>
internal static class ForcedPassage
{
    /// <summary>Whether the plane arc between two places crosses any of the pieces.</summary>
    public static bool IsCrossed(PieceTree tree, List<int> slots, SurfacePoint from, SurfacePoint to) =>
        slots.Exists(slot => Crosses(tree.StartOf(slot), tree.EndOf(slot), from, to));

    /// <summary>Whether the pieces within reach, all of them given, part the two places.</summary>
    public static bool Separates(PieceTree tree, List<int> slots, SurfacePoint from, SurfacePoint to)
    {
        slots.Sort();
        var crossed = new List<int>();
        foreach (var slot in slots)
        {
            // At the data's seam a chain may end inside the reachable set, and parity would say nothing.
            if (IsAtSeam(tree[slot].Start) || IsAtSeam(tree[slot].End))
                return false;
            if (Crosses(tree.StartOf(slot), tree.EndOf(slot), from, to))
                crossed.Add(slot);
        }
        if (crossed.Count == 0)
            return false;
        var chains = new PieceChains(tree, slots);
        return crossed.GroupBy(chains.ChainOf).Any(chain => chain.Count() % 2 == 1);
    }

    private static bool IsAtSeam(GeoPoint corner) => Math.Abs(corner.LongitudeDegrees) == 180;

    /// <summary>Whether the plane arc between two places crosses a piece; a corner exactly on the arc's plane counts as left of it.</summary>
    private static bool Crosses(SurfacePoint start, SurfacePoint end, SurfacePoint from, SurfacePoint to)
    {
        if (IsLeft(from, to, start) == IsLeft(from, to, end) || IsLeft(start, end, from) == IsLeft(start, end, to))
            return false;
        // Both great planes are straddled; the arcs meet on this side of the earth or on the other.
        var middle = new SurfacePoint(from.X + to.X, from.Y + to.Y, from.Z + to.Z);
        return middle.X * start.X + middle.Y * start.Y + middle.Z * start.Z > 0;
    }

    private static bool IsLeft(SurfacePoint a, SurfacePoint b, SurfacePoint p) =>
        (a.Y * b.Z - a.Z * b.Y) * p.X + (a.Z * b.X - a.X * b.Z) * p.Y + (a.X * b.Y - a.Y * b.X) * p.Z >= 0;
}
