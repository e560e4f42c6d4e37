using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Overflight.Scenery.Ground;

namespace Overflight.Scenery.Picture;

/// <summary>Draws rows of pixels from spots: one by one, and eight at a time where the processor can fetch eight (AVX2). Both give the same bytes.</summary>
internal static class SampleRow
{
    /// <summary>Draws a row.</summary>
    /// <param name="run">Where it lies.</param>
    /// <param name="texels">The spots of its level.</param>
    /// <param name="tone">How they become luma and chroma.</param>
    /// <param name="luma">The row's luma.</param>
    /// <param name="chroma">Its chroma; empty where it has none.</param>
    public static void Draw(in SampleRun run, uint[] texels, ToneCurve tone, Span<byte> luma, Span<byte> chroma)
    {
        if (Avx2.IsSupported && luma.Length % 8 == 0)
            Eight(run, texels, tone, luma, chroma);
        else
            Single(run, texels, tone, luma, chroma);
    }

    internal static void Single(SampleRun run, uint[] texels, ToneCurve tone, Span<byte> luma, Span<byte> chroma)
    {
        var waves = WaveField.Values;
        var (hazeLuma, hazeBlue, hazeRed) = tone.Haze;
        for (var n = 0; n < luma.Length; n++)
        {
            var (column, row) = (run.BaseX + (run.X >> SampleRun.Fraction), run.BaseY + (run.Y >> SampleRun.Fraction));
            var (south, north) = ((row & GroundTexture.Mask) * GroundTexture.Across, (row + 1 & GroundTexture.Mask) * GroundTexture.Across);
            var (west, east) = (column & GroundTexture.Mask, column + 1 & GroundTexture.Mask);
            var (u, v) = ((uint)run.X >> 8 & 255, (uint)run.Y >> 8 & 255);
            var nearest = texels[south + west];
            var mixed = Mix(Mix(nearest, texels[south + east], u), Mix(texels[north + west], texels[north + east], u), v);
            var value = tone.Levels[(int)(tone.IsWarmth ? mixed >> 24 : mixed & 255)];
            if (run.Waves != 0 && Texel.IsSea(nearest))
            {
                var wide = waves[(run.WideY >> SampleRun.Fraction & 255) << 8 | run.WideX >> SampleRun.Fraction & 255];
                var narrow = waves[(run.NarrowY >> SampleRun.Fraction & 255) << 8 | run.NarrowX >> SampleRun.Fraction & 255];
                var swell = wide * run.WideStrength + narrow * run.NarrowStrength;
                value += (swell * run.Waves >> 16) + ((run.Glint >> 8) * (4096 + swell / 2) >> 20);
            }
            var through = run.Through >> 8;
            luma[n] = (byte)Math.Clamp(hazeLuma + ((value - hazeLuma) * through >> 8), 16, 235);
            if ((n & 1) == 0 && !chroma.IsEmpty)
            {
                var part = through * tone.Colour >> 8;
                var (blue, red) = ((int)(mixed >> 8 & 255) - 128, (int)(mixed >> 16 & 255) - 128);
                chroma[n] = (byte)Math.Clamp(128 + (blue * part >> 8) + ((hazeBlue - 128) * (256 - through) >> 8), 16, 240);
                chroma[n + 1] = (byte)Math.Clamp(128 + (red * part >> 8) + ((hazeRed - 128) * (256 - through) >> 8), 16, 240);
            }
            (run.X, run.Y, run.Through, run.Glint) = (run.X + run.StepX, run.Y + run.StepY, run.Through + run.StepThrough, run.Glint + run.StepGlint);
            (run.WideX, run.WideY, run.NarrowX, run.NarrowY) = (run.WideX + run.WideStepX, run.WideY + run.WideStepY, run.NarrowX + run.NarrowStepX, run.NarrowY + run.NarrowStepY);
        }
    }

