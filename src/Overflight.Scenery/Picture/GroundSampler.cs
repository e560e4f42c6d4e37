using Overflight.Scenery.Ground;

namespace Overflight.Scenery.Picture;

/// <summary>Draws the ground of one block of a picture from drawn ground, spots mixed by place, with waves and haze. Not safe for use by several threads at once.</summary>
internal sealed class GroundSampler(GroundTexture texture)
{
    private const double One = 1 << SampleRun.Fraction;

    // Two squares of waves, of so many units a sample.
    private const double WideUnits = 1.7;
    private const double NarrowUnits = 0.55;

    private ToneCurve _tone = null!;
    private long _step;
    private double _bias;
    private (double WideX, double WideY, double NarrowX, double NarrowY) _drift;

    /// <summary>Sets what holds for a whole picture.</summary>
    /// <param name="tone">How spots become luma and chroma.</param>
    /// <param name="step">The step of daylight.</param>
    /// <param name="seconds">The time, for waves.</param>
    /// <param name="blurPixels">By how many pixels the picture moved since the last: so much finer detail is not drawn, as a camera smears it.</param>
    public void Begin(ToneCurve tone, long step, double seconds, double blurPixels)
    {
        (_tone, _step, _bias) = (tone, step, Math.Max(0, Math.Log2(Math.Max(1, blurPixels) / 3)));
        _drift = (Wrapped(seconds * 2.3 / WideUnits), Wrapped(seconds * 1.1 / WideUnits), Wrapped(seconds * 0.9 / NarrowUnits), Wrapped(-seconds * 0.7 / NarrowUnits));
    }

    /// <summary>The level of detail of a block that is so large on the ground.</summary>
    public int LevelOf(in GroundHit a, in GroundHit b, in GroundHit c, int across, int down)
    {
        var along = Math.Sqrt((b.X - a.X) * (b.X - a.X) + (b.Y - a.Y) * (b.Y - a.Y)) / across;
        var up = Math.Sqrt((c.X - a.X) * (c.X - a.X) + (c.Y - a.Y) * (c.Y - a.Y)) / down;
        // Between too smooth one way and too rough the other.
        var size = Math.Sqrt(along * Math.Min(up, 8 * along));
        return Math.Clamp((int)Math.Floor(Math.Log2(size / GroundPainter.FinestUnits) + 0.4 + _bias), 0, GroundPainter.Levels - 1);
    }

    /// <summary>Draws a block: corners a, b above, c, d below; transmittances at the corners, and what glints on water there.</summary>
    public void Draw(PictureFrame frame, int left, int top, int across, int down, in GroundHit a, in GroundHit b, in GroundHit c, in GroundHit d, in BlockLight light)
    {
        var level = LevelOf(a, b, c, across, down);
        var texel = GroundPainter.TexelUnits(level);
        var scale = 1 / texel;
        var (baseX, baseY) = ((int)Math.Floor(Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)) * scale - 1), (int)Math.Floor(Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)) * scale - 1));
        var (endX, endY) = ((int)Math.Floor(Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)) * scale + 2), (int)Math.Floor(Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)) * scale + 2));
        if (endX - baseX > GroundTexture.Across - 64 || endY - baseY > GroundTexture.Across - 64)
            return;
        texture.Require(level, baseX, baseY, endX, endY, _step);
        var isSea = texture.MayHoldSea(level, baseX, baseY, endX, endY) && _tone.Waves > 0;
        var texels = texture.Texels(level);
        var run = new SampleRun
        {
            BaseX = baseX,
            BaseY = baseY,
            Waves = isSea ? _tone.Waves : 0,
            WideStrength = (int)(256 * Noise.Step(9, 2, (float)texel)),
            NarrowStrength = (int)(256 * Noise.Step(1.6f, 0.4f, (float)texel)),
        };
        for (var row = 0; row < down; row++)
        {
            var t = (row + 0.5) / down;
            var (x0, y0) = (a.X + t * (c.X - a.X), a.Y + t * (c.Y - a.Y));
            var (x1, y1) = (b.X + t * (d.X - b.X), b.Y + t * (d.Y - b.Y));
            var (dx, dy) = ((x1 - x0) / across, (y1 - y0) / across);
            // Spots have their value in their middle, pixels too.
            run.X = (int)(((x0 + 0.5 * dx) * scale - 0.5 - baseX) * One);
            run.Y = (int)(((y0 + 0.5 * dy) * scale - 0.5 - baseY) * One);
            (run.StepX, run.StepY) = ((int)(dx * scale * One), (int)(dy * scale * One));
            if (isSea)
                Waves(ref run, x0, y0, dx, dy);
            var (p0, p1) = (light.A + t * (light.C - light.A), light.B + t * (light.D - light.B));
            (run.Through, run.StepThrough) = ((int)(p0 * One), (int)((p1 - p0) / across * One));
            var (g0, g1) = (light.GlintA + t * (light.GlintC - light.GlintA), light.GlintB + t * (light.GlintD - light.GlintB));
            (run.Glint, run.StepGlint) = ((int)(g0 * One), (int)((g1 - g0) / across * One));
            var luma = frame.Luma(top + row).Slice(left, across);
            SampleRow.Draw(run, texels, _tone, luma, (top + row & 1) == 0 && !_tone.IsWarmth ? frame.Chroma(top + row).Slice(left, across) : default);
        }
    }

    private void Waves(ref SampleRun run, double x, double y, double dx, double dy)
    {
        (run.WideX, run.WideY) = (Fixed(x / WideUnits + _drift.WideX), Fixed(y / WideUnits + _drift.WideY));
        (run.WideStepX, run.WideStepY) = ((int)(dx / WideUnits * One), (int)(dy / WideUnits * One));
        (run.NarrowX, run.NarrowY) = (Fixed(x / NarrowUnits + _drift.NarrowX), Fixed(y / NarrowUnits + _drift.NarrowY));
        (run.NarrowStepX, run.NarrowStepY) = ((int)(dx / NarrowUnits * One), (int)(dy / NarrowUnits * One));
    }

    private static int Fixed(double samples) => (int)(Wrapped(samples) * One);

    private static double Wrapped(double samples) => samples - WaveField.Across * Math.Floor(samples / WaveField.Across);
}
