using System.Runtime.InteropServices;

namespace Overflight.Airspace.Nearest;

internal sealed partial class PieceTree
{
    /// <summary>
    /// Builds the tree. Up to four pieces that follow one another make a block; blocks are split by the widest axis of
    /// their middles.
    /// </summary>
    public PieceTree(List<BoundaryPiece> list)
    {
        var pieces = CollectionsMarshal.AsSpan(list);
        Count = pieces.Length;
        var firstOfBlock = FirstOfBlocks(pieces);
        var blocks = firstOfBlock.Count;
        var slots = blocks * 4;
        _pieces = new BoundaryPiece[slots];
        _ends = new SurfacePoint[slots];
        (_startX, _startY, _startZ) = (new double[slots], new double[slots], new double[slots]);
        (_alongX, _alongY, _alongZ) = (new double[slots], new double[slots], new double[slots]);
        (_length, _widening) = (new double[slots], new double[slots]);
        var balls = new Ball[blocks];
        for (var block = 0; block < blocks; block++)
        {
            var end = block + 1 < blocks ? firstOfBlock[block + 1] : pieces.Length;
            balls[block] = PlaceBlock(block, pieces[firstOfBlock[block]..end]);
        }
        var layout = new Layout(balls);
        if (blocks > 0)
            layout.AddNode(0, blocks);
        _ballX = [.. layout.Balls.Select(b => b.Centre.X)];
        _ballY = [.. layout.Balls.Select(b => b.Centre.Y)];
        _ballZ = [.. layout.Balls.Select(b => b.Centre.Z)];
        _radius = [.. layout.Balls.Select(b => b.Radius)];
        _widenedRadius = [.. layout.Balls.Select(b => b.WidenedRadius)];
        _child = [.. layout.Child];
    }

    private static List<int> FirstOfBlocks(ReadOnlySpan<BoundaryPiece> pieces)
    {
        var first = new List<int>(pieces.Length / 4 + 1);
        for (var i = 0; i < pieces.Length; i++)
            if (i == 0 || i - first[^1] == 4 || pieces[i - 1].End != pieces[i].Start)
                first.Add(i);
        return first;
    }

    private Ball PlaceBlock(int block, ReadOnlySpan<BoundaryPiece> pieces)
    {
        Span<SurfacePoint> corners = stackalloc SurfacePoint[5];
        corners[0] = SurfacePoint.From(pieces[0].Start);
        for (var k = 0; k < 4; k++)
        {
            var slot = 4 * block + k;
            if (k >= pieces.Length)
            {
                // Padding: farther than anything, and marked by a negative length.
                _startX[slot] = 1e12;
                _length[slot] = -1;
                continue;
            }
            var (start, end) = (corners[k], corners[k + 1] = SurfacePoint.From(pieces[k].End));
            var length = start.ChordTo(end);
            var scale = length > 0 ? 1 / length : 0;
            _pieces[slot] = pieces[k];
            _ends[slot] = end;
            (_startX[slot], _startY[slot], _startZ[slot]) = (start.X, start.Y, start.Z);
            (_alongX[slot], _alongY[slot], _alongZ[slot]) = ((end.X - start.X) * scale, (end.Y - start.Y) * scale, (end.Z - start.Z) * scale);
            _length[slot] = length;
            _widening[slot] = pieces[k].UncertaintyMetres + pieces[k].SagMetres;
            GreatestSagMetres = Math.Max(GreatestSagMetres, pieces[k].SagMetres);
            GreatestWideningMetres = Math.Max(GreatestWideningMetres, _widening[slot]);
        }
        return Ball.Around(corners[..(pieces.Length + 1)], _widening.AsSpan(4 * block, pieces.Length));
    }

