namespace Overflight.Feeds.ModeS;

/// <summary>
/// Target state and status, register 6,2, type code 29, DO-260B 2.2.3.2.7.1. Bits of ME: 6-7 subtype; subtype 1: 9 altitude
/// from the FMS (else MCP/FCU), 10-20 selected altitude of 32 ft from 1, 21-29 pressure setting of 0.8 hPa from 800 at 1, 30 heading
/// valid, 31-39 heading of 180/256 degrees, 40-43 NACp, 44 NIC baro, 45-46 SIL. Subtype 0 (version 1) is named, not decoded.
/// </summary>
internal static class TargetState
{
    public static bool IsVersion2(ulong me) => Field.Of(me, 6, 7) == 1;

    /// <summary>Feet; NaN where not given.</summary>
    public static float SelectedAltitudeFeet(ulong me) => Field.Of(me, 10, 20) is > 0 and var steps ? (steps - 1) * 32 : float.NaN;

    /// <summary>Hectopascals; NaN where not given.</summary>
    public static float PressureSettingHectopascals(ulong me) => Field.Of(me, 21, 29) is > 0 and var steps ? 800 + (steps - 1) * 0.8f : float.NaN;

    /// <summary>Degrees, 0 to 360; NaN where not given.</summary>
    public static float SelectedHeadingDegrees(ulong me) => Field.IsSet(me, 30) ? Field.Of(me, 31, 39) * (180f / 256) : float.NaN;

    public static int NacP(ulong me) => Field.Of(me, 40, 43);

    public static int Sil(ulong me) => Field.Of(me, 45, 46);
}
