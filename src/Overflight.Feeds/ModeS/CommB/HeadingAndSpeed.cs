namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 6,0, heading and speed (Doc 9871 table A-2-96). Bits: 1 status, 2-12 magnetic heading of 90/512 degrees; 13 status, 14-23
/// indicated air speed of 1 kt; 24 status, 25-34 Mach number of 0.004; 35 status, 36-45 barometric rate of 32 ft/min; 46
/// status, 47-56 inertial rate of 32 ft/min. Heading and rates are signed.
/// </summary>
internal static class HeadingAndSpeed
{
    public static float HeadingDegrees(ulong mb) => Field.IsSet(mb, 1) ? Turn(Field.Signed(mb, 2, 12) * (90f / 512)) : float.NaN;

    public static float IndicatedAirSpeedKnots(ulong mb) => Field.IsSet(mb, 13) ? Field.Of(mb, 14, 23) : float.NaN;

    public static float Mach(ulong mb) => Field.IsSet(mb, 24) ? Field.Of(mb, 25, 34) * 0.004f : float.NaN;

    public static float BarometricRateFeetPerMinute(ulong mb) => Field.IsSet(mb, 35) ? Field.Signed(mb, 36, 45) * 32 : float.NaN;

    public static float InertialRateFeetPerMinute(ulong mb) => Field.IsSet(mb, 46) ? Field.Signed(mb, 47, 56) * 32 : float.NaN;

    public static Fit Fit(ulong mb, in CommBContext context)
    {
        if (!Field.IsSound(mb, 1, 12) || !Field.IsSound(mb, 13, 23) || !Field.IsSound(mb, 24, 34) || !Field.IsSound(mb, 35, 45) || !Field.IsSound(mb, 46, 56))
            return ModeS.Fit.Impossible;
        var (speed, mach) = (IndicatedAirSpeedKnots(mb), Mach(mb));
        var (barometric, inertial) = (BarometricRateFeetPerMinute(mb), InertialRateFeetPerMinute(mb));
        if (!Field.IsSet(mb, 13) && !Field.IsSet(mb, 24))
            return ModeS.Fit.Impossible;
        if (speed is < 30 or > 500 || mach is < 0.05f or > 1 || Math.Abs(barometric) > 8_000 || Math.Abs(inertial) > 8_000)
            return ModeS.Fit.Impossible;
        return ModeS.Fit.Of(Present(mb))
            .Compared(AirData.MachDifference(mach, speed, context.AltitudeFeet), 0.03f, 0.1f)
            .ComparedDirections(HeadingDegrees(mb), context.TrackDegrees, 25, 70)
            .Compared(barometric - context.VerticalRateFeetPerMinute, 500, 2_000)
            .Compared(inertial - context.VerticalRateFeetPerMinute, 500, 2_000);
    }

    private static int Present(ulong mb) =>
        (Field.IsSet(mb, 1) ? 1 : 0) + (Field.IsSet(mb, 13) ? 1 : 0) + (Field.IsSet(mb, 24) ? 1 : 0) + (Field.IsSet(mb, 35) ? 1 : 0) + (Field.IsSet(mb, 46) ? 1 : 0);

    private static float Turn(float degrees) => degrees < 0 ? degrees + 360 : degrees;
}
