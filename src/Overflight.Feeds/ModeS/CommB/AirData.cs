namespace Overflight.Feeds.ModeS;

/// <summary>The standard atmosphere (ISO 2533) as far as it ties air speed, Mach number and pressure altitude together.</summary>
internal static class AirData
{
    private const float SoundKnots = 661.47f;
    private const int StepFeet = 100;
    private static readonly float[] s_pressureRatio = PressureRatios();

    /// <summary>The Mach number at a calibrated air speed; NaN where either is unknown.</summary>
    public static float Mach(float calibratedKnots, float pressureAltitudeFeet)
    {
        if (float.IsNaN(calibratedKnots) || !(pressureAltitudeFeet is >= -1_000 and < 60_000))
            return float.NaN;
        var ratio = s_pressureRatio[(int)(pressureAltitudeFeet + 1_000) / StepFeet];
        var x = calibratedKnots / SoundKnots;
        x = 1 + 0.2f * x * x;
        // Impact pressure over static pressure at sea level, then up here.
        var impact = (x * x * x * MathF.Sqrt(x) - 1) / ratio;
        return MathF.Sqrt(5 * (MathF.Pow(impact + 1, 2 / 7f) - 1));
    }

    private static float[] PressureRatios()
    {
        var ratios = new float[61_000 / StepFeet + 1];
        for (var i = 0; i < ratios.Length; i++)
        {
            var feet = i * StepFeet - 1_000;
            ratios[i] = feet < 36_089
                ? (float)Math.Pow(1 - 6.8755856e-6 * feet, 5.2558797)
                : (float)(0.2233609 * Math.Exp(-(feet - 36_089) / 20_805.8));
        }
        return ratios;
    }
}
