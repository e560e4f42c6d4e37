namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 4,0, selected vertical intention (Doc 9871 table A-2-64). Bits: 1 status, 2-13 MCP/FCU altitude of 16 ft; 14 status, 15-26
/// FMS altitude of 16 ft; 27 status, 28-39 pressure setting of 0.1 hPa from 800; 40-47 reserved; 48 status, 49 VNAV, 50
/// altitude hold, 51 approach; 52-53 reserved; 54 status, 55-56 source of the target altitude.
/// </summary>
internal static class SelectedVerticalIntention
{
    private const float HighestFeet = 50_000;

    public static float McpAltitudeFeet(ulong mb) => Field.IsSet(mb, 1) ? Field.Of(mb, 2, 13) * 16 : float.NaN;

    public static float FmsAltitudeFeet(ulong mb) => Field.IsSet(mb, 14) ? Field.Of(mb, 15, 26) * 16 : float.NaN;

    public static float PressureSettingHectopascals(ulong mb) => Field.IsSet(mb, 27) ? 800 + Field.Of(mb, 28, 39) * 0.1f : float.NaN;

    public static Fit Fit(ulong mb, in CommBContext context)
    {
        if (!Field.IsSound(mb, 1, 13) || !Field.IsSound(mb, 14, 26) || !Field.IsSound(mb, 27, 39) || !Field.IsSound(mb, 48, 51)
            || !Field.IsSound(mb, 54, 56) || Field.Of(mb, 40, 47) != 0 || Field.Of(mb, 52, 53) != 0)
            return ModeS.Fit.Impossible;
        var mcp = McpAltitudeFeet(mb);
        var fms = FmsAltitudeFeet(mb);
        var pressure = PressureSettingHectopascals(mb);
        if ((float.IsNaN(mcp) && float.IsNaN(fms) && float.IsNaN(pressure)) || mcp > HighestFeet || fms > HighestFeet || pressure is < 900 or > 1100)
            return ModeS.Fit.Impossible;
        var points = Altitude(mb, 1) + Altitude(mb, 14) + (float.IsNaN(pressure) ? 0 : 3) + (Field.IsSet(mb, 48) ? 1 : 0) + (Field.IsSet(mb, 54) ? 1 : 0);
        return ModeS.Fit.Of(points)
            .Compared(mcp - context.SelectedAltitudeFeet, 32, float.PositiveInfinity)
            .Compared(mcp - fms, 32, float.PositiveInfinity);
    }

    /// <summary>Altitudes are chosen in hundreds of feet; other numbers are rare.</summary>
    private static int Altitude(ulong mb, int status)
    {
        if (!Field.IsSet(mb, status))
            return 0;
        var beyond = Field.Of(mb, status + 1, status + 12) * 16 % 100;
        return beyond is <= 16 or >= 84 ? 2 : 0;
    }
}
