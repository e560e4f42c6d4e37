using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overflight.Airspace.Nearest;

/// <content>The geometry of the four pieces of a block at once.</content>
internal sealed partial class PieceTree
{
    // Piece k of block b at 4b + k.
    private readonly double[] _startX, _startY, _startZ, _alongX, _alongY, _alongZ, _length, _widening;
    private readonly BoundaryPiece[] _pieces;
    private readonly SurfacePoint[] _ends;

    /// <summary>Distances of a place from four pieces, and how far along each the nearest place lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Distances(int at, in WidePoint from, out Vector256<double> along)
    {
        var (dx, dy, dz) = (from.X - Load(_startX, at), from.Y - Load(_startY, at), from.Z - Load(_startZ, at));
        var (ux, uy, uz) = (Load(_alongX, at), Load(_alongY, at), Load(_alongZ, at));
        along = Vector256.Min(Vector256.Max(dx * ux + dy * uy + dz * uz, Vector256<double>.Zero), Vector256.Max(Load(_length, at), Vector256<double>.Zero));
        (dx, dy, dz) = (dx - along * ux, dy - along * uy, dz - along * uz);
        return Vector256.Sqrt(dx * dx + dy * dy + dz * dz);
    }

    /// <summary>Lower bounds of the sums of chords over four widened pieces, and where along each; infinite for padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Detours(int at, in SurfacePair ends, out Vector256<double> alongMetres)
    {
        var zero = Vector256<double>.Zero;
        var (length, widening) = (Load(_length, at), Load(_widening, at));
        var (fromAlong, fromAside) = Split(at, ends.From);
        var (toAlong, toAside) = Split(at, ends.To);
        // A place within the widening of the piece is at least this far aside and this far along; turning one end
        // about the piece's line until both lie in a plane with it, on opposite sides, makes the path straight.
        var fromBeyond = Vector256.Max(zero, fromAside - widening);
        var toBeyond = Vector256.Max(zero, toAside - widening);
        var beyond = fromBeyond + toBeyond;
        var crossing = fromAlong + (toAlong - fromAlong) * (fromBeyond / beyond);
        // With both ends within the widening the path may touch anywhere between the two feet.
        var between = Vector256.Min(Vector256.Max(Vector256.Create(0.5) * length, Vector256.Min(fromAlong, toAlong)), Vector256.Max(fromAlong, toAlong));
        var along = Vector256.ConditionalSelect(Vector256.GreaterThan(beyond, zero), crossing, between);
        along = Vector256.Min(Vector256.Max(along, -widening), length + widening);
        alongMetres = Vector256.Min(Vector256.Max(along, zero), length);
        var (first, second) = (along - fromAlong, along - toAlong);
        var sum = Vector256.Sqrt(fromBeyond * fromBeyond + first * first) + Vector256.Sqrt(toBeyond * toBeyond + second * second);
        // What is near a piece's end lies within a half ball, which is less than the half cylinder about the line.
        var (fromPast, toPast) = (Past(fromAlong, length), Past(toAlong, length));
        var round = Vector256.Sqrt(fromAside * fromAside + fromPast * fromPast) + Vector256.Sqrt(toAside * toAside + toPast * toPast) - widening - widening;
        var isBeside = Vector256.Equals(fromPast, zero) & Vector256.Equals(toPast, zero);
        sum = Vector256.ConditionalSelect(isBeside, sum, Vector256.Max(sum, round));
        return Vector256.ConditionalSelect(Vector256.LessThan(length, zero), Vector256.Create(double.PositiveInfinity), sum);
    }

    /// <summary>How far along the pieces' lines a place lies, and how far aside of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<double> Along, Vector256<double> Aside) Split(int at, in WidePoint point)
    {
        var (x, y, z) = (point.X - Load(_startX, at), point.Y - Load(_startY, at), point.Z - Load(_startZ, at));
        var along = x * Load(_alongX, at) + y * Load(_alongY, at) + z * Load(_alongZ, at);
        return (along, Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, x * x + y * y + z * z - along * along)));
    }

    /// <summary>How far a place lies beyond the nearer end of a line.</summary>
    private static Vector256<double> Past(Vector256<double> along, Vector256<double> length) =>
        along - Vector256.Min(Vector256.Max(along, Vector256<double>.Zero), length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(double[] array, int at) => Vector256.LoadUnsafe(ref array[at]);
}
