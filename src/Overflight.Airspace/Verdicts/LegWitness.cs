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

    /// <summary>A witness within what the leg allows, or null where geodesics show that there is none.</summary>
    public static LegWitness? Find(PieceTree tree, List<int> slots, FlightPath path, int leg)
    {
        var (from, to) = (path.Points[leg], path.Points[leg + 1]);
        foreach (var slot in slots.OrderBy(s => tree.Detour(s, from, to, out _)))
        {
            // Where the chords say is mostly good enough, and then the search for the very least can be spared.
            if (At(tree, slot, path, leg) is var quick && quick.Metres <= path.Allowed[leg])
                return quick;
            var witness = On(tree[slot], slot, path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1));
            if (witness.Metres <= path.Allowed[leg] + Tolerance)
                return witness;
        }
        return null;
    }

    private static LegWitness At(PieceTree tree, int slot, FlightPath path, int leg)
    {
        tree.Detour(slot, path.Points[leg], path.Points[leg + 1], out var along);
        ref readonly var piece = ref tree[slot];
        var length = SurfacePoint.From(piece.Start).ChordTo(SurfacePoint.From(piece.End));
        var place = piece.At(length > 0 ? along / length : 0);
        return new LegWitness(slot, place, 0, Geodesic.DistanceMetres(path.Flight.PositionAt(leg), place), Geodesic.DistanceMetres(place, path.Flight.PositionAt(leg + 1)));
    }

    /// <summary>The witness with the least detour.</summary>
    public static LegWitness Least(PieceTree tree, List<int> slots, FlightPath path, int leg)
    {
        var (from, to) = (path.Points[leg], path.Points[leg + 1]);
        var slot = slots.MinBy(s => tree.Detour(s, from, to, out _));
        return On(tree[slot], slot, path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1));
    }

    /// <summary>The place within a piece's uncertainty that is least out of the way.</summary>
    public static LegWitness On(in BoundaryPiece piece, int slot, GeoPoint from, GeoPoint to)
    {
        var line = piece;
        var fraction = LeastOnInterval.Find(f => Sum(line.At(f)), 0, 1, 1e-6);
        var place = piece.At(fraction);
        double aside = 0;
        if (piece.UncertaintyMetres > 0)
        {
            for (var round = 0; round < 2; round++)
            {
                var azimuth = Downhill(piece.At(fraction), from, to);
                if (double.IsNaN(azimuth))
                    break;
                var foot = piece.At(fraction);
                aside = LeastOnInterval.Find(h => Sum(Geodesic.Direct(foot, azimuth, h)), 0, piece.UncertaintyMetres, 1e-3);
                place = Geodesic.Direct(foot, azimuth, aside);
                if (round == 0)
                {
                    var (a, h) = (azimuth, aside);
                    fraction = LeastOnInterval.Find(f => Sum(Geodesic.Direct(line.At(f), a, h)), 0, 1, 1e-6);
                }
            }
        }
        return new LegWitness(slot, place, aside, Geodesic.DistanceMetres(from, place), Geodesic.DistanceMetres(place, to));

        double Sum(GeoPoint x) => Geodesic.DistanceMetres(from, x) + Geodesic.DistanceMetres(x, to);
    }

    /// <summary>The azimuth in which the sum of distances falls fastest: halfway between the directions of both ends; NaN between them.</summary>
    private static double Downhill(GeoPoint place, GeoPoint from, GeoPoint to)
    {
        var (sinA, cosA) = Math.SinCos(double.DegreesToRadians(Geodesic.Inverse(place, from).InitialAzimuthDegrees));
        var (sinB, cosB) = Math.SinCos(double.DegreesToRadians(Geodesic.Inverse(place, to).InitialAzimuthDegrees));
        var (east, north) = (sinA + sinB, cosA + cosB);
        return east * east + north * north < 1e-18 ? double.NaN : double.RadiansToDegrees(Math.Atan2(east, north));
    }
}
