namespace Overflight.Feeds.ModeS;

/// <summary>
/// FS of DF 4, 5, 20, 21, three bits (Annex 10 vol. IV 3.1.2.6.5.1): 0 air, 1 ground, 2 alert in the air, 3 alert on the
/// ground, 4 alert and identification, 5 identification. An alert means that the Mode A code was changed.
/// </summary>
internal static class FlightStatus
{
    /// <summary>1 on the ground, 0 in the air, −1 not told.</summary>
    public static sbyte OnGround(int status) => status switch { 0 or 2 => 0, 1 or 3 => 1, _ => -1 };

    public static bool IsAlert(int status) => status is >= 2 and <= 4;

    public static bool IsIdent(int status) => status is 4 or 5;
}
