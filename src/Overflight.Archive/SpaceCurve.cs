namespace Overflight.Archive;

/// <summary>
/// Numbers places along a Hilbert curve over longitude and latitude, 65,536 cells each way (0.0055° by 0.0027°): places near on
/// the curve are near on the map, so a run of rows in this order covers a compact area.
/// </summary>
internal static class SpaceCurve
{
    private const int Bits = 16;

    /// <summary>The cell of a place given in 1e-7 degrees.</summary>
    public static uint Cell(int latitude, int longitude)
    {
        var x = Scale(longitude, 1_800_000_000);
        var y = Scale(latitude, 900_000_000);
        var cell = 0u;
        for (var s = 1u << (Bits - 1); s > 0; s >>= 1)
        {
            var rx = (x & s) != 0 ? 1u : 0u;
            var ry = (y & s) != 0 ? 1u : 0u;
            cell += s * s * ((3 * rx) ^ ry);
            // The curve of a quadrant is the whole one turned.
            if (ry != 0)
                continue;
            if (rx != 0)
                (x, y) = (~x, ~y);
            (x, y) = (y, x);
        }
        return cell;
    }

    private static uint Scale(int units, long half) => (uint)Math.Min((units + half) * (1L << Bits) / (2 * half), (1L << Bits) - 1);
}
