using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>
/// Boundary pieces (straight in space, at most a few kilometres long) under a hierarchy of balls, four to a node.
/// All distances are chords; <see cref="ChordBracket"/> turns them into bounds on geodesics.
/// </summary>
internal sealed partial class PieceTree
{
    private const int None = int.MinValue;
    private const int StackSize = 128;

    // Nodes: ball k of node n at 4n + k. A child >= 0 is a node, else ~child is a block of four pieces.
    private readonly double[] _ballX, _ballY, _ballZ, _radius, _widenedRadius;
    private readonly int[] _child;

    // Pieces: piece k of block b at 4b + k.
    private readonly double[] _startX, _startY, _startZ, _alongX, _alongY, _alongZ, _length, _widening;
    private readonly BoundaryPiece[] _pieces;
    private readonly SurfacePoint[] _ends;

    /// <summary>How many pieces, padding not counted.</summary>
    public int Count { get; }

    /// <summary>The greatest widening of any piece, metres.</summary>
    public double GreatestWideningMetres { get; private set; }

    /// <summary>The greatest sag of any piece, metres.</summary>
    public double GreatestSagMetres { get; private set; }

    /// <summary>The piece at a slot that a query returned.</summary>
    public ref readonly BoundaryPiece this[int slot] => ref _pieces[slot];

    /// <summary>Where a piece begins.</summary>
    public SurfacePoint StartOf(int slot) => new(_startX[slot], _startY[slot], _startZ[slot]);

    /// <summary>Where a piece ends; to the bit where the next piece of its block begins.</summary>
    public SurfacePoint EndOf(int slot) => _ends[slot];

    /// <summary>Whether a piece is the next one after another and begins where that ends.</summary>
    public bool Follows(int slot, int previous)
    {
        // Between the last piece of a block and the first of the next lies padding.
        var next = previous + 1;
        while (next < _length.Length && _length[next] < 0)
            next++;
        return slot == next && _pieces[slot].Start == _pieces[previous].End;
    }

    /// <summary>The piece nearest to a place by chord, no farther than a limit; slot −1 where there is none.</summary>
    public NearestPiece Nearest(SurfacePoint from, double limitMetres = double.PositiveInfinity)
    {
        var best = new NearestPiece(-1, 0, limitMetres);
        if (Count == 0)
            return best;
        Span<(double Bound, int Child)> stack = stackalloc (double, int)[StackSize];
        var depth = 0;
        stack[depth++] = (0, 0);
        var (x, y, z) = (Vector256.Create(from.X), Vector256.Create(from.Y), Vector256.Create(from.Z));
        while (depth > 0)
        {
            var (bound, child) = stack[--depth];
            if (bound >= best.ChordMetres)
                continue;
            if (child < 0)
            {
                NearestInBlock(~child, x, y, z, ref best);
                continue;
            }
            var at = 4 * child;
            var distance = Distance(x, y, z, at) - Load(_radius, at);
            depth = Push(stack, depth, at, distance, best.ChordMetres);
        }
        return best;
    }

    /// <summary>
    /// The least sum of chords from one place over a piece, widened by its own uncertainty, to another place, where it is
    /// no more than a limit; slot −1 where there is none.
    /// </summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="limitMetres">Sums above this are of no interest.</param>
    /// <param name="any">Stop at the first piece under the limit instead of searching the least.</param>
    public NearestPiece LeastDetour(SurfacePoint from, SurfacePoint to, double limitMetres, bool any = false)
    {
        var best = new NearestPiece(-1, 0, limitMetres);
        if (Count == 0)
            return best;
        Span<(double Bound, int Child)> stack = stackalloc (double, int)[StackSize];
        var depth = 0;
        stack[depth++] = (0, 0);
        var (px, py, pz) = (Vector256.Create(from.X), Vector256.Create(from.Y), Vector256.Create(from.Z));
        var (qx, qy, qz) = (Vector256.Create(to.X), Vector256.Create(to.Y), Vector256.Create(to.Z));
        var two = Vector256.Create(2.0);
        while (depth > 0)
        {
            var (bound, child) = stack[--depth];
            if (bound > best.ChordMetres)
                continue;
            if (child < 0)
            {
                DetourInBlock(~child, from, to, ref best);
                if (any && best.Slot >= 0)
                    return best;
                continue;
            }
            var at = 4 * child;
            var sum = Distance(px, py, pz, at) + Distance(qx, qy, qz, at) - two * Load(_widenedRadius, at);
            depth = Push(stack, depth, at, sum, best.ChordMetres);
        }
        return best;
    }

