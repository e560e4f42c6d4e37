namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 4,4, meteorological routine air report (Doc 9871 table A-2-68). Bits: 1-4 source (0 to 4); 5 status, 6-14 wind speed of 1 kt, 15-23
/// direction of 180/256 degrees; 24-34 temperature of 0.25 degrees, signed; 35 status, 36-46 pressure of 1 hPa; 47 status, 48-49
/// turbulence; 50 status, 51-56 humidity of 100/64 %.
/// </summary>
internal static class MeteorologicalReport
{
    private const float FeetPerDegree = 504.8f;
    private const float TropopauseFeet = 36_089;

    public static float WindKnots(ulong mb) => Field.IsSet(mb, 5) ? Field.Of(mb, 6, 14) : float.NaN;

    public static float WindFromDegrees(ulong mb) => Field.IsSet(mb, 5) ? Field.Of(mb, 15, 23) * (180f / 256) : float.NaN;

    public static float TemperatureCelsius(ulong mb) => Field.Signed(mb, 24, 34) * 0.25f;

    public static float PressureHectopascals(ulong mb) => Field.IsSet(mb, 35) ? Field.Of(mb, 36, 46) : float.NaN;

    public static Fit Fit(ulong mb, in CommBContext context)
    {
        if (Field.Of(mb, 1, 4) is 0 or > 4 || !Field.IsSet(mb, 5) || !Field.IsSound(mb, 35, 46) || !Field.IsSound(mb, 47, 49) || !Field.IsSound(mb, 50, 56))
            return ModeS.Fit.Impossible;
        var temperature = TemperatureCelsius(mb);
        if (WindKnots(mb) > 250 || temperature is < -80 or > 60 || Field.Of(mb, 24, 34) == 0)
            return ModeS.Fit.Impossible;
        // The standard atmosphere (ISO 2533) tells what temperature to expect.
        var expected = 15 - Math.Min(context.AltitudeFeet, TropopauseFeet) / FeetPerDegree;
        return ModeS.Fit.Of(2 + (Field.IsSet(mb, 35) ? 1 : 0) + (Field.IsSet(mb, 50) ? 1 : 0))
            .Compared(temperature - expected, 20, 25);
    }
}
