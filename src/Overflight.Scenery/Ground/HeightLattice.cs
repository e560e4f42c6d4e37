using System.Runtime.CompilerServices;
using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Heights on a lattice, linear between its nodes. Tiles of it are kept in a table of fixed size, at most 37 MB. Not safe for use by several threads at once.
/// </summary>
/// <param name="cellUnits">From node to node.</param>
/// <param name="land">The height of a place above the sea, metres.</param>
internal sealed class HeightLattice(double cellUnits, Func<double, double, float> land)
{
    private const int Slots = 2048;
    private readonly ReliefTile?[] _tiles = new ReliefTile?[Slots];
    private ReliefTile? _last;

    /// <summary>The side of a tile.</summary>
    public double SideUnits => ReliefTile.Cells * cellUnits;

    /// <summary>Above the ellipsoid, metres.</summary>
    public float Height(double x, double y)
    {
        var (u, v) = (x / cellUnits, y / cellUnits);
        var (i, j) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (du, dv) = ((float)(u - i), (float)(v - j));
        var heights = Tile(i >> 6, j >> 6).Heights;
        var at = ((j & 63) + 1) * ReliefTile.Across + (i & 63) + 1;
        return Noise.Mix(Noise.Mix(heights[at], heights[at + 1], du), Noise.Mix(heights[at + ReliefTile.Across], heights[at + ReliefTile.Across + 1], du), dv);
    }

    /// <summary>Rise per unit to the east and north, smooth from cell to cell.</summary>
    public (float East, float North) Slope(double x, double y)
    {
        var (u, v) = (x / cellUnits, y / cellUnits);
        var (i, j) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (du, dv) = ((float)(u - i), (float)(v - j));
        var h = Tile(i >> 6, j >> 6).Heights;
        var at = ((j & 63) + 1) * ReliefTile.Across + (i & 63) + 1;
        const int N = ReliefTile.Across;
        var east = Noise.Mix(Noise.Mix(h[at + 1] - h[at - 1], h[at + 2] - h[at], du), Noise.Mix(h[at + N + 1] - h[at + N - 1], h[at + N + 2] - h[at + N], du), dv);
        var north = Noise.Mix(Noise.Mix(h[at + N] - h[at - N], h[at + N + 1] - h[at - N + 1], du), Noise.Mix(h[at + 2 * N] - h[at], h[at + 2 * N + 1] - h[at + 1], du), dv);
        var scale = (float)(0.5 / cellUnits);
        return (scale * east, scale * north);
    }

    /// <summary>The tile of a number; made where it is not kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReliefTile Tile(int i, int j)
    {
        var last = _last;
        return last is not null && last.I == i && last.J == j ? last : Find(i, j);
    }

    private ReliefTile Find(int i, int j)
    {
        ref var slot = ref _tiles[(i & 63) | (j & 31) << 6];
        if (slot is null || slot.I != i || slot.J != j)
            slot = Make(i, j);
        return _last = slot;
    }

    private ReliefTile Make(int i, int j)
    {
        var side = SideUnits;
        var (west, south) = (i * side, j * side);
        var sea = new float[4];
        for (var corner = 0; corner < 4; corner++)
            sea[corner] = (float)SeaLevel(WorldMap.PlaceOf(west + (corner & 1) * side, south + (corner >> 1) * side));
        var heights = new float[ReliefTile.Across * ReliefTile.Across];
        var (least, greatest) = (float.MaxValue, float.MinValue);
        for (var row = 0; row < ReliefTile.Across; row++)
            for (var column = 0; column < ReliefTile.Across; column++)
            {
                var (x, y) = (west + (column - 1) * cellUnits, south + (row - 1) * cellUnits);
                var (u, v) = ((column - 1f) / ReliefTile.Cells, (row - 1f) / ReliefTile.Cells);
                var level = Noise.Mix(Noise.Mix(sea[0], sea[1], u), Noise.Mix(sea[2], sea[3], u), v);
                var height = level + land(x, y);
                heights[row * ReliefTile.Across + column] = height;
                (least, greatest) = (Math.Min(least, height), Math.Max(greatest, height));
            }
        return new ReliefTile { I = i, J = j, Heights = heights, Sea = sea, Bounds = (least, greatest) };
    }

    private static double SeaLevel(GeoPoint place) => Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0;
}