    /// <summary>Every piece over which the widened sum of chords is at most a limit.</summary>
    public void CollectDetours(SurfacePoint from, SurfacePoint to, double limitMetres, List<int> slots)
    {
        slots.Clear();
        if (Count == 0)
            return;
        Span<(double Bound, int Child)> stack = stackalloc (double, int)[StackSize];
        var depth = 0;
        stack[depth++] = (0, 0);
        var (px, py, pz) = (Vector256.Create(from.X), Vector256.Create(from.Y), Vector256.Create(from.Z));
        var (qx, qy, qz) = (Vector256.Create(to.X), Vector256.Create(to.Y), Vector256.Create(to.Z));
        var two = Vector256.Create(2.0);
        while (depth > 0)
        {
            var (_, child) = stack[--depth];
            if (child < 0)
            {
                var block = ~child;
                for (var slot = 4 * block; slot < 4 * block + 4; slot++)
                    if (_length[slot] >= 0 && Detour(slot, from, to, out _) <= limitMetres)
                        slots.Add(slot);
                continue;
            }
            var at = 4 * child;
            var sum = Distance(px, py, pz, at) + Distance(qx, qy, qz, at) - two * Load(_widenedRadius, at);
            depth = Push(stack, depth, at, sum, limitMetres);
        }
    }

    /// <summary>Every piece no farther from a place than a limit, by chord, uncertainty not counted.</summary>
    public void CollectNear(SurfacePoint from, double limitMetres, List<int> slots)
    {
        slots.Clear();
        if (Count == 0)
            return;
        Span<(double Bound, int Child)> stack = stackalloc (double, int)[StackSize];
        var depth = 0;
        stack[depth++] = (0, 0);
        var (x, y, z) = (Vector256.Create(from.X), Vector256.Create(from.Y), Vector256.Create(from.Z));
        while (depth > 0)
        {
            var (_, child) = stack[--depth];
            if (child >= 0)
            {
                var at = 4 * child;
                depth = Push(stack, depth, at, Distance(x, y, z, at) - Load(_radius, at), limitMetres);
                continue;
            }
            var block = 4 * ~child;
            var distance = DistanceToBlock(block, x, y, z, out _);
            for (var k = 0; k < 4; k++)
                if (distance[k] <= limitMetres)
                    slots.Add(block + k);
        }
    }

    /// <summary>The lower bound of the sum of chords over one piece, and where along it.</summary>
    public double Detour(int slot, SurfacePoint from, SurfacePoint to, out double alongMetres)
    {
        var (fromAlong, fromAside) = Split(slot, from);
        var (toAlong, toAside) = Split(slot, to);
        var widening = _widening[slot];
        // A place within the widening of the piece is at least this far aside and this far along; turning one end
        // about the piece's line until both lie in a plane with it, on opposite sides, makes the path straight.
        fromAside = Math.Max(0, fromAside - widening);
        toAside = Math.Max(0, toAside - widening);
        var aside = fromAside + toAside;
        var along = aside > 0 ? fromAlong + (toAlong - fromAlong) * (fromAside / aside) : 0.5 * (fromAlong + toAlong);
        if (aside == 0)
        {
            // The path may touch anywhere between the two feet.
            var (low, high) = fromAlong < toAlong ? (fromAlong, toAlong) : (toAlong, fromAlong);
            along = Math.Clamp(0.5 * _length[slot], low, high);
        }
        along = Math.Clamp(along, -widening, _length[slot] + widening);
        alongMetres = Math.Clamp(along, 0, _length[slot]);
        var first = along - fromAlong;
        var second = along - toAlong;
        var sum = Math.Sqrt(fromAside * fromAside + first * first) + Math.Sqrt(toAside * toAside + second * second);
        return IsBeside(slot, fromAlong) && IsBeside(slot, toAlong) ? sum : Math.Max(sum, FromRoundEnds(slot, from) + FromRoundEnds(slot, to));
    }

