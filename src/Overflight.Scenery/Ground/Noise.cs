using System.Runtime.CompilerServices;

namespace Overflight.Scenery.Ground;

/// <summary>Numbers that look drawn at random and are a function of place and seed.</summary>
internal static class Noise
{
    /// <summary>Bits of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(int x, int y, uint seed)
    {
        var h = seed + (uint)x * 0x9E3779B1u;
        h = (h ^ h >> 15) * 0x2C1B3C6Du;
        h += (uint)y * 0x85EBCA77u;
        h = (h ^ h >> 13) * 0x297A2D39u;
        return h ^ h >> 16;
    }

    /// <summary>A number of a cell, 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Unit(int x, int y, uint seed) => (Bits(x, y, seed) >> 8) * (1f / (1 << 24));

    /// <summary>Gradient noise of wavelength 1, about -1 to 1, mean 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Smooth(double x, double y, uint seed)
    {
        var (fx, fy) = (Math.Floor(x), Math.Floor(y));
        var (ix, iy) = ((int)fx, (int)fy);
        var (dx, dy) = ((float)(x - fx), (float)(y - fy));
        var (sx, sy) = (Ease(dx), Ease(dy));
        var south = Mix(Slope(ix, iy, seed, dx, dy), Slope(ix + 1, iy, seed, dx - 1, dy), sx);
        var north = Mix(Slope(ix, iy + 1, seed, dx, dy - 1), Slope(ix + 1, iy + 1, seed, dx - 1, dy - 1), sx);
        return 1.5f * Mix(south, north, sy);
    }

    /// <summary>Octaves of noise, each of half the wavelength and size of the one before; about -1 to 1.</summary>
    public static float Fractal(double x, double y, uint seed, int octaves)
    {
        var (sum, size) = (0f, 0.55f);
        for (var i = 0; i < octaves; i++)
        {
            sum += size * Smooth(x, y, seed + (uint)i);
            (x, y, size) = (2.03 * x + 17.3, 2.03 * y - 9.1, 0.5f * size);
        }
        return sum;
    }

    /// <summary>Octaves of noise folded into ridges, 0 to 1; fine ones only where coarse ones are high, as on mountains.</summary>
    public static float Ridged(double x, double y, uint seed, int octaves)
    {
        var (sum, size, weight, total) = (0f, 0.5f, 1f, 0f);
        for (var i = 0; i < octaves; i++)
        {
            var ridge = 1 - Math.Min(1, Math.Abs(1.3f * Smooth(x, y, seed + (uint)i)));
            ridge *= ridge;
            sum += size * weight * ridge;
            total += size;
            weight = Math.Clamp(1.6f * ridge, 0, 1);
            (x, y, size) = (2.07 * x - 5.7, 2.07 * y + 31.1, 0.48f * size);
        }
        return sum / total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Mix(float from, float to, float part) => from + (to - from) * part;

    /// <summary>0 below one number, 1 above another, smooth between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Step(float from, float to, float value)
    {
        var t = Math.Clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static float Ease(float t) => t * t * t * (t * (6 * t - 15) + 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Slope(int x, int y, uint seed, float dx, float dy)
    {
        var bits = Bits(x, y, seed);
        var (u, v) = (bits & 1) == 0 ? (dx, dy) : (dy, dx);
        return ((bits & 2) == 0 ? u : -u) + 0.5f * ((bits & 4) == 0 ? v : -v);
    }
}
