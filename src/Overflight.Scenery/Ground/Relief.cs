using System.Runtime.CompilerServices;
using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Heights of the ground: a lattice of 32 units, linear between its nodes, of the user's terrain files where they are known and made up by seed where not. Sea
/// is level with the geoid. Tiles of the lattice are kept in a table of fixed size. Not safe for use by several threads at once.
/// </summary>
internal sealed class Relief(uint seed, CoastLine coast, TerrainFolder? terrain)
{
    private const int Slots = 2048;
    private readonly ReliefTile?[] _tiles = new ReliefTile?[Slots];
    private ReliefTile? _last;

    public CoastLine Coast => coast;

    /// <summary>Metres from the shore with its small bights and points, positive on land.</summary>
    public float Shore(double x, double y)
    {
        var far = coast.Signed(x, y);
        if (Math.Abs(far) > 400)
            return far;
        return far + 90 * Noise.Smooth(x / 700, y / 700, seed + 11) + 26 * Noise.Smooth(x / 160, y / 160, seed + 12) + 5 * Noise.Smooth(x / 31, y / 31, seed + 13);
    }

    /// <summary>How mountainous the country is, 0 in plains to 1.</summary>
    public float Massif(double x, double y, float shore) =>
        Noise.Step(-0.18f, 0.5f, Noise.Fractal(x / 26_000, y / 26_000, seed + 21, 2)) * Noise.Step(100, 5_000, shore);

    /// <summary>Height above the sea, made up, metres.</summary>
    public float Invented(double x, double y)
    {
        var shore = Shore(x, y);
        if (shore <= 0)
            return 0;
        var massif = Massif(x, y, shore);
        var plain = 1.2f + 0.006f * Math.Min(shore, 9_000) + Noise.Step(0, 1_500, shore) * (6 + 9 * Noise.Fractal(x / 1_900, y / 1_900, seed + 22, 3));
        plain = Math.Max(0.4f, plain) * Noise.Step(-20, 120, shore);
        if (massif < 0.004f)
            return plain;
        var ridges = Noise.Ridged(x / 7_000, y / 7_000, seed + 23, 6);
        return plain + massif * (1_350 * ridges * ridges + 60 * Noise.Fractal(x / 900, y / 900, seed + 24, 3));
    }

    /// <summary>Above the ellipsoid, metres.</summary>
    public float Height(double x, double y)
    {
        var (u, v) = (x / ReliefTile.CellUnits, y / ReliefTile.CellUnits);
        var (i, j) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (du, dv) = ((float)(u - i), (float)(v - j));
        var heights = Tile(i >> 6, j >> 6).Heights;
        var at = ((j & 63) + 1) * ReliefTile.Across + (i & 63) + 1;
        return Noise.Mix(Noise.Mix(heights[at], heights[at + 1], du), Noise.Mix(heights[at + ReliefTile.Across], heights[at + ReliefTile.Across + 1], du), dv);
    }

    /// <summary>Rise per unit to the east and north, smooth from cell to cell.</summary>
    public (float East, float North) Slope(double x, double y)
    {
        var (u, v) = (x / ReliefTile.CellUnits, y / ReliefTile.CellUnits);
        var (i, j) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (du, dv) = ((float)(u - i), (float)(v - j));
        var h = Tile(i >> 6, j >> 6).Heights;
        var at = ((j & 63) + 1) * ReliefTile.Across + (i & 63) + 1;
        const int N = ReliefTile.Across;
        var east = Noise.Mix(Noise.Mix(h[at + 1] - h[at - 1], h[at + 2] - h[at], du), Noise.Mix(h[at + N + 1] - h[at + N - 1], h[at + N + 2] - h[at + N], du), dv);
        var north = Noise.Mix(Noise.Mix(h[at + N] - h[at - N], h[at + N + 1] - h[at - N + 1], du), Noise.Mix(h[at + 2 * N] - h[at], h[at + 2 * N + 1] - h[at + 1], du), dv);
        const float Scale = (float)(0.5 / ReliefTile.CellUnits);
        return (Scale * east, Scale * north);
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
        const double Side = ReliefTile.Cells * ReliefTile.CellUnits;
        var (west, south) = (i * Side, j * Side);
        var sea = new float[4];
        for (var corner = 0; corner < 4; corner++)
            sea[corner] = (float)SeaLevel(WorldMap.PlaceOf(west + (corner & 1) * Side, south + (corner >> 1) * Side));
        var heights = new float[ReliefTile.Across * ReliefTile.Across];
        var (least, greatest) = (float.MaxValue, float.MinValue);
        for (var row = 0; row < ReliefTile.Across; row++)
            for (var column = 0; column < ReliefTile.Across; column++)
            {
                var (x, y) = (west + (column - 1) * ReliefTile.CellUnits, south + (row - 1) * ReliefTile.CellUnits);
                var (u, v) = ((column - 1f) / ReliefTile.Cells, (row - 1f) / ReliefTile.Cells);
                var level = Noise.Mix(Noise.Mix(sea[0], sea[1], u), Noise.Mix(sea[2], sea[3], u), v);
                var height = level + Land(x, y);
                heights[row * ReliefTile.Across + column] = height;
                (least, greatest) = (Math.Min(least, height), Math.Max(greatest, height));
            }
        return new ReliefTile { I = i, J = j, Heights = heights, Sea = sea, Bounds = (least, greatest) };
    }

    private float Land(double x, double y)
    {
        if (terrain is not null && Shore(x, y) > 0 && terrain.HeightMetres(WorldMap.PlaceOf(x, y)) is var known && !double.IsNaN(known))
            return (float)Math.Max(0.4, known);
        return Invented(x, y);
    }

    private static double SeaLevel(GeoPoint place) => Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0;
}
