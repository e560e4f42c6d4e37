namespace Overflight.Tracks.Integrity;

/// <summary>Containment radius Rc from the navigation integrity category (DO-260B table 2-70 and 2.2.3.2.3).</summary>
public static class NavigationIntegrity
{
    /// <summary>
    /// The radius that holds the true position except with the probability of the source integrity level, metres.
    /// Where a category stands for several radii (NIC 6: 0.3, 0.5 or 0.6 NM by the supplements), the largest.
    /// Infinite for NIC 0, which promises nothing.
    /// </summary>
    public static double ContainmentMetres(int nic) => nic switch
    {
        11 => 7.5,
        10 => 25,
        9 => 75,
        8 => 185.2,
        7 => 370.4,
        6 => 1_111.2,
        5 => 1_852,
        4 => 3_704,
        3 => 7_408,
        2 => 14_816,
        1 => 37_040,
        _ => double.PositiveInfinity,
    };
}
