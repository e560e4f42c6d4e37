using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;

namespace Overflight.Scenery.Picture;

/// <summary>How drawn ground becomes luma and chroma of a picture: by the light of the hour, or by warmth.</summary>
internal sealed class ToneCurve
{
    private readonly int[] _luma = new int[256];

    /// <summary>Luma, video range, for each tone or warmth.</summary>
    public int[] Levels => _luma;

    /// <summary>How much of the colour is left, of 256.</summary>
    public int Colour { get; private set; }

    /// <summary>Whether it is white-hot infrared.</summary>
    public bool IsWarmth { get; private set; }

    /// <summary>Luma and chroma of far haze and of the sky at the horizon.</summary>
    public (int Luma, int Blue, int Red) Haze { get; private set; }

    /// <summary>Luma of the sky overhead.</summary>
    public int Sky { get; private set; }

    /// <summary>Within how many metres haze takes away all but a share of 1/e.</summary>
    public double VisibilityMetres { get; private set; }

    /// <summary>How strongly waves are seen, of 256.</summary>
    public int Waves { get; private set; }

    /// <summary>Sensor noise, steps of luma.</summary>
    public int Grain { get; private set; }

    public void Set(CameraKind camera, in Daylight light)
    {
        IsWarmth = camera == CameraKind.Ir;
        if (IsWarmth)
            SetWarmth(light);
        else
            SetLight(light);
    }

    private void SetLight(in Daylight light)
    {
        // Dusk is darker than what the camera can open up to; noise rises with its gain.
        var bright = light.Brightness;
        for (var i = 0; i < 256; i++)
            _luma[i] = (int)Math.Clamp(16.5 + 219 * bright * Math.Pow(i / 255.0, 0.92), 16, 235);
        Colour = (int)(256 * Math.Clamp(1.35f * bright, 0.12f, 1.12f));
        Haze = ((int)(16 + 176 * bright), 128 + (int)(7 * bright), 128 - (int)(4 * bright));
        Sky = (int)(16 + 130 * bright);
        VisibilityMetres = 42_000;
        Waves = (int)(150 * bright);
        Grain = bright < 0.3f ? 5 : 2;
    }

    // The span shown follows the hour: by day ground is far warmer than water and plants, by night it is a few degrees.
    private void SetWarmth(in Daylight light)
    {
        var (cold, hot) = (light.AirCelsius - 6 - 6 * light.Warmth, light.AirCelsius + 14 + 22 * light.Warmth);
        for (var i = 0; i < 256; i++)
        {
            var celsius = Texel.LeastCelsius + (Texel.GreatestCelsius - Texel.LeastCelsius) * i / 255;
            _luma[i] = (int)Math.Clamp(20 + 205 * (celsius - cold) / (hot - cold), 16, 235);
        }
        Colour = 0;
        Haze = (_luma[(int)Math.Clamp((light.AirCelsius + 2 - Texel.LeastCelsius) * 255 / (Texel.GreatestCelsius - Texel.LeastCelsius), 0, 255)], 128, 128);
        Sky = 18;
        VisibilityMetres = 60_000;
        Waves = 46;
        Grain = 3;
    }
}
