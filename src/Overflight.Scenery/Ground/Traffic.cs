using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>Vehicles on roads and in the streets of towns: each goes to and fro on its road, or round its block, for ever. Not safe for use by several threads at once.</summary>
internal sealed class Traffic(uint seed, Relief relief, RoadNetwork roads, Settlements towns)
{
    private const double LaneMetres = 2.1;

    private static readonly Vector3[] s_paints =
        [new(0.90f, 0.90f, 0.89f), new(0.78f, 0.79f, 0.80f), new(0.12f, 0.12f, 0.13f), new(0.55f, 0.10f, 0.09f), new(0.16f, 0.24f, 0.42f), new(0.42f, 0.43f, 0.44f), new(0.86f, 0.84f, 0.76f), new(0.30f, 0.32f, 0.27f)];

    private readonly List<RoadEdge> _roads = [];
    private readonly List<Settlement> _towns = [];

    public void Collect(double west, double south, double east, double north, double seconds, int most, List<SceneObject> objects)
    {
        _roads.Clear();
        roads.Collect(west, south, east, north, true, _roads);
        foreach (var road in _roads)
        {
            var count = road.IsPaved ? 3 + (int)(road.Bits >> 8 & 7) : (road.Bits >> 8) % 5 == 0 ? 1 : 0;
            for (var n = 0; n < count && objects.Count < most; n++)
                Add(OnRoad(road, n, seconds), west, south, east, north, objects);
        }
        _towns.Clear();
        towns.Collect(west, south, east, north, _towns);
        foreach (var town in _towns)
            for (var n = 0; n < town.Radius / 70 && objects.Count < most; n++)
                Add(InTown(town, n, seconds), west, south, east, north, objects);
    }

    private static void Add(in SceneObject vehicle, double west, double south, double east, double north, List<SceneObject> objects)
    {
        if (vehicle.X >= west && vehicle.X <= east && vehicle.Y >= south && vehicle.Y <= north)
            objects.Add(vehicle);
    }

    private SceneObject OnRoad(RoadEdge road, int n, double seconds)
    {
        var bits = Noise.Bits(n, (int)road.Bits, seed + 111);
        var kind = Kind(bits);
        var speed = (road.IsPaved ? 15 + 11 * (bits >> 12 & 255) / 255.0 : 7 + 4 * (bits >> 12 & 255) / 255.0) * (kind == SceneObjectKind.Truck ? 0.85 : 1);
        var round = 2 * road.Length;
        var along = (seconds * speed / road.MetresPerUnit + round * (bits >> 20) / 4096.0) % round;
        var isBack = along > road.Length;
        var (x, y, dx, dy) = road.At(isBack ? round - along : along);
        if (isBack)
            (dx, dy) = (-dx, -dy);
        var lane = (road.IsPaved ? LaneMetres : 0) / road.MetresPerUnit;
        return Vehicle(bits, kind, x + lane * dy, y - lane * dx, dx, dy, speed);
    }

    private SceneObject InTown(Settlement town, int n, double seconds)
    {
        var bits = Noise.Bits(n, (int)(town.X * 7 + town.Y), seed + 113);
        var reach = Math.Max(1, (int)(0.4 * town.Radius / Settlement.BlockLong));
        var (column, row) = ((int)(bits % (uint)(2 * reach + 1)) - reach, (int)((bits >> 5) % (uint)(2 * reach + 1)) - reach);
        var speed = 6 + 5 * (bits >> 12 & 255) / 255.0;
        const double Round = 2 * (Settlement.BlockLong + Settlement.BlockShort);
        var at = (seconds * speed / WorldMap.MetresPerUnit(town.Y) + Round * (bits >> 20) / 4096.0) % Round;
        // Clockwise, outside the block's edge: on the right of the street's middle.
        var (u, v, du, dv) = at < Settlement.BlockShort ? (0.0, at, 0.0, 1.0)
            : at < Settlement.BlockShort + Settlement.BlockLong ? (at - Settlement.BlockShort, Settlement.BlockShort, 1.0, 0.0)
            : at < Round - Settlement.BlockLong ? (Settlement.BlockLong, Round - Settlement.BlockLong - at, 0.0, -1.0)
            : (Round - at, 0.0, -1.0, 0.0);
        u += column * Settlement.BlockLong + LaneMetres * dv;
        v += row * Settlement.BlockShort - LaneMetres * du;
        var (x, y) = town.Place(u, v);
        var (fx, fy) = town.Place(u + du, v + dv);
        return Vehicle(bits, (bits & 3) == 0 ? SceneObjectKind.Pickup : SceneObjectKind.Car, x, y, fx - x, fy - y, speed);
    }

    private SceneObject Vehicle(uint bits, SceneObjectKind kind, double x, double y, double dx, double dy, double speed)
    {
        var course = double.RadiansToDegrees(Math.Atan2(dx, dy));
        return new SceneObject
        {
            Id = (int)(bits & 0xFFFFFF) + 1,
            Kind = kind,
            X = x,
            Y = y,
            HeightMetres = relief.Height(x, y),
            CourseDegrees = course < 0 ? course + 360 : course,
            SpeedMetresPerSecond = speed,
            Colour = s_paints[(bits >> 9) % (uint)s_paints.Length],
        };
    }

    private static SceneObjectKind Kind(uint bits) => (bits % 10) switch { < 5 => SceneObjectKind.Car, < 8 => SceneObjectKind.Pickup, _ => SceneObjectKind.Truck };
}
