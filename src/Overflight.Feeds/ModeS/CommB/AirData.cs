namespace Overflight.Feeds.ModeS;

/// <summary>The standard atmosphere (ISO 2533) as far as it ties air speed, Mach number and pressure altitude together.</summary>
internal static class AirData
{
    private const float SoundKnots = 661.47f;
    private const int StepFeet = 100;
    private static readonly float[] s_pressureRatio = PressureRatios();

    /// <summary>
    /// A Mach number less the one that belongs to a calibrated air speed at an altitude; NaN where one is unknown. By one step of
    /// Newton from the Mach number given: exact where they agree, a hundredth off where they differ by a tenth.
    /// </summary>
    public static float MachDifference(float mach, float calibratedKnots, float pressureAltitudeFeet)
    {
        if (!(pressureAltitudeFeet is >= -1_000 and < 60_000))
            return float.NaN;
        var ratio = s_pressureRatio[(int)(pressureAltitudeFeet + 1_000) / StepFeet];
        var slow = calibratedKnots / SoundKnots;
        slow = 1 + 0.2f * slow * slow;
        var fast = 1 + 0.2f * mach * mach;
        var root = MathF.Sqrt(fast);
        // Impact pressure over the pressure at sea level: ((1 + M^2/5)^3.5 - 1), times the ratio of pressures up there.
        var impact = (fast * fast * fast * root - 1) * ratio;
        var slope = 1.4f * mach * fast * fast * root * ratio;
        return (impact - (slow * slow * slow * MathF.Sqrt(slow) - 1)) / slope;
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
