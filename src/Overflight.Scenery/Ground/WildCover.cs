using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>Ground that nobody tills: beach, desert with washes and scrub, rock, forest on heights; and the sea.</summary>
internal sealed class WildCover(uint seed)
{
    private static readonly Vector3 s_sand = new(0.80f, 0.72f, 0.57f);
    private static readonly Vector3 s_wetSand = new(0.58f, 0.50f, 0.38f);
    private static readonly Vector3 s_palePlain = new(0.72f, 0.62f, 0.48f);
    private static readonly Vector3 s_redPlain = new(0.61f, 0.47f, 0.35f);
    private static readonly Vector3 s_wash = new(0.80f, 0.73f, 0.61f);
    private static readonly Vector3 s_rock = new(0.46f, 0.38f, 0.31f);
    private static readonly Vector3 s_scrub = new(0.32f, 0.33f, 0.20f);
    private static readonly Vector3 s_tree = new(0.16f, 0.22f, 0.11f);
    private static readonly Vector3 s_shadow = new(0.16f, 0.14f, 0.12f);
    private static readonly Vector3 s_deep = new(0.055f, 0.16f, 0.24f);
    private static readonly Vector3 s_shallow = new(0.20f, 0.43f, 0.44f);
    private static readonly Vector3 s_foam = new(0.86f, 0.89f, 0.88f);

    /// <summary>The sea's mean temperature, degrees Celsius.</summary>
    public const float SeaCelsius = 20.5f;

    public Surface Sea(double x, double y, float shore, float texel)
    {
        var depth = MathF.Exp(Math.Max(shore, -900) / 130);
        var tone = 0.018f * Noise.Fractal(x / 1_300, y / 1_300, seed + 61, 3);
        var colour = Vector3.Lerp(s_deep, s_shallow, depth * depth) + new Vector3(tone, tone * 1.2f, tone);
        var surf = Noise.Step(-34, -7, shore + 11 * Noise.Smooth(x / 40, y / 40, seed + 62)) * (0.55f + 0.45f * Noise.Smooth(x / 9, y / 9, seed + 63));
        colour = Vector3.Lerp(colour, s_foam, Math.Clamp(surf, 0, 1) * Noise.Step(40, 4, texel) * 0.9f);
        return new Surface { Colour = colour, Celsius = SeaCelsius + 25 * tone + 1.2f * surf, Shading = 0, IsSea = true };
    }

    /// <summary>What changes over hundreds of metres: how mountainous, the tone of the ground, the courses of washes, how green.</summary>
    public Vector4 Broad(double x, double y, float massif)
    {
        var broad = Noise.Fractal(x / 2_300, y / 2_300, seed + 64, 3);
        var course = Noise.Fractal(x / 2_100 + 0.5 * broad, y / 2_100, seed + 67, 4);
        return new Vector4(massif, broad, course, Noise.Fractal(x / 900, y / 900, seed + 68, 3));
    }

