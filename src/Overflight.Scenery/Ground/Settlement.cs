using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>A town: blocks between streets, lots with houses, yards with trees.</summary>
internal sealed class Settlement
{
    public const double GreatestRadius = 1_150;
    public const double BlockLong = 104;
    public const double BlockShort = 66;
    private const double Street = 5;
    private const double Lot = 23.5;

    private static readonly Vector3 s_dirt = new(0.62f, 0.54f, 0.44f);
    private static readonly Vector3 s_asphalt = new(0.34f, 0.33f, 0.33f);
    private static readonly Vector3[] s_roofs =
        [new(0.82f, 0.81f, 0.78f), new(0.72f, 0.69f, 0.64f), new(0.62f, 0.38f, 0.28f), new(0.55f, 0.55f, 0.57f), new(0.88f, 0.86f, 0.82f), new(0.46f, 0.52f, 0.58f), new(0.68f, 0.52f, 0.40f), new(0.76f, 0.74f, 0.70f)];

    private readonly double _sin, _cos;
    private readonly uint _seed;

    public Settlement(uint bits, double x, double y, double radius, uint seed)
    {
        (X, Y, Radius, _seed) = (x, y, Math.Min(radius, GreatestRadius), seed ^ bits);
        (_sin, _cos) = Math.SinCos(Math.PI * (bits >> 20 & 1023) / 1023.0);
    }

    public double X { get; }

    public double Y { get; }

    public double Radius { get; }

    public void Apply(ref Surface surface, double x, double y, float texel, in Daylight light)
    {
        var (dx, dy) = (x - X, y - Y);
        var square = dx * dx + dy * dy;
        if (square > Radius * Radius)
            return;
        var out2 = (float)(square / (Radius * Radius));
        var (u, v) = (_cos * dx + _sin * dy, _cos * dy - _sin * dx);
        var (column, row) = ((int)Math.Floor(u / BlockLong), (int)Math.Floor(v / BlockShort));
        if (!IsBuilt(column, row))
            return;
        var (bu, bv) = (u - column * BlockLong, v - row * BlockShort);
        var edge = (float)Math.Min(Math.Min(bu, BlockLong - bu), Math.Min(bv, BlockShort - bv));
        var isPaved = Noise.Unit(column, row, _seed + 2) > out2;
        var yard = Vector3.Lerp(s_dirt, new Vector3(0.45f, 0.43f, 0.31f), Noise.Unit(column, row, _seed + 3) * 0.7f);
        surface.Cover(yard, light.AirCelsius + 12 * light.Warmth, 0.85f);
        WildCover.Plants(ref surface, u, v, 8.3, 0.24f, new Vector3(0.17f, 0.25f, 0.13f), 4, _seed + 4, texel, light);
        Houses(ref surface, u, v, texel, light);
        var street = Math.Clamp((float)(Street - edge) / texel + 0.5f, 0, 1);
        surface.Cover(isPaved ? s_asphalt : s_dirt * 1.08f, light.AirCelsius + (isPaved ? 4 + 20 * light.Warmth : 15 * light.Warmth), street);
        surface.Shading = Noise.Mix(1, 0.4f, 0.85f);
    }

    /// <summary>The place of the town's own coordinates: along and across its streets, which run along the edges of blocks.</summary>
    public (double X, double Y) Place(double u, double v) => (X + _cos * u - _sin * v, Y + _sin * u + _cos * v);

    private bool IsBuilt(int column, int row)
    {
        var (cu, cv) = ((column + 0.5) * BlockLong, (row + 0.5) * BlockShort);
        return Math.Sqrt(cu * cu + cv * cv) < Radius * (0.62 + 0.33 * Noise.Unit(column, row, _seed + 1));
    }

    private void Houses(ref Surface surface, double u, double v, float texel, in Daylight light)
    {
        if (light.Up > 0.05f)
        {
            var reach = Math.Min(5 / light.Up, 13) * 0.5f;
            var (su, sv) = (_cos * light.East + _sin * light.North, _cos * light.North - _sin * light.East);
            var shade = Math.Max(House(u + reach * su, v + reach * sv, texel, out _), House(u + 0.45 * reach * su, v + 0.45 * reach * sv, texel, out _));
            surface.Cover(surface.Colour * 0.4f, surface.Celsius - 7 * light.Warmth, 0.85f * shade);
        }
        var roof = House(u, v, texel, out var bits);
        if (roof <= 0)
            return;
        var colour = s_roofs[bits % (uint)s_roofs.Length] * (0.82f + 0.3f * (bits >> 9 & 63) / 63f);
        // A gable has a bright and a dark side.
        if ((bits >> 20 & 3) == 0)
            colour *= (v / Lot - Math.Floor(v / Lot)) > 0.5 == light.North < 0 ? 0.78f : 1.06f;
        surface.Cover(colour, light.AirCelsius + 24 * light.Warmth - 5 + 3 * (bits >> 12 & 15) / 15f, roof);
    }

    private float House(double u, double v, float texel, out uint bits)
    {
        var (column, row) = ((int)Math.Floor(u / BlockLong), (int)Math.Floor(v / BlockShort));
        var (bu, bv) = (u - column * BlockLong - Street, v - row * BlockShort - Street);
        var (i, j) = ((int)Math.Floor(bu / Lot), (int)Math.Floor(bv / (0.5 * (BlockShort - 2 * Street))));
        bits = Noise.Bits(column * 8 + i, row * 2 + j, _seed + 5);
        if (i is < 0 or > 3 || j is < 0 or > 1 || !IsBuilt(column, row) || (bits & 255) < 46)
            return 0;
        var (lu, lv) = (bu - i * Lot, bv - j * 0.5 * (BlockShort - 2 * Street));
        var width = 8 + 10 * ((bits >> 4 & 15) / 15.0);
        var depth = 9 + 12 * ((bits >> 14 & 15) / 15.0);
        var (ou, ov) = (1.5 + (Lot - 3 - width) * ((bits >> 24 & 15) / 15.0), 2.5 + (0.5 * (BlockShort - 2 * Street) - 4 - depth) * ((bits >> 28) / 15.0));
        var inside = Math.Min(Math.Min(lu - ou, ou + width - lu), Math.Min(lv - ov, ov + depth - lv));
        return Math.Clamp((float)inside / texel + 0.5f, 0, 1);
    }
}
