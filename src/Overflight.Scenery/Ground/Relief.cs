using Overflight.Geodesy.Terrain;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Heights of the ground: a lattice of 32 units, linear between its nodes, of the user's terrain files where they are known and made up by seed where not. Sea
/// is level with the geoid. Not safe for use by several threads at once.
/// </summary>
internal sealed class Relief(uint seed, CoastLine coast, TerrainFolder? terrain)
{
    private HeightLattice? _near;
    private HeightLattice? _far;

    public CoastLine Coast => coast;

    /// <summary>The ground itself: heights at every 32 units.</summary>
    public HeightLattice Near => _near ??= new HeightLattice(32, Land);

    /// <summary>The ground from afar: heights at every 128 units.</summary>
    public HeightLattice Far => _far ??= new HeightLattice(128, Land);

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
    public float Height(double x, double y) => Near.Height(x, y);

    private float Land(double x, double y)
    {
        if (terrain is not null && Shore(x, y) > 0 && terrain.HeightMetres(WorldMap.PlaceOf(x, y)) is var known && !double.IsNaN(known))
            return (float)Math.Max(0.4, known);
        return Invented(x, y);
    }
}
