using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overflight.Airspace.Nearest;

/// <content>One walk down the hierarchy for every query; a query is a struct, so that the walk is compiled for each.</content>
internal sealed partial class PieceTree
{
    private const int None = int.MinValue;
    private const int StackSize = 128;

    // Nodes: ball k of node n at 4n + k. A child >= 0 is a node, else ~child is a block of four pieces.
    private readonly double[] _ballX, _ballY, _ballZ, _radius, _widenedRadius;
    private readonly int[] _child;

    private interface IQuery
    {
        /// <summary>Balls whose bound is above this hold nothing of interest.</summary>
        double LimitMetres { get; }

        /// <summary>Lower bounds for all that lies in four balls.</summary>
        Vector256<double> Bounds(PieceTree tree, int at);

        /// <summary>Looks at four pieces; true where the walk may end.</summary>
        bool Look(PieceTree tree, int at);
    }

    private void WalkFrom<TQuery>(int likely, ref TQuery query)
        where TQuery : struct, IQuery
    {
        if (likely < 0 || !query.Look(this, likely & ~3))
            Walk(ref query);
    }

    // The stack is written before it is read; clearing it would cost as much as visiting several nodes.
    [SkipLocalsInit]
    private void Walk<TQuery>(ref TQuery query)
        where TQuery : struct, IQuery
    {
        if (Count == 0)
            return;
        Span<(double Bound, int Child)> stack = stackalloc (double, int)[StackSize];
        var depth = 0;
        stack[depth++] = (double.NegativeInfinity, 0);
        while (depth > 0)
        {
            var (bound, child) = stack[--depth];
            if (bound > query.LimitMetres)
                continue;
            if (child < 0)
            {
                if (query.Look(this, 4 * ~child))
                    return;
                continue;
            }
            var at = 4 * child;
            depth = Push(stack, depth, at, query.Bounds(this, at), query.LimitMetres);
        }
    }

    /// <summary>Pushes the children that may matter, the most promising last so that it is taken first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Push(Span<(double Bound, int Child)> stack, int depth, int at, Vector256<double> bounds, double limit)
    {
        var mayMatter = Vector256.LessThanOrEqual(bounds, Vector256.Create(limit)).ExtractMostSignificantBits();
        var first = depth;
        for (; mayMatter != 0; mayMatter &= mayMatter - 1)
        {
            var k = System.Numerics.BitOperations.TrailingZeroCount(mayMatter);
            if (_child[at + k] == None)
                continue;
            var bound = bounds[k];
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
    private Vector256<double> ToCentres(int at, in WidePoint from)
    {
        var (dx, dy, dz) = (from.X - Load(_ballX, at), from.Y - Load(_ballY, at), from.Z - Load(_ballZ, at));
        return Vector256.Sqrt(dx * dx + dy * dy + dz * dz);
    }
}