    public Surface Land(double x, double y, float shore, float slope, in Vector4 over, float heat, float texel, in Daylight light)
    {
        var (massif, broad) = (over.X, over.Y);
        var fine = texel < 40 ? Noise.Fractal(x / 53, y / 53, seed + 65, texel < 4 ? 4 : 2) : 0;
        var grain = texel < 1.5f ? Noise.Smooth(x / 1.7, y / 1.7, seed + 66) * Noise.Step(1.5f, 0.4f, texel) : 0;
        var colour = Vector3.Lerp(s_palePlain, s_redPlain, Math.Clamp(0.5f + 0.6f * broad + 0.25f * massif, 0, 1)) * (1 + 0.10f * fine + 0.05f * grain);
        var celsius = light.AirCelsius + 20 * heat + 1.5f * fine;
        // Washes wind down between the mountains and the sea, pale and bare.
        var course = Math.Abs(over.Z + 0.012f * fine);
        var isDeep = Noise.Step(-0.35f, 0.3f, broad + over.W);
        var wash = Noise.Step(0.008f + 0.02f * isDeep, 0.003f + 0.006f * isDeep, course) * Noise.Step(0.25f, 0.08f, slope);
        var bank = Noise.Step(0.10f, 0.02f, course) * (1 - wash);
        colour = Vector3.Lerp(colour, s_wash * (1 + 0.08f * fine), 0.75f * wash);
        var rock = Noise.Step(0.16f, 0.42f, slope + 0.10f * fine);
        colour = Vector3.Lerp(colour, s_rock * (1 + 0.22f * fine), rock);
        celsius += 4 * rock * (1 - light.Warmth) + 2 * rock;
        var green = Math.Clamp(0.42f + 0.55f * over.W + 0.55f * bank - 0.9f * wash - 0.35f * rock, 0.02f, 0.95f) * Noise.Step(35, 160, shore);
        var surface = new Surface { Colour = colour, Celsius = celsius, Shading = 1 };
        Plants(ref surface, x, y, 4.7, green, s_scrub, 1.1f, seed + 69, texel, light);
        var trees = Math.Clamp(0.5f * bank + Noise.Step(0.45f, 0.9f, massif) * 0.9f * (1 - rock) - 0.15f + 0.3f * broad, 0, 0.95f) * Noise.Step(60, 300, shore);
        Plants(ref surface, x, y, 9.3, trees, s_tree, 4.2f, seed + 71, texel, light);
        if (shore < 70)
        {
            var edge = shore + 9 * Noise.Smooth(x / 60, y / 60, seed + 73);
            var sand = Noise.Step(52, 26, edge);
            surface.Cover(Vector3.Lerp(s_sand, s_wetSand, Noise.Step(13, 4, edge)) * (1 + 0.03f * grain), light.AirCelsius + 16 * heat * Noise.Step(3, 16, edge) - 1, sand);
            // The last of a wave running up.
            surface.Cover(s_foam, WildCover.SeaCelsius, 0.8f * Noise.Step(4.5f, 1.5f, edge) * Noise.Step(20, 2, texel));
        }
        return surface;
    }

    /// <summary>Plants that stand one to a cell, with their shadows; as a mean tone where they are too small to be seen.</summary>
    public static void Plants(ref Surface surface, double x, double y, double cell, float density, Vector3 colour, float heightMetres, uint seed, float texel, in Daylight light)
    {
        if (density <= 0.01f)
            return;
        var seen = Noise.Step((float)cell * 0.55f, (float)cell * 0.2f, texel);
        if (seen < 1)
            surface.Cover(Vector3.Lerp(s_shadow, colour, 0.7f), light.AirCelsius + 1, density * 0.17f * (1 - seen));
        if (seen <= 0)
            return;
        if (light.Up > 0.05f)
        {
            var reach = Math.Min(heightMetres / light.Up, 2.5f * heightMetres) * 0.55f;
            var shade = Crown(x + light.East * reach, y + light.North * reach, cell, density, seed, texel);
            surface.Cover(surface.Colour * 0.42f, surface.Celsius - 5 * light.Warmth, shade * seen * 0.85f);
        }
        var crown = Crown(x, y, cell, density, seed, texel);
        var tone = 0.8f + 0.5f * Noise.Unit((int)Math.Floor(x / cell), (int)Math.Floor(y / cell), seed + 3);
        surface.Cover(colour * tone, light.AirCelsius + 1.2f, crown * seen);
    }

    private static float Crown(double x, double y, double cell, float density, uint seed, float texel)
    {
        // Rows are slid and bent, so that nothing stands in line.
        var v = y / cell + 0.45 * Math.Sin(x / (3.7 * cell));
        var j = (int)Math.Floor(v);
        var u = x / cell + 7 * Noise.Unit(j, 3, seed) + 0.45 * Math.Sin(y / (2.9 * cell));
        var i = (int)Math.Floor(u);
        var bits = Noise.Bits(i, j, seed);
        if ((bits & 1023) >= density * 1024)
            return 0;
        var radius = 0.12f + 0.22f * ((bits >> 10 & 255) / 255f);
        var (cx, cy) = (radius + (1 - 2 * radius) * ((bits >> 18 & 127) / 127f), radius + (1 - 2 * radius) * ((bits >> 25) / 127f));
        var (dx, dy) = ((float)(u - i) - cx, (float)(v - j) - cy);
        return Math.Clamp((radius - MathF.Sqrt(dx * dx + dy * dy)) * (float)cell / texel + 0.5f, 0, 1);
    }
}
