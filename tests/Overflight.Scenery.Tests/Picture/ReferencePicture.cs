using Overflight.Scenery.Ground;
using Overflight.Scenery.Picture;
using Overflight.Scenery.Turret;
using Overflight.Tracks;

namespace Overflight.Scenery.Tests.Picture;

/// <summary>
/// The picture of a camera the slow and plain way: each pixel's own line of sight, the spots about its end mixed in floating point, haze by its own range. No waves, noise,
/// objects or lettering.
/// </summary>
internal sealed class ReferencePicture(SceneWorld world)
{
    private readonly Dictionary<(int, int, int), uint[]> _squares = [];

    public double[,] Luma(TurretSight sight, UtcInstant time, int width, int height, Func<int, int, int> levelOf)
    {
        var tone = new ToneCurve();
        tone.Set(sight.Camera.Kind, Daylight.Of(sight.Sensor, time));
        var (view, step) = (sight.View, (long)Math.Floor((double)time.Microseconds / Daylight.StepMicroseconds));
        var picture = new double[width, height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var ray = view.Ray(2 * (x + 0.5) / width - 1, 2 * (y + 0.5) / height - 1);
                if (world.Meet(view.Origin, ray) is not { } met)
                {
                    picture[x, y] = double.NaN;
                    continue;
                }
                var (u, v) = WorldMap.Of(met.Place);
                var through = Math.Exp(-met.RangeMetres / tone.VisibilityMetres);
                picture[x, y] = tone.Haze.Luma + (Spot(levelOf(x, y), u, v, step, tone) - tone.Haze.Luma) * through;
            }
        return picture;
    }

    private double Spot(int level, double x, double y, long step, ToneCurve tone)
    {
        var texel = GroundPainter.TexelUnits(level);
        var (u, v) = (x / texel - 0.5, y / texel - 0.5);
        var (i, j) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (du, dv) = (u - i, v - j);
        var mixed = (1 - dv) * ((1 - du) * Value(level, i, j, step, tone) + du * Value(level, i + 1, j, step, tone))
            + dv * ((1 - du) * Value(level, i, j + 1, step, tone) + du * Value(level, i + 1, j + 1, step, tone));
        return tone.Levels[(int)Math.Clamp(mixed, 0, 255)];
    }

    private double Value(int level, int i, int j, long step, ToneCurve tone)
    {
        if (!_squares.TryGetValue((level, i >> 6, j >> 6), out var square))
        {
            square = new uint[GroundPainter.Side * GroundPainter.Side];
            world.Painter.Paint(level, i >> 6, j >> 6, step, square);
            _squares.Add((level, i >> 6, j >> 6), square);
        }
        var texel = square[(j & 63) * GroundPainter.Side + (i & 63)];
        return tone.IsWarmth ? texel >> 24 : texel & 255;
    }
}
