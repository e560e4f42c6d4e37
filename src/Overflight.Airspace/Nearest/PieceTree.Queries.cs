using System.Runtime.Intrinsics;

namespace Overflight.Airspace.Nearest;

/// <content>The queries: what bounds a ball, and what is done with a piece.</content>
internal sealed partial class PieceTree
{
    private struct NearestQuery(SurfacePoint from, double limitMetres) : IQuery
    {
        private readonly WidePoint _from = new(from);

        public NearestPiece Best { get; private set; } = new(-1, 0, limitMetres);

        public readonly double LimitMetres => Best.ChordMetres;

        public readonly Vector256<double> Bounds(PieceTree tree, int at) => tree.ToCentres(at, _from) - Load(tree._radius, at);

        public bool Look(PieceTree tree, int at)
        {
            Best = Least(tree.Distances(at, _from, out var along), along, at, Best);
            return false;
        }
    }

    private struct NearestWidenedQuery(SurfacePoint from, double limitMetres) : IQuery
    {
        private readonly WidePoint _from = new(from);

        public NearestPiece Best { get; private set; } = new(-1, 0, limitMetres);

        public readonly double LimitMetres => Best.ChordMetres;

        public readonly Vector256<double> Bounds(PieceTree tree, int at) => tree.ToCentres(at, _from) - Load(tree._widenedRadius, at);

        public bool Look(PieceTree tree, int at)
        {
            var distances = Vector256.Max(Vector256<double>.Zero, tree.Distances(at, _from, out var along) - Load(tree._widening, at));
            Best = Least(distances, along, at, Best);
            // Nothing is nearer than within.
            return Best.ChordMetres == 0;
        }
    }

    private struct LeastDetourQuery(SurfacePair ends, double limitMetres, bool any) : IQuery
    {
        private readonly SurfacePair _ends = ends;

        public NearestPiece Best { get; private set; } = new(-1, 0, limitMetres);

        public readonly double LimitMetres => Best.ChordMetres;

        public readonly Vector256<double> Bounds(PieceTree tree, int at) => tree.SumsOverBalls(at, _ends);

        public bool Look(PieceTree tree, int at)
        {
            Best = Least(tree.Detours(at, _ends, out var along), along, at, Best);
            return any && Best.Slot >= 0;
        }
    }

    private readonly struct DetoursQuery(SurfacePair ends, double limitMetres, List<int> slots) : IQuery
    {
        private readonly SurfacePair _ends = ends;

        public double LimitMetres => limitMetres;

        public Vector256<double> Bounds(PieceTree tree, int at) => tree.SumsOverBalls(at, _ends);

        public bool Look(PieceTree tree, int at)
        {
            Collect(tree.Detours(at, _ends, out _), limitMetres, at, slots);
            return false;
        }
    }

    private struct FromEndsQuery(SurfacePair ends, double limitMetres) : IQuery
    {
        private readonly SurfacePair _ends = ends;

        public double FromMetres { get; private set; } = double.PositiveInfinity;

        public double ToMetres { get; private set; } = double.PositiveInfinity;

        public readonly double LimitMetres => limitMetres;

        /// <summary>A ball that is out of reach, or no nearer to either end than what was found, is passed over.</summary>
        public readonly Vector256<double> Bounds(PieceTree tree, int at)
        {
            var widened = Load(tree._widenedRadius, at);
            var (from, to) = (tree.ToCentres(at, _ends.From) - widened, tree.ToCentres(at, _ends.To) - widened);
            var isOfUse = Vector256.LessThan(from, Vector256.Create(FromMetres)) | Vector256.LessThan(to, Vector256.Create(ToMetres));
            return Vector256.ConditionalSelect(isOfUse, from + to, Vector256.Create(double.PositiveInfinity));
        }

        public bool Look(PieceTree tree, int at)
        {
            var sums = tree.Detours(at, _ends, out _);
            var reached = Vector256.LessThanOrEqual(sums, Vector256.Create(limitMetres)).ExtractMostSignificantBits();
            if (reached == 0)
                return false;
            var widening = Load(tree._widening, at);
            var (from, to) = (tree.Distances(at, _ends.From, out _) - widening, tree.Distances(at, _ends.To, out _) - widening);
            for (; reached != 0; reached &= reached - 1)
            {
                var k = System.Numerics.BitOperations.TrailingZeroCount(reached);
                FromMetres = Math.Min(FromMetres, Math.Max(0, from[k]));
                ToMetres = Math.Min(ToMetres, Math.Max(0, to[k]));
            }
            return false;
        }
    }

    private readonly struct NearQuery(SurfacePoint from, double limitMetres, List<int> slots) : IQuery
    {
        private readonly WidePoint _from = new(from);

        public double LimitMetres => limitMetres;

        public Vector256<double> Bounds(PieceTree tree, int at) => tree.ToCentres(at, _from) - Load(tree._radius, at);

        public bool Look(PieceTree tree, int at)
        {
            Collect(tree.Distances(at, _from, out _), limitMetres, at, slots);
            return false;
        }
    }

    private Vector256<double> SumsOverBalls(int at, in SurfacePair ends)
    {
        var widened = Load(_widenedRadius, at);
        return ToCentres(at, ends.From) + ToCentres(at, ends.To) - widened - widened;
    }

    private static NearestPiece Least(Vector256<double> metres, Vector256<double> along, int at, NearestPiece best)
    {
        if (!Vector256.LessThanOrEqualAny(metres, Vector256.Create(best.ChordMetres)))
            return best;
        for (var k = 0; k < 4; k++)
            if (metres[k] <= best.ChordMetres)
                best = new NearestPiece(at + k, along[k], metres[k]);
        return best;
    }

    private static void Collect(Vector256<double> metres, double limitMetres, int at, List<int> slots)
    {
        for (var k = 0; k < 4; k++)
            if (metres[k] <= limitMetres && double.IsFinite(metres[k]))
                slots.Add(at + k);
    }
}