    internal static unsafe void Eight(in SampleRun run, uint[] texels, ToneCurve tone, Span<byte> luma, Span<byte> chroma)
    {
        var mask = Vector256.Create(GroundTexture.Mask);
        var low = Vector256.Create(255);
        var (hazeLuma, hazeBlue, hazeRed) = (Vector256.Create(tone.Haze.Luma), Vector256.Create(tone.Haze.Blue - 128), Vector256.Create(tone.Haze.Red - 128));
        var shift = tone.IsWarmth ? 24 : 0;
        fixed (uint* spots = texels)
        fixed (int* levels = tone.Levels)
        fixed (sbyte* waves = WaveField.Values)
            for (var n = 0; n < luma.Length; n += 8)
            {
                var (x, y) = (Along(run.X, run.StepX, n), Along(run.Y, run.StepY, n));
                var (column, row) = ((x >> SampleRun.Fraction) + Vector256.Create(run.BaseX), (y >> SampleRun.Fraction) + Vector256.Create(run.BaseY));
                var (south, north) = ((row & mask) << 11, (row + Vector256<int>.One & mask) << 11);
                var (west, east) = (column & mask, column + Vector256<int>.One & mask);
                var nearest = Fetch(spots, south + west);
                var u = x >> 8 & low;
                var (even, odd) = (Even(nearest), Odd(nearest));
                var beside = Fetch(spots, south + east);
                (even, odd) = (Mix(even, Even(beside), u), Mix(odd, Odd(beside), u));
                var above = Fetch(spots, north + west);
                var (evenAbove, oddAbove) = (Even(above), Odd(above));
                beside = Fetch(spots, north + east);
                (evenAbove, oddAbove) = (Mix(evenAbove, Even(beside), u), Mix(oddAbove, Odd(beside), u));
                var v = y >> 8 & low;
                (even, odd) = (Mix(even, evenAbove, v), Mix(odd, oddAbove, v));
                var value = Avx2.GatherVector256(levels, shift == 0 ? even.AsInt32() & low : odd.AsInt32() >>> 16, 4);
                if (run.Waves != 0)
                    value += Water(run, n, nearest, waves);
                var through = Along(run.Through, run.StepThrough, n) >> 8;
                value = hazeLuma + ((value - hazeLuma) * through >> 8);
                Store(Vector256.Min(Vector256.Max(value, Vector256.Create(16)), Vector256.Create(235)), ref luma[n]);
                if (chroma.IsEmpty)
                    continue;
                var part = through * tone.Colour >> 8;
                var haze = Vector256.Create(256) - through;
                var blue = (((odd.AsInt32() & low) - Vector256.Create(128)) * part >> 8) + (hazeBlue * haze >> 8) + Vector256.Create(128);
                var red = (((even.AsInt32() >>> 16) - Vector256.Create(128)) * part >> 8) + (hazeRed * haze >> 8) + Vector256.Create(128);
                StorePairs(Within(blue) | Within(red) << 8, ref chroma[n]);
            }
    }

    private static unsafe Vector256<int> Water(in SampleRun run, int n, Vector256<int> nearest, sbyte* waves)
    {
        var isSea = Vector256.Equals(nearest & Vector256.Create(0x10000), Vector256.Create(0x10000));
        if (isSea == Vector256<int>.Zero)
            return isSea;
        var low = Vector256.Create(255);
        var wide = Fetch(waves, (Along(run.WideY, run.WideStepY, n) >> SampleRun.Fraction & low) << 8 | Along(run.WideX, run.WideStepX, n) >> SampleRun.Fraction & low);
        var narrow = Fetch(waves, (Along(run.NarrowY, run.NarrowStepY, n) >> SampleRun.Fraction & low) << 8 | Along(run.NarrowX, run.NarrowStepX, n) >> SampleRun.Fraction & low);
        var swell = wide * run.WideStrength + narrow * run.NarrowStrength;
        // Half, towards zero.
        var half = swell + (swell >>> 31) >> 1;
        return isSea & ((swell * run.Waves >> 16) + ((Along(run.Glint, run.StepGlint, n) >> 8) * (half + Vector256.Create(4096)) >> 20));
    }

    private static Vector256<int> Along(int first, int step, int n) => Vector256.Create(first + n * step) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) * step;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<int> Fetch(uint* spots, Vector256<int> index) => Avx2.GatherVector256((int*)spots, index, 4);

    // Four bytes each, of which the lowest counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<int> Fetch(sbyte* waves, Vector256<int> index) => Avx2.GatherVector256((int*)waves, index, 1) << 24 >> 24;

    private static Vector256<short> Even(Vector256<int> spots) => (spots & Vector256.Create(0x00FF00FF)).AsInt16();

    private static Vector256<short> Odd(Vector256<int> spots) => (spots >>> 8 & Vector256.Create(0x00FF00FF)).AsInt16();

    // The upper half of 128 (b - a) × 2 part is (b - a) part / 256.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Mix(Vector256<short> a, Vector256<short> b, Vector256<int> part)
    {
        var twice = (part << 1 | part << 17).AsInt16();
        return a + Avx2.MultiplyHigh(b - a << 7, twice);
    }

    private static Vector256<int> Within(Vector256<int> chroma) => Vector256.Min(Vector256.Max(chroma, Vector256.Create(16)), Vector256.Create(240));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> values, ref byte to)
    {
        var words = Sse41.PackUnsignedSaturate(values.GetLower(), values.GetUpper());
        Unsafe.WriteUnaligned(ref to, Sse2.PackUnsignedSaturate(words.AsInt16(), words.AsInt16()).AsUInt64().ToScalar());
    }

    // Of every second pixel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePairs(Vector256<int> pairs, ref byte to)
    {
        var chosen = Avx2.PermuteVar8x32(pairs, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower();
        Unsafe.WriteUnaligned(ref to, Sse41.PackUnsignedSaturate(chosen, chosen).AsUInt64().ToScalar());
    }

    // Four bytes at a time, by parts of 256.
    private static uint Mix(uint from, uint to, uint part)
    {
        const uint Bytes = 0x00FF00FF;
        var (a, b) = (from & Bytes, to & Bytes);
        var low = a + ((b - a) * part >> 8) & Bytes;
        (a, b) = (from >> 8 & Bytes, to >> 8 & Bytes);
        return low | (a + ((b - a) * part >> 8) & Bytes) << 8;
    }
}
