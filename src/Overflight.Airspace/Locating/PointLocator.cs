using System.Runtime.CompilerServices;
using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Locating;

/// <summary>
/// Answers which claims hold a point: by its cell where that lies wholly in one set of claims, else by counting the
/// cell's edges between the point and the cell's south-west corner, whose claims are stored. The path runs along the
/// cell's southern side and then north. A floating-point filter decides all but the points within about 1e-13 degrees
/// of an edge or of a vertex's meridian; those go to <see cref="ExactLocator"/>.
/// </summary>
internal static unsafe class PointLocator
{
    // Scaling to 1e-7 degrees rounds each coordinate by at most 2^-22 units (180e7 < 2^31, half an ulp), for the
    // point and for the binary64 that a stored vertex stands for; four times that covers both and their sum.
    internal const double PositionError = 1e-6;

    /// <summary>The number of the set of claims that hold a point, or −1 where only exact arithmetic can tell.</summary>
    [SkipLocalsInit]
    public static int Locate(BoundarySet set, double latitudeDegrees, double longitudeDegrees)
    {
        var x = longitudeDegrees * PackFormat.UnitsPerDegree;
        var y = latitudeDegrees * PackFormat.UnitsPerDegree;
        // The meridian where the map ends is looked at from both sides.
        if (Math.Abs(x) >= PackFormat.UnitsPerHalfTurn)
            return -1;
        var u = x - PackFormat.WestUnits;
        var v = y - PackFormat.SouthUnits;
        var column = Math.Min((int)(u * (1.0 / PackFormat.UnitsPerCoarseCell)), PackFormat.CoarseColumns - 1);
        var row = Math.Min((int)(v * (1.0 / PackFormat.UnitsPerCoarseCell)), PackFormat.CoarseRows - 1);
        var coarse = set.Coarse[row * PackFormat.CoarseColumns + column];
        if ((coarse & PackFormat.Uniform) != 0)
            return (int)(coarse & ~PackFormat.Uniform);
        var bits = (int)(coarse & 7);
        var across = 1 << bits;
        var size = PackFormat.UnitsPerCoarseCell >> bits;
        var inverseSize = across * (1.0 / PackFormat.UnitsPerCoarseCell);
        var i = Math.Clamp((int)((u - column * (double)PackFormat.UnitsPerCoarseCell) * inverseSize), 0, across - 1);
        var j = Math.Clamp((int)((v - row * (double)PackFormat.UnitsPerCoarseCell) * inverseSize), 0, across - 1);
        var fine = set.Fine[(coarse >> 3) + (uint)(j * across + i)];
        if ((fine & PackFormat.Uniform) != 0)
            return (int)(fine & ~PackFormat.Uniform);
        var west = column * (double)PackFormat.UnitsPerCoarseCell + i * (double)size + PackFormat.WestUnits;
        var south = row * (double)PackFormat.UnitsPerCoarseCell + j * (double)size + PackFormat.SouthUnits;
        return LocateInCell(set, set.Records + fine, x, y, west, south);
    }

    private static int LocateInCell(BoundarySet set, uint* record, double x, double y, double west, double south)
    {
        var groups = (int)record[0];
        var results = (ushort*)(record + 1);
        var words = record + 1 + Math.Max(1, 1 << groups >> 1);
        var parities = 0;
        for (var g = 0; g < groups; g++)
        {
            var runs = words[0];
            var parity = 0;
            for (var r = 1u; r <= runs; r++)
            {
                var first = words[r] >> 8;
                var count = words[r] & 255;
                var vertex = set.Vertices + 2 * (long)first;
                double x1 = vertex[0], y1 = vertex[1];
                for (var k = 0; k < count; k++)
                {
                    vertex += 2;
                    double x2 = vertex[0], y2 = vertex[1];
                    var crossed = Crosses(x1, y1, x2, y2, x, y, west, south);
                    if (crossed < 0)
                        return -1;
                    parity ^= crossed;
                    (x1, y1) = (x2, y2);
                }
            }
            parities |= parity << g;
            words += runs + 1;
        }
        return results[parities];
    }

    /// <summary>1 where the edge parts the point from the corner along the path, 0 where not, −1 where unsure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Crosses(double x1, double y1, double x2, double y2, double x, double y, double west, double south)
    {
        var fromFirst = x - x1;
        var fromSecond = x - x2;
        var crossesSouth = y1 < south != y2 < south;
        if (Math.Abs(fromFirst) < PositionError || Math.Abs(fromSecond) < PositionError)
        {
            // Harmless where the edge lies wholly to the north and the path, which only runs south of the point, cannot meet it.
            return !crossesSouth && Math.Min(y1, y2) > y + 1 ? 0 : -1;
        }
        var spans = fromFirst > 0 != fromSecond > 0;
        if (!spans && !crossesSouth)
            return 0;
        var dx = x2 - x1;
        var dy = y2 - y1;
        var atSouth = dx * (south - y1) - dy * fromFirst;
        var tolerance = PositionError * (Math.Abs(dx) + Math.Abs(dy));
        var result = 0;
        if (spans)
        {
            var atPoint = dx * (y - y1) - dy * fromFirst;
            if (Math.Abs(atPoint) < tolerance || Math.Abs(atSouth) < tolerance)
                return -1;
            result = atPoint > 0 != atSouth > 0 ? 1 : 0;
        }
        if (crossesSouth)
        {
            if (Math.Abs(atSouth) < tolerance)
                return -1;
            var atCorner = dx * (south - y1) - dy * (west - x1);
            result ^= atSouth > 0 != atCorner > 0 ? 1 : 0;
        }
        return result;
    }
}
