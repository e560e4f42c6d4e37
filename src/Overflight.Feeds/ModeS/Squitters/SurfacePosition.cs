namespace Overflight.Feeds.ModeS;

/// <summary>
/// Surface position, register 0,6, type codes 5-8, DO-260B 2.2.3.2.4. Bits of ME: 1-5 type code; 6-12 movement; 13 track valid;
/// 14-20 track or heading, 360/128 degrees; 21 time (TIS-B and ADS-R: IMF); 22 odd; 23-39 latitude; 40-56 longitude, both CPR.
/// </summary>
internal static class SurfacePosition
{
    /// <summary>Ground speed, knots; NaN where not given.</summary>
    public static float SpeedKnots(ulong me) => Movement.Knots(Field.Of(me, 6, 12));

    /// <summary>Track, or heading where the aircraft says so in its operational status, degrees; NaN where not given.</summary>
    public static float TrackDegrees(ulong me) => Field.IsSet(me, 13) ? Field.Of(me, 14, 20) * (360f / 128) : float.NaN;

    public static bool Imf(ulong me) => Field.IsSet(me, 21);
}
