namespace Overflight.Airspace.Nearest;

internal sealed partial class PieceTree
{
    /// <summary>Builds the tree over pieces, splitting by the widest axis of their middles.</summary>
    public PieceTree(IReadOnlyList<BoundaryPiece> pieces)
    {
        Count = pieces.Count;
        var order = new int[pieces.Count];
        var starts = new SurfacePoint[pieces.Count];
        var ends = new SurfacePoint[pieces.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            starts[i] = SurfacePoint.From(pieces[i].Start);
            ends[i] = SurfacePoint.From(pieces[i].End);
            GreatestWideningMetres = Math.Max(GreatestWideningMetres, pieces[i].UncertaintyMetres + pieces[i].SagMetres);
        }
        var layout = new Layout(pieces, order, starts, ends);
        if (pieces.Count > 0)
            layout.AddNode(0, order.Length);
        _ballX = [.. layout.BallX];
        _ballY = [.. layout.BallY];
        _ballZ = [.. layout.BallZ];
        _radius = [.. layout.Radius];
        _widenedRadius = [.. layout.WidenedRadius];
        _child = [.. layout.Child];

        var slots = layout.Blocks.Count * 4;
        _pieces = new BoundaryPiece[slots];
        (_startX, _startY, _startZ) = (new double[slots], new double[slots], new double[slots]);
        (_alongX, _alongY, _alongZ) = (new double[slots], new double[slots], new double[slots]);
        (_length, _widening) = (new double[slots], new double[slots]);
        for (var block = 0; block < layout.Blocks.Count; block++)
            for (var k = 0; k < 4; k++)
                Place(4 * block + k, layout.Blocks[block], k, order, pieces, starts, ends);
    }

    private void Place(int slot, (int First, int Count) block, int k, int[] order, IReadOnlyList<BoundaryPiece> pieces, SurfacePoint[] starts, SurfacePoint[] ends)
    {
        if (k >= block.Count)
        {
            // Padding: farther than anything, and marked by a negative length.
            _startX[slot] = 1e12;
            _length[slot] = -1;
            return;
        }
        var i = order[block.First + k];
        var (start, end) = (starts[i], ends[i]);
        var length = start.ChordTo(end);
        _pieces[slot] = pieces[i];
        (_startX[slot], _startY[slot], _startZ[slot]) = (start.X, start.Y, start.Z);
        var scale = length > 0 ? 1 / length : 0;
        (_alongX[slot], _alongY[slot], _alongZ[slot]) = ((end.X - start.X) * scale, (end.Y - start.Y) * scale, (end.Z - start.Z) * scale);
        _length[slot] = length;
        _widening[slot] = pieces[i].UncertaintyMetres + pieces[i].SagMetres;
    }

    private sealed class Layout(IReadOnlyList<BoundaryPiece> pieces, int[] order, SurfacePoint[] starts, SurfacePoint[] ends)
    {
        public List<double> BallX { get; } = [];
        public List<double> BallY { get; } = [];
        public List<double> BallZ { get; } = [];
        public List<double> Radius { get; } = [];
        public List<double> WidenedRadius { get; } = [];
        public List<int> Child { get; } = [];
        public List<(int First, int Count)> Blocks { get; } = [];

        public int AddNode(int first, int count)
        {
            var node = Child.Count / 4;
            for (var k = 0; k < 4; k++)
                AddBall(0, 0, 0, 0, 0, None);
            Span<(int First, int Count)> parts = stackalloc (int, int)[4];
            var halves = Split(first, count);
            var left = Split(halves.Left.First, halves.Left.Count);
            var right = Split(halves.Right.First, halves.Right.Count);
            (parts[0], parts[1], parts[2], parts[3]) = (left.Left, left.Right, right.Left, right.Right);
            for (var k = 0; k < 4; k++)
            {
                if (parts[k].Count == 0)
                    continue;
                SetBall(4 * node + k, parts[k].First, parts[k].Count);
                if (parts[k].Count <= 4)
                {
                    Child[4 * node + k] = ~Blocks.Count;
                    Blocks.Add(parts[k]);
                }
                else
                    Child[4 * node + k] = AddNode(parts[k].First, parts[k].Count);
            }
            return node;
        }

        private ((int First, int Count) Left, (int First, int Count) Right) Split(int first, int count)
        {
            if (count <= 4)
                return ((first, count), (first + count, 0));
            double lowX = double.MaxValue, lowY = double.MaxValue, lowZ = double.MaxValue;
            double highX = double.MinValue, highY = double.MinValue, highZ = double.MinValue;
            for (var i = first; i < first + count; i++)
            {
                var (x, y, z) = starts[order[i]];
                (lowX, highX) = (Math.Min(lowX, x), Math.Max(highX, x));
                (lowY, highY) = (Math.Min(lowY, y), Math.Max(highY, y));
                (lowZ, highZ) = (Math.Min(lowZ, z), Math.Max(highZ, z));
            }
            var (dx, dy, dz) = (highX - lowX, highY - lowY, highZ - lowZ);
            var part = order.AsSpan(first, count);
            var keys = new double[count];
            for (var i = 0; i < count; i++)
            {
                var start = starts[part[i]];
                keys[i] = dx >= dy && dx >= dz ? start.X : dy >= dz ? start.Y : start.Z;
            }
            keys.AsSpan().Sort(part);
            // Whole blocks of four on the left, so that few blocks are padded.
            var half = Math.Max(4, count / 2 / 4 * 4);
            return ((first, half), (first + half, count - half));
        }

        private void SetBall(int ball, int first, int count)
        {
            double x = 0, y = 0, z = 0;
            for (var i = first; i < first + count; i++)
            {
                var (a, b) = (starts[order[i]], ends[order[i]]);
                x += a.X + b.X;
                y += a.Y + b.Y;
                z += a.Z + b.Z;
            }
            var centre = new SurfacePoint(x / (2 * count), y / (2 * count), z / (2 * count));
            double radius = 0, widened = 0;
            for (var i = first; i < first + count; i++)
            {
                var far = Math.Max(centre.ChordTo(starts[order[i]]), centre.ChordTo(ends[order[i]]));
                radius = Math.Max(radius, far);
                var piece = pieces[order[i]];
                widened = Math.Max(widened, far + piece.UncertaintyMetres + piece.SagMetres);
            }
            (BallX[ball], BallY[ball], BallZ[ball]) = (centre.X, centre.Y, centre.Z);
            // A micrometre covers the rounding of all that was done in double precision.
            (Radius[ball], WidenedRadius[ball]) = (radius + 1e-6, widened + 1e-6);
        }

        private void AddBall(double x, double y, double z, double radius, double widened, int child)
        {
            BallX.Add(x);
            BallY.Add(y);
            BallZ.Add(z);
            Radius.Add(radius);
            WidenedRadius.Add(widened);
            Child.Add(child);
        }
    }
}
