using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>A place on or beside a boundary piece that a leg may have passed, with its geodesic distances.</summary>
/// <param name="Slot">The piece.</param>
/// <param name="Place">The place.</param>
/// <param name="MetresFromEdge">How far beside the piece.</param>
/// <param name="MetresFromFirst">Geodesic distance from the leg's first fix.</param>
/// <param name="MetresToSecond">Geodesic distance to its second fix.</param>
internal readonly record struct LegWitness(int Slot, GeoPoint Place, double MetresFromEdge, double MetresFromFirst, double MetresToSecond)
{
    // So that a minimum found numerically, a little above the true one, never turns "possible" into "impossible".
    private const double Tolerance = 0.05;

    public double Metres => MetresFromFirst + MetresToSecond;

    /// <summary>A place of the boundary that a leg can have touched, or null where it certainly cannot.</summary>
    /// <param name="tree">The region's boundary.</param>
    /// <param name="leg">The leg.</param>
    /// <param name="slots">Room for the search; its contents are lost.</param>
    public static LegWitness? Within(PieceTree tree, in Leg leg, List<int> slots)
    {
        var limit = ChordBracket.GreatestChordSum(leg.AllowedMetres);
        var nearest = tree.LeastDetour(leg.FromPoint, leg.ToPoint, limit);
        if (nearest.Slot < 0)
            return null;
        if (At(tree, nearest.Slot, leg) is var witness && witness.Metres <= leg.AllowedMetres)
            return witness;
        tree.CollectDetours(leg.FromPoint, leg.ToPoint, limit, slots);
        return Find(tree, slots, leg);
    }

    /// <summary>A witness within what the leg allows, or null where geodesics show that there is none.</summary>
    private static LegWitness? Find(PieceTree tree, List<int> slots, in Leg leg)
    {
        var (from, to) = (leg.FromPoint, leg.ToPoint);
        foreach (var slot in slots.OrderBy(s => tree.Detour(s, from, to, out _)))
        {
            // Where the chords say is mostly good enough, and then the search for the very least can be spared.
            if (At(tree, slot, leg) is var quick && quick.Metres <= leg.AllowedMetres)
                return quick;
            if (On(tree[slot], slot, leg.From, leg.To, leg.AllowedMetres) is { } witness && witness.Metres <= leg.AllowedMetres + Tolerance)
                return witness;
        }
        return null;
    }

    private static LegWitness At(PieceTree tree, int slot, in Leg leg)
    {
        tree.Detour(slot, leg.FromPoint, leg.ToPoint, out var along);
        ref readonly var piece = ref tree[slot];
        var length = SurfacePoint.From(piece.Start).ChordTo(SurfacePoint.From(piece.End));
        var place = piece.At(length > 0 ? along / length : 0);
        return new LegWitness(slot, place, 0, Geodesic.DistanceMetres(leg.From, place), Geodesic.DistanceMetres(place, leg.To));
    }

    /// <summary>One of the leg's own ends, where it lies inside the zone's sides and only height or time kept it out.</summary>
    public static LegWitness AtEnd(PieceTree tree, FlightPath path, int leg, int end)
    {
        var length = Geodesic.DistanceMetres(path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1));
        return new LegWitness(tree.Nearest(path.Points[end]).Slot, path.Flight.PositionAt(end), 0, end == leg ? 0 : length, end == leg ? length : 0);
    }

    /// <summary>The place within a piece's uncertainty that is least out of the way; null where all are surely farther than a limit.</summary>
    private static LegWitness? On(in BoundaryPiece piece, int slot, GeoPoint from, GeoPoint to, double limitMetres)
    {
        var search = new DetourSearch(piece, from, to);
        var foot = Over(search.LeastOnLine(), 0);
        // The sum changes by no more than twice the way one moves.
        if (foot.Metres - 2 * piece.UncertaintyMetres > limitMetres + Tolerance)
            return null;
        if (piece.UncertaintyMetres == 0)
            return foot;
        var aside = Over(search.LeastOnRim(), piece.UncertaintyMetres);
        return foot.Metres <= aside.Metres ? foot : aside;

        LegWitness Over(GeoPoint place, double metresFromEdge) =>
            new(slot, place, metresFromEdge, Geodesic.DistanceMetres(from, place), Geodesic.DistanceMetres(place, to));
    }

    /// <summary>The place within a piece's uncertainty that is least out of the way.</summary>
    public static LegWitness On(in BoundaryPiece piece, int slot, GeoPoint from, GeoPoint to) =>
        On(piece, slot, from, to, double.PositiveInfinity)!.Value;
}
