using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>The nearest place of a boundary on the ellipsoid: chords choose the candidates, geodesics decide.</summary>
internal static class NearestPlace
{
    /// <exception cref="InvalidOperationException">The boundary has no edges.</exception>
    public static (BoundaryPiece Piece, GeoPoint Place, double Metres) On(PieceTree tree, GeoPoint from)
    {
        var origin = SurfacePoint.From(from);
        var first = tree.Nearest(origin);
        if (first.Slot < 0)
            throw new InvalidOperationException("the region has no boundary");
        var best = Refine(tree[first.Slot], from);
        // Another piece may be nearer by geodesic though not by chord, but only within the bracket of the best found; the
        // pieces are straight in space, their curves lie within their sag of that.
        var slots = new List<int>();
        tree.CollectNear(origin, ChordBracket.GreatestChord(best.Metres) + tree.GreatestSagMetres, slots);
        foreach (var slot in slots)
        {
            if (slot == first.Slot)
                continue;
            var other = Refine(tree[slot], from);
            if (other.Metres < best.Metres)
                best = other;
        }
        return best;
    }

    /// <summary>The nearest place of one piece.</summary>
    public static (BoundaryPiece Piece, GeoPoint Place, double Metres) Refine(BoundaryPiece piece, GeoPoint from)
    {
        var local = new LocalPiece(piece);
        var remote = new RemotePlace(local.Plane, from);
        var isLocal = remote.AnchorMetres <= RemotePlace.FarthestMetres && local.HalfLengthMetres <= LocalPlane.ReachMetres;
        var fraction = LeastOnInterval.Find(f => isLocal ? remote.DistanceTo(local.At(f)) : Geodesic.DistanceMetres(from, piece.At(f)), 0, 1, 1e-7);
        var place = piece.At(fraction);
        return (piece, place, Geodesic.DistanceMetres(from, place));
    }
}
