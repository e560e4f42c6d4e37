namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 5,0, track and turn (Doc 9871 table A-2-80). Bits: 1 status, 2-11 roll of 45/256 degrees, right positive; 12 status, 13-23
/// true track of 90/512 degrees; 24 status, 25-34 ground speed of 2 kt; 35 status, 36-45 track rate of 8/256 degrees a
/// second; 46 status, 47-56 true air speed of 2 kt. Roll, track and rate are signed.
/// </summary>
internal static class TrackAndTurn
{
    public static float RollDegrees(ulong mb) => Field.IsSet(mb, 1) ? Field.Signed(mb, 2, 11) * (45f / 256) : float.NaN;

    public static float TrackDegrees(ulong mb) => Field.IsSet(mb, 12) ? Turn(Field.Signed(mb, 13, 23) * (90f / 512)) : float.NaN;

    public static float GroundSpeedKnots(ulong mb) => Field.IsSet(mb, 24) ? Field.Of(mb, 25, 34) * 2 : float.NaN;

    public static float TrackRateDegreesPerSecond(ulong mb) => Field.IsSet(mb, 35) ? Field.Signed(mb, 36, 45) * (8f / 256) : float.NaN;

    public static float TrueAirSpeedKnots(ulong mb) => Field.IsSet(mb, 46) ? Field.Of(mb, 47, 56) * 2 : float.NaN;

    public static Fit Fit(ulong mb, in CommBContext context)
    {
        if (!Field.IsSound(mb, 1, 11) || !Field.IsSound(mb, 12, 23) || !Field.IsSound(mb, 24, 34) || !Field.IsSound(mb, 35, 45) || !Field.IsSound(mb, 46, 56))
            return ModeS.Fit.Impossible;
        var (roll, ground, rate, air) = (RollDegrees(mb), GroundSpeedKnots(mb), TrackRateDegreesPerSecond(mb), TrueAirSpeedKnots(mb));
        if (!Field.IsSet(mb, 24) && !Field.IsSet(mb, 46))
            return ModeS.Fit.Impossible;
        if (Math.Abs(roll) > 60 || ground is < 30 or > 800 || air is < 50 or > 700 || Math.Abs(ground - air) > 250)
            return ModeS.Fit.Impossible;
        return ModeS.Fit.Of(Present(mb))
            .Compared(ground - context.SpeedKnots, 30, 80)
            .ComparedDirections(TrackDegrees(mb), context.TrackDegrees, 15, 60)
            .Compared(rate - CoordinatedRate(roll, ground), 0.8f, 3);
    }

    private static int Present(ulong mb) =>
        (Field.IsSet(mb, 1) ? 1 : 0) + (Field.IsSet(mb, 12) ? 1 : 0) + (Field.IsSet(mb, 24) ? 1 : 0) + (Field.IsSet(mb, 35) ? 1 : 0) + (Field.IsSet(mb, 46) ? 1 : 0);

    /// <summary>Degrees a second of a turn flown without slip: g tan(roll) / V.</summary>
    private static float CoordinatedRate(float rollDegrees, float speedKnots) =>
        Math.Abs(rollDegrees) < 3 ? float.NaN : 1091 * MathF.Tan(rollDegrees * (MathF.PI / 180)) / speedKnots;

    private static float Turn(float degrees) => degrees < 0 ? degrees + 360 : degrees;
}
