using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>Tilled valleys: parcels with edges, rows and orchards, and circles under pivots. Not safe for use by several threads at once.</summary>
internal sealed class FieldPattern(uint seed, Relief relief)
{
    private const double Region = 9_000;
    private const double Long = 330;
    private const double Short = 190;
    private const double Pivot = 860;

    private static readonly Vector3 s_earth = new(0.55f, 0.44f, 0.32f);
    private static readonly Vector3[] s_crops = [new(0.30f, 0.41f, 0.16f), new(0.38f, 0.46f, 0.20f), new(0.66f, 0.58f, 0.33f), new(0.50f, 0.39f, 0.28f), new(0.23f, 0.34f, 0.15f), new(0.60f, 0.51f, 0.37f)];

    private (int, int, int) _known = (int.MinValue, 0, 0);
    private bool _isTilled;
    private (int, int) _region = (int.MinValue, 0);
    private (double Sin, double Cos) _turn;

    public void Apply(ref Surface surface, double x, double y, float texel, in Daylight light)
    {
        var (ri, rj) = ((int)Math.Floor(x / Region), (int)Math.Floor(y / Region));
        if (_region != (ri, rj))
            (_region, _turn) = ((ri, rj), Math.SinCos(Math.PI * Noise.Unit(ri, rj, seed + 81)));
        var (sin, cos) = _turn;
        var (u, v) = (cos * x + sin * y, cos * y - sin * x);
        if (Noise.Unit(ri, rj, seed + 82) < 0.35f)
            Circle(ref surface, u, v, cos, sin, ri, texel, light);
        else
            Parcel(ref surface, u, v, cos, sin, ri, texel, light);
    }

    private void Parcel(ref Surface surface, double u, double v, double cos, double sin, int region, float texel, in Daylight light)
    {
        var row = (int)Math.Floor(v / Short);
        var moved = u + Long * Noise.Unit(row, region, seed + 83);
        var column = (int)Math.Floor(moved / Long);
        if (!IsTilled(column, row, region, (column + 0.5) * Long - (moved - u), (row + 0.5) * Short, cos, sin))
            return;
        var (du, dv) = (moved - column * Long, v - row * Short);
        var edge = (float)Math.Min(Math.Min(du, Long - du), Math.Min(dv, Short - dv));
        var bits = Noise.Bits(column, row, seed + 85);
        Crop(ref surface, bits, u, v, texel, light, 0.8f, Math.Clamp((edge - 3.5f) / Math.Max(texel, 0.7f) + 0.5f, 0, 1));
    }

    private void Circle(ref Surface surface, double u, double v, double cos, double sin, int region, float texel, in Daylight light)
    {
        var (column, row) = ((int)Math.Floor(u / Pivot), (int)Math.Floor(v / Pivot));
        if (!IsTilled(column, row, region + 7, (column + 0.5) * Pivot, (row + 0.5) * Pivot, cos, sin))
            return;
        var (du, dv) = (u - (column + 0.5) * Pivot, v - (row + 0.5) * Pivot);
        var radius = Math.Sqrt(du * du + dv * dv);
        var bits = Noise.Bits(column, row, seed + 86);
        var wedge = (uint)((Math.Atan2(dv, du) / Math.PI + 1) * (1 + bits % 3));
        Crop(ref surface, Noise.Bits((int)wedge, (int)bits, seed + 87), radius, wedge, texel, light, 0.3f, Math.Clamp((float)(0.47 * Pivot - radius) / texel + 0.5f, 0, 1));
    }

    private void Crop(ref Surface surface, uint bits, double u, double v, float texel, in Daylight light, float around, float inside)
    {
        var crop = s_crops[bits % (uint)s_crops.Length] * (0.88f + 0.24f * (bits >> 8 & 255) / 255f);
        var isGreen = bits % 6 is 0 or 1 or 4;
        surface.Cover(s_earth, light.AirCelsius + 14 * light.Warmth, inside < 1 ? around : 1);
        var rows = texel < 1.4f ? MathF.Sin((float)(u * (2 * Math.PI / 3.1) % (2 * Math.PI))) * Noise.Step(1.4f, 0.4f, texel) : 0;
        var patch = 0.07f * Noise.Fractal(u / 70, v / 70, seed + 88, 2);
        surface.Cover(crop * (1 + 0.12f * rows + patch), light.AirCelsius + (isGreen ? -1.5f - 2 * light.Warmth : 15 * light.Warmth) + 12 * patch, inside);
        if (bits % 6 == 4)
            WildCover.Plants(ref surface, u, v, 7, 0.97f * inside, new Vector3(0.17f, 0.25f, 0.12f), 3, seed + 89, texel, light);
    }

    // Whole parcels are tilled or not: what their middle is decides.
    private bool IsTilled(int column, int row, int region, double u, double v, double cos, double sin)
    {
        if (_known == (column, row, region))
            return _isTilled;
        _known = (column, row, region);
        var (x, y) = (cos * u - sin * v, sin * u + cos * v);
        var shore = relief.Shore(x, y);
        return _isTilled = shore > 350 && Noise.Fractal(x / 7_500, y / 7_500, seed + 90, 2) > 0.10f
            && relief.Massif(x, y, shore) < 0.03f && Noise.Unit(column, row, seed + 91) > 0.08f;
    }
}
