namespace Overflight.Feeds.Asterix;

/// <summary>Emitter categories of ADS-B as ASTERIX numbers them (I021/020, I062/380 subfield 21).</summary>
internal static class EmitterCategories
{
    /// <summary>Whether it is an obstacle, not something that moves.</summary>
    public static bool IsObstacle(int category) => category is >= 22 and <= 24;

    /// <summary>In words; empty where it says nothing.</summary>
    public static string Words(int category) => category switch
    {
        1 => "light aircraft",
        2 => "small aircraft",
        3 => "medium aircraft",
        4 => "high-vortex large aircraft",
        5 => "heavy aircraft",
        6 => "fast and highly manoeuvrable aircraft",
        10 => "rotorcraft",
        11 => "glider",
        12 => "lighter than air",
        13 => "unmanned aerial vehicle",
        14 => "space or transatmospheric vehicle",
        15 => "ultralight, hang-glider or paraglider",
        16 => "parachutist",
        20 => "surface emergency vehicle",
        21 => "surface service vehicle",
        _ => "",
    };
}