    private readonly record struct Ball(SurfacePoint Centre, double Radius, double WidenedRadius)
    {
        // Covers the rounding of all that is done in double precision.
        private const double Slack = 1e-6;

        public static Ball Around(ReadOnlySpan<SurfacePoint> corners, ReadOnlySpan<double> widenings)
        {
            var centre = new SurfacePoint(0, 0, 0);
            foreach (var corner in corners)
                centre = new SurfacePoint(centre.X + corner.X / corners.Length, centre.Y + corner.Y / corners.Length, centre.Z + corner.Z / corners.Length);
            double radius = 0, widened = 0;
            for (var i = 0; i < widenings.Length; i++)
            {
                var far = Math.Max(centre.ChordTo(corners[i]), centre.ChordTo(corners[i + 1]));
                radius = Math.Max(radius, far);
                widened = Math.Max(widened, far + widenings[i]);
            }
            return new Ball(centre, radius + Slack, widened + Slack);
        }

        public static Ball Around(ReadOnlySpan<Ball> balls, ReadOnlySpan<int> members)
        {
            double x = 0, y = 0, z = 0;
            foreach (var i in members)
            {
                x += balls[i].Centre.X;
                y += balls[i].Centre.Y;
                z += balls[i].Centre.Z;
            }
            var centre = new SurfacePoint(x / members.Length, y / members.Length, z / members.Length);
            double radius = 0, widened = 0;
            foreach (var i in members)
            {
                var apart = centre.ChordTo(balls[i].Centre);
                radius = Math.Max(radius, apart + balls[i].Radius);
                widened = Math.Max(widened, apart + balls[i].WidenedRadius);
            }
            return new Ball(centre, radius + Slack, widened + Slack);
        }
    }

    private sealed class Layout
    {
        private readonly Ball[] _blocks;
        private readonly int[] _order;
        private readonly double[] _keys;

        public Layout(Ball[] blocks)
        {
            _blocks = blocks;
            _order = Enumerable.Range(0, blocks.Length).ToArray();
            _keys = new double[blocks.Length];
        }

        public List<Ball> Balls { get; } = [];

        public List<int> Child { get; } = [];

        public int AddNode(int first, int count)
        {
            var node = Child.Count / 4;
            for (var k = 0; k < 4; k++)
            {
                Balls.Add(default);
                Child.Add(None);
            }
            var halves = Split(first, count);
            var left = Split(halves.Left.First, halves.Left.Count);
            var right = Split(halves.Right.First, halves.Right.Count);
            ReadOnlySpan<(int First, int Count)> parts = [left.Left, left.Right, right.Left, right.Right];
            for (var k = 0; k < 4; k++)
            {
                var part = parts[k];
                if (part.Count == 0)
                    continue;
                Balls[4 * node + k] = part.Count == 1 ? _blocks[_order[part.First]] : Ball.Around(_blocks, _order.AsSpan(part.First, part.Count));
                Child[4 * node + k] = part.Count == 1 ? ~_order[part.First] : AddNode(part.First, part.Count);
            }
            return node;
        }

        private ((int First, int Count) Left, (int First, int Count) Right) Split(int first, int count)
        {
            if (count <= 1)
                return ((first, count), (first + count, 0));
            double lowX = double.MaxValue, lowY = double.MaxValue, lowZ = double.MaxValue;
            double highX = double.MinValue, highY = double.MinValue, highZ = double.MinValue;
            var part = _order.AsSpan(first, count);
            foreach (var i in part)
            {
                var (x, y, z) = _blocks[i].Centre;
                (lowX, highX) = (Math.Min(lowX, x), Math.Max(highX, x));
                (lowY, highY) = (Math.Min(lowY, y), Math.Max(highY, y));
                (lowZ, highZ) = (Math.Min(lowZ, z), Math.Max(highZ, z));
            }
            var (dx, dy, dz) = (highX - lowX, highY - lowY, highZ - lowZ);
            var keys = _keys.AsSpan(0, count);
            for (var i = 0; i < count; i++)
            {
                var centre = _blocks[part[i]].Centre;
                keys[i] = dx >= dy && dx >= dz ? centre.X : dy >= dz ? centre.Y : centre.Z;
            }
            keys.Sort(part);
            return ((first, count / 2), (first + count / 2, count - count / 2));
        }
    }
}
