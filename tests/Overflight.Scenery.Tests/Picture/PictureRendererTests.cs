using CsCheck;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Picture;
using Overflight.Scenery.Turret;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Scenery.Tests.Picture;

public class PictureRendererTests
{
    private const int Width = 320;
    private const int Height = 192;

    [Theory]
    [InlineData(CameraKind.Eo, 50, 11.0)]
    [InlineData(CameraKind.Eo, 25, 22.0)]
    [InlineData(CameraKind.Ir, 50, 11.0)]
    public void A_picture_is_the_one_that_is_made_pixel_by_pixel(CameraKind kind, double depression, double view)
    {
        var world = Worlds.Land();
        var sight = Worlds.Sight(Worlds.Inland, 4_000, 70, depression, view, kind);
        var renderer = new PictureRenderer(world, Width, Height) { HasGrain = false, ShowsNumbers = false };
        var frame = new PictureFrame(Width, Height);
        renderer.Render(sight, Worlds.Noon, frame);
        var sampler = new GroundSampler(renderer.Texture);
        sampler.Begin(renderer.Tone, 0, 0, 0);
        var grid = renderer.Grid;
        var reference = new ReferencePicture(Worlds.Land()).Luma(sight, Worlds.Noon, Width, Height, (x, y) =>
        {
            var at = y / PictureGrid.Block * grid.Columns + x / PictureGrid.Block;
            return sampler.LevelOf(grid.Nodes[at], grid.Nodes[at + 1], grid.Nodes[at + grid.Columns], PictureGrid.Block, PictureGrid.Block);
        });
        var errors = new List<double>();
        // Between the two lines of lettering; vehicles are in one of the pictures only, and few.
        for (var y = 32; y < Height - 32; y++)
            for (var x = 0; x < Width; x++)
                if (!grid.Bends(x / PictureGrid.Block, y / PictureGrid.Block))
                    errors.Add(Math.Abs(frame.Luma(y)[x] - Math.Clamp(reference[x, y], 16, 235)));
        errors.Sort();
        Assert.True(errors.Count > Width * Height / 4);
        Assert.True(errors[errors.Count / 2] <= 1.5 && errors.Average() < 3, $"middle {errors[errors.Count / 2]}, mean {errors.Average()}");
    }

