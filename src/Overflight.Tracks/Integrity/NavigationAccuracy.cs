namespace Overflight.Tracks.Integrity;

/// <summary>Estimated position uncertainty (95 %) from the navigation accuracy category for position (DO-260B table 2-71).</summary>
public static class NavigationAccuracy
{
    /// <summary>The 95 % radius in metres; infinite for NACp 0, which promises nothing.</summary>
    public static double UncertaintyMetres(int nacP) => nacP switch
    {
        11 => 3,
        10 => 10,
        9 => 30,
        8 => 92.6,
        7 => 185.2,
        6 => 555.6,
        5 => 926,
        4 => 1_852,
        3 => 3_704,
        2 => 7_408,
        1 => 18_520,
        _ => double.PositiveInfinity,
    };
}
