using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Misb.Sight;
using Overflight.Tracks;

namespace Overflight.Scenery.Ground;

/// <summary>
/// The world that sensors see: a function of place, time and seed, so that all see the same. Land and sea are where the coast says; all else is made up, or of the
/// user's terrain files. What was worked out is kept within bounds. Not safe for use by several threads at once: give each thread a world of the same seed.
/// </summary>
public sealed class SceneWorld : IHeightField, IGround
{
    // Undulations of the geoid, and the highest ground on earth.
    private const double LeastMetres = -110;
    private const double GreatestMadeUpMetres = 1_700;
    private const double GreatestTerrainMetres = 8_900;
    private const int MostTiles = 700;

    private readonly Traffic _traffic;
    private readonly Shipping _shipping;
    private readonly double _greatest;

    /// <summary>A world.</summary>
    /// <param name="seed">Draws all that is made up.</param>
    /// <param name="coast">Where land and sea are.</param>
    /// <param name="terrain">Heights of the ground; made up if null, and where they do not reach.</param>
    public SceneWorld(ulong seed, CoastLine coast, TerrainFolder? terrain = null)
    {
        ArgumentNullException.ThrowIfNull(coast);
        Seed = seed;
        var bits = (uint)(seed ^ seed >> 32) * 0x9E3779B1u;
        Relief = new Relief(bits, coast, terrain);
        var roads = new RoadNetwork(bits, Relief);
        var towns = new Settlements(bits, Relief, roads);
        Painter = new GroundPainter(bits, Relief, roads, towns);
        _traffic = new Traffic(bits, Relief, roads, towns);
        _shipping = new Shipping(bits, Relief);
        _greatest = terrain is null ? GreatestMadeUpMetres : GreatestTerrainMetres;
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <inheritdoc/>
    public double HorizonHeightMetres => 0;

    internal Relief Relief { get; }

    internal GroundPainter Painter { get; }

    /// <inheritdoc/>
    public double HeightMetres(GeoPoint place)
    {
        var (x, y) = WorldMap.Of(place);
        return Relief.Height(x, y);
    }

    /// <summary>Whether a place is sea.</summary>
    public bool IsSea(GeoPoint place)
    {
        var (x, y) = WorldMap.Of(place);
        return Relief.Shore(x, y) <= 0;
    }

    /// <summary>Vehicles and boats within a distance of a place, nearest first.</summary>
    /// <param name="place">The place.</param>
    /// <param name="metres">The distance, at most 50 km.</param>
    /// <param name="time">The instant.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SceneObject> ObjectsNear(GeoPoint place, double metres, UtcInstant time, int most = 256)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(metres, 50_000);
        var (x, y) = WorldMap.Of(place);
        var reach = metres / WorldMap.MetresPerUnit(y);
        var objects = new List<SceneObject>();
        Collect(x - reach, y - reach, x + reach, y + reach, time, int.MaxValue, objects);
        return [.. objects.Where(o => Square(o, x, y) <= reach * reach).OrderBy(o => Square(o, x, y)).Take(most)];
    }

    /// <inheritdoc/>
    public GroundPoint? Meet((double X, double Y, double Z) origin, (double X, double Y, double Z) direction) =>
        GroundRay.Trace(Relief, origin, direction, LeastMetres, _greatest) is { } hit
            ? new GroundPoint(WorldMap.PlaceOf(hit.X, hit.Y), hit.HeightMetres, hit.RangeMetres, SightEnd.Ground)
            : null;

    /// <inheritdoc/>
    public bool Covers(GeoPoint place, double heightMetres) => HeightMetres(place) > heightMetres;

    /// <inheritdoc/>
    public int PiecesOf(double lengthMetres) => (int)Math.Clamp(Math.Ceiling(lengthMetres / 60), 8, 64);

    internal void Collect(double west, double south, double east, double north, UtcInstant time, int most, List<SceneObject> objects)
    {
        _traffic.Collect(west, south, east, north, time.UnixSeconds, most, objects);
        _shipping.Collect(west, south, east, north, time.UnixSeconds, most, objects);
    }

    /// <summary>Heights between which all ground of a box lies; wide ones where the box is large.</summary>
    internal (double Least, double Greatest) Bounds(double west, double south, double east, double north)
    {
        var side = Relief.Near.SideUnits;
        var (i0, i1, j0, j1) = (Math.Floor(west / side), Math.Floor(east / side), Math.Floor(south / side), Math.Floor(north / side));
        if ((i1 - i0 + 1) * (j1 - j0 + 1) > MostTiles)
            return (LeastMetres, _greatest);
        var (least, greatest) = (float.MaxValue, float.MinValue);
        for (var j = (int)j0; j <= j1; j++)
            for (var i = (int)i0; i <= i1; i++)
            {
                var bounds = Relief.Near.Tile(i, j).Bounds;
                (least, greatest) = (Math.Min(least, bounds.Least), Math.Max(greatest, bounds.Greatest));
            }
        return (least - 0.005, greatest + 0.005);
    }

    internal (double Least, double Greatest) AnyHeight => (LeastMetres, _greatest);

    private static double Square(in SceneObject o, double x, double y) => (o.X - x) * (o.X - x) + (o.Y - y) * (o.Y - y);
}