    [Fact]
    public void Eight_pixels_at_a_time_are_the_same_as_one_by_one() => Gen.Select(
        Gen.Int[0, 5_000], Gen.Int[-400_000, 400_000], Gen.Int[-400_000, 400_000], Gen.Int[0, 65_536], Gen.Int[0, 200], Gen.Int[0, 255], Gen.Bool).Sample((first, stepX, stepY, through, waves, strength, isWarm) =>
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Avx2.IsSupported, "no AVX2");
        var tone = new ToneCurve();
        tone.Set(isWarm ? CameraKind.Ir : CameraKind.Eo, Daylight.Of(Worlds.Inland, Worlds.Noon));
        var run = new SampleRun
        {
            BaseX = first,
            BaseY = -first,
            X = 30 << 16,
            Y = 40 << 16,
            StepX = stepX,
            StepY = stepY,
            Through = through,
            StepThrough = (65_536 - through) / 32,
            Glint = strength << 16,
            StepGlint = -1_000,
            Waves = waves,
            WideStrength = strength,
            NarrowStrength = 255 - strength,
            WideX = first * 7,
            NarrowY = first * 3,
            WideStepX = stepY,
            WideStepY = stepX,
            NarrowStepX = stepX,
            NarrowStepY = -stepX,
        };
        var (luma, chroma, luma8, chroma8) = (new byte[16], new byte[16], new byte[16], new byte[16]);
        SampleRow.Single(run, s_texels, tone, luma, chroma);
        SampleRow.Eight(run, s_texels, tone, luma8, chroma8);
        Assert.Equal(luma, luma8);
        Assert.Equal(chroma, chroma8);
    }, iter: 2_000);

    [Theory]
    [InlineData(CameraKind.Eo, true)]
    [InlineData(CameraKind.Eo, false)]
    [InlineData(CameraKind.Ir, false)]
    public void Every_picture_says_that_it_is_simulated(CameraKind kind, bool showsNumbers)
    {
        var frame = new PictureFrame(Width, Height);
        var renderer = new PictureRenderer(Worlds.Land(), Width, Height) { ShowsNumbers = showsNumbers };
        renderer.Render(Worlds.Sight(Worlds.Inland, 4_000, 70, 40, 22, kind), Worlds.Noon, frame);
        var plain = new PictureFrame(Width, Height);
        Lettering.Write(plain, PictureOverlay.Marking, (Width - PictureOverlay.Marking.Length * Lettering.Advance) / 2, 6, 1);
        for (var y = 5; y < 14; y++)
            for (var x = 0; x < Width; x++)
                if (plain.Luma(y)[x] is 228 or 24)
                    Assert.Equal(plain.Luma(y)[x], frame.Luma(y)[x]);
    }

    [Fact]
    public void The_same_sight_and_time_give_the_same_picture()
    {
        var (one, other) = (new PictureFrame(Width, Height), new PictureFrame(Width, Height));
        var sight = Worlds.Sight(Worlds.Inland, 4_000, 70, 40, 22);
        new PictureRenderer(Worlds.Land(), Width, Height).Render(sight, Worlds.Noon, one);
        var renderer = new PictureRenderer(Worlds.Land(), Width, Height);
        renderer.Render(Worlds.Sight(Worlds.Inland, 2_000, 200, 60, 22), Worlds.Noon.AddSeconds(-60), other);
        // Once more, so that the step before does not blur it.
        renderer.Render(sight, Worlds.Noon, other);
        renderer.Render(sight, Worlds.Noon, other);
        Assert.Equal(one.Bytes, other.Bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_picture_of_ground_that_is_known_allocates_nothing(bool showsNumbers)
    {
        var renderer = new PictureRenderer(Worlds.Land(), Width, Height) { ShowsNumbers = showsNumbers };
        var frame = new PictureFrame(Width, Height);
        var near = Worlds.Land().ObjectsNear(Worlds.Inland, 12_000, Worlds.Noon.AddSeconds(2))[0];
        var sight = Worlds.Sight(near.Place, near.HeightMetres + 1_500, 70, 90, 22);
        for (var n = 0; n < 3; n++)
            renderer.Render(sight, Worlds.Noon.AddSeconds(n), frame);
        Assert.NotEmpty(renderer.ObjectsInPicture);
        // The runtime's formatting of times takes a few bytes.
        Assert.InRange(Allocation.Least(() => renderer.Render(sight, Worlds.Noon, frame)), 0, showsNumbers ? 200 : 0);
    }

    [Fact]
    public void Night_is_dark_to_the_eye_and_vehicles_are_warm_to_infrared()
    {
        Assert.True(Mean(CameraKind.Eo, Worlds.Noon) > 2 * Mean(CameraKind.Eo, Worlds.Night));
        var (frame, renderer) = (new PictureFrame(Width, Height), new PictureRenderer(Worlds.Land(), Width, Height) { HasGrain = false, ShowsNumbers = false });
        var near = Worlds.Land().ObjectsNear(Worlds.Inland, 12_000, Worlds.Night)[0];
        var sight = Worlds.Sight(near.Place, near.HeightMetres + 600, 0, 90, 4, CameraKind.Ir);
        renderer.Render(sight, Worlds.Night, frame);
        Assert.Contains(renderer.ObjectsInPicture, o => o.Id == near.Id);
        var (brightest, sum) = (0, 0.0);
        for (var y = Height / 2 - 20; y < Height / 2 + 20; y++)
            for (var x = Width / 2 - 30; x < Width / 2 + 30; x++)
                (brightest, sum) = (Math.Max(brightest, frame.Luma(y)[x]), sum + frame.Luma(y)[x]);
        Assert.True(brightest > sum / 2_400 + 50, $"{brightest} against {sum / 2_400}");
    }

    [Fact]
    public void Objects_are_drawn_where_the_camera_has_them()
    {
        var world = Worlds.Land();
        var near = world.ObjectsNear(Worlds.Inland, 12_000, Worlds.Noon)[0];
        var sight = Worlds.Sight(near.Place, near.HeightMetres + 800, 0, 90, 6);
        var (with, without) = (new PictureFrame(Width, Height), new PictureFrame(Width, Height));
        new PictureRenderer(world, Width, Height) { HasGrain = false, ShowsNumbers = false }.Render(sight, Worlds.Noon, with);
        // Ten seconds on it is elsewhere; the ground is the same.
        new PictureRenderer(world, Width, Height) { HasGrain = false, ShowsNumbers = false }.Render(sight, Worlds.Noon.AddSeconds(10), without);
        var (count, x, y) = (0, 0.0, 0.0);
        for (var row = Height / 2 - 24; row < Height / 2 + 24; row++)
            for (var column = Width / 2 - 24; column < Width / 2 + 24; column++)
                if (Math.Abs(with.Luma(row)[column] - without.Luma(row)[column]) > 12)
                    (count, x, y) = (count + 1, x + column + 0.5, y + row + 0.5);
        Assert.True(count > 20);
        // Its shadow is beside it.
        Assert.InRange(x / count - Width / 2, -8, 8);
        Assert.InRange(y / count - Height / 2, -8, 8);
    }

    private static readonly uint[] s_texels = Texels();

    private static uint[] Texels()
    {
        var texels = new uint[GroundTexture.Across * GroundTexture.Across];
        for (var n = 0; n < texels.Length; n++)
            texels[n] = Noise.Bits(n & 2047, n >> 11, 9);
        return texels;
    }

    private static double Mean(CameraKind kind, UtcInstant time)
    {
        var frame = new PictureFrame(Width, Height);
        new PictureRenderer(Worlds.Land(), Width, Height) { ShowsNumbers = false }.Render(Worlds.Sight(Worlds.Inland, 4_000, 70, 40, 22, kind), time, frame);
        return frame.Bytes.Take(Width * Height).Average(b => b - 16.0);
    }
}