    private bool IsBeside(int slot, double along) => along >= 0 && along <= _length[slot];

    /// <summary>What is near a piece's end lies within a half ball, which is less than the half cylinder about the line.</summary>
    private double FromRoundEnds(int slot, SurfacePoint point)
    {
        var (along, aside) = Split(slot, point);
        var beyond = along - Math.Clamp(along, 0, _length[slot]);
        return Math.Sqrt(aside * aside + beyond * beyond) - _widening[slot];
    }

    private (double Along, double Aside) Split(int slot, SurfacePoint point)
    {
        var (x, y, z) = (point.X - _startX[slot], point.Y - _startY[slot], point.Z - _startZ[slot]);
        var along = x * _alongX[slot] + y * _alongY[slot] + z * _alongZ[slot];
        return (along, Math.Sqrt(Math.Max(0, x * x + y * y + z * z - along * along)));
    }

    private void DetourInBlock(int block, SurfacePoint from, SurfacePoint to, ref NearestPiece best)
    {
        for (var slot = 4 * block; slot < 4 * block + 4; slot++)
        {
            if (_length[slot] < 0)
                continue;
            var sum = Detour(slot, from, to, out var along);
            if (sum <= best.ChordMetres)
                best = new NearestPiece(slot, along, sum);
        }
    }

    private void NearestInBlock(int block, Vector256<double> x, Vector256<double> y, Vector256<double> z, ref NearestPiece best)
    {
        var distance = DistanceToBlock(4 * block, x, y, z, out var along);
        for (var k = 0; k < 4; k++)
            if (distance[k] < best.ChordMetres)
                best = new NearestPiece(4 * block + k, along[k], distance[k]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> DistanceToBlock(int at, Vector256<double> x, Vector256<double> y, Vector256<double> z, out Vector256<double> along)
    {
        var (dx, dy, dz) = (x - Load(_startX, at), y - Load(_startY, at), z - Load(_startZ, at));
        var (ux, uy, uz) = (Load(_alongX, at), Load(_alongY, at), Load(_alongZ, at));
        along = Vector256.Min(Vector256.Max(dx * ux + dy * uy + dz * uz, Vector256<double>.Zero), Vector256.Max(Load(_length, at), Vector256<double>.Zero));
        (dx, dy, dz) = (dx - along * ux, dy - along * uy, dz - along * uz);
        return Vector256.Sqrt(dx * dx + dy * dy + dz * dz);
    }

    /// <summary>Pushes the children that may matter, the most promising last so that it is taken first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Push(Span<(double Bound, int Child)> stack, int depth, int at, Vector256<double> bounds, double limit)
    {
        var first = depth;
        for (var k = 0; k < 4; k++)
        {
            var bound = bounds[k];
            if (_child[at + k] == None || bound > limit)
                continue;
            var place = depth++;
            while (place > first && stack[place - 1].Bound < bound)
            {
                stack[place] = stack[place - 1];
                place--;
            }
            stack[place] = (bound, _child[at + k]);
        }
        return depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Distance(Vector256<double> x, Vector256<double> y, Vector256<double> z, int at)
    {
        var (dx, dy, dz) = (x - Load(_ballX, at), y - Load(_ballY, at), z - Load(_ballZ, at));
        return Vector256.Sqrt(dx * dx + dy * dy + dz * dz);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(double[] array, int at) => Vector256.LoadUnsafe(ref array[at]);
}
