using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>Boats and ships: each goes round on a circle of its own, clear of the coast. Not safe for use by several threads at once.</summary>
internal sealed class Shipping(uint seed, Relief relief)
{
    private const double Cell = 2_600;
    private const double GreatestRadius = 1_150;

    private static readonly Vector3[] s_hulls = [new(0.88f, 0.88f, 0.86f), new(0.75f, 0.77f, 0.80f), new(0.30f, 0.38f, 0.52f), new(0.80f, 0.74f, 0.62f), new(0.55f, 0.22f, 0.18f)];

    public void Collect(double west, double south, double east, double north, double seconds, int most, List<SceneObject> objects)
    {
        for (var j = (int)Math.Floor((south - GreatestRadius) / Cell); j <= (int)Math.Floor((north + GreatestRadius) / Cell); j++)
            for (var i = (int)Math.Floor((west - GreatestRadius) / Cell); i <= (int)Math.Floor((east + GreatestRadius) / Cell) && objects.Count < most; i++)
                if (At(i, j, seconds) is { } boat && boat.X >= west && boat.X <= east && boat.Y >= south && boat.Y <= north)
                    objects.Add(boat);
    }

    private SceneObject? At(int i, int j, double seconds)
    {
        var bits = Noise.Bits(i, j, seed + 121);
        if (bits % 100 >= 34)
            return null;
        var kind = ((bits >> 7) % 12) switch { < 7 => SceneObjectKind.Boat, < 11 => SceneObjectKind.FishingVessel, _ => SceneObjectKind.Ship };
        var (cx, cy) = ((i + Noise.Unit(i, j, seed + 122)) * Cell, (j + Noise.Unit(i, j, seed + 123)) * Cell);
        var radius = kind == SceneObjectKind.Ship ? GreatestRadius : 320 + 700.0 * Noise.Unit(i, j, seed + 124);
        var shore = relief.Shore(cx, cy);
        if (shore > -radius - 160 || kind == SceneObjectKind.Ship && shore > -4_000 || kind == SceneObjectKind.Boat && shore < -CoastLine.GreatestMetres + 1 && bits % 3 != 0)
            return null;
        var speed = kind switch { SceneObjectKind.Boat => 5 + 8 * ((bits >> 12 & 255) / 255.0), SceneObjectKind.FishingVessel => 3 + 2.5 * ((bits >> 12 & 255) / 255.0), _ => 7.5 };
        var scale = WorldMap.MetresPerUnit(cy);
        var turn = (bits >> 21 & 1) == 0 ? 1 : -1;
        var (sin, cos) = Math.SinCos(turn * seconds * speed / (radius * scale) % (2 * Math.PI) + 2 * Math.PI * Noise.Unit(i, j, seed + 125));
        var (x, y) = (cx + radius * sin, cy + radius * cos);
        var course = double.RadiansToDegrees(Math.Atan2(turn * cos, -turn * sin));
        return new SceneObject
        {
            Id = (int)(bits & 0xFFFFFF) + 1,
            Kind = kind,
            X = x,
            Y = y,
            HeightMetres = relief.Height(x, y),
            CourseDegrees = course < 0 ? course + 360 : course,
            SpeedMetresPerSecond = speed,
            TurnRadiusMetres = turn * radius * scale,
            Colour = s_hulls[(bits >> 9) % (uint)s_hulls.Length],
        };
    }
}
