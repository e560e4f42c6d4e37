namespace Overflight.Patterns.Score;

/// <summary>Mode A codes as the United States allots them (FAA JO 7110.66, National Beacon Code Allocation Plan).</summary>
internal static class ReservedSquawks
{
    /// <summary>4401 to 4433 and 4466 to 4477: aircraft in law enforcement and like special operations (FAA JO 7110.67).</summary>
    public static bool IsLawEnforcement(int squawk) => squawk is (>= 4401 and <= 4433) or (>= 4466 and <= 4477);

    /// <summary>1200 and the codes for particular visual flights.</summary>
    public static bool IsVisualFlight(int squawk) => squawk is 1200 or 1202 or 1255 or 1276 or 1277;
}
