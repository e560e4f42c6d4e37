using Overflight.Geodesy;

namespace Overflight.Feeds.Asterix;

/// <summary>Radii from the quality codes of ASTERIX reports.</summary>
internal static class PositionQuality
{
    /// <summary>The radius that holds a circular normal error 95 times in 100, in standard deviations.</summary>
    public const double Sigmas95 = 2.448;

    /// <summary>The 95 % radius of a standard deviation on either axis; NaN for 0, which no tracker reaches.</summary>
    public static float Radius95(double sigmaMetres) => sigmaMetres > 0 ? (float)(sigmaMetres * Sigmas95) : float.NaN;

    /// <summary>Position integrity category (I021/090, third extension): containment in nautical miles, here in metres; NaN for 0 and the undefined.</summary>
    public static float ContainmentOfPic(int pic) => pic switch
    {
        14 => 7.5f,
        13 => 25f,
        12 => 75f,
        11 => Miles(0.1),
        10 => Miles(0.2),
        9 => Miles(0.3),
        8 => Miles(0.5),
        7 => Miles(0.6),
        6 => Miles(1),
        5 => Miles(2),
        4 => Miles(4),
        3 => Miles(8),
        2 => Miles(10),
        1 => Miles(20),
        _ => float.NaN,
    };

    /// <summary>
    /// NUCp (DO-260 table 2-11; category 021 up to 0.26, or MOPS version 0): horizontal protection limit and 95 %
    /// figure of merit, metres; NaN for 0, which promises nothing.
    /// </summary>
    public static (float ContainmentMetres, float AccuracyMetres) OfNucp(int nucp) => nucp switch
    {
        9 => (7.5f, 3f),
        8 => (25f, 10f),
        7 => (Miles(0.1), Miles(0.05)),
        6 => (Miles(0.2), Miles(0.1)),
        5 => (Miles(0.5), Miles(0.25)),
        4 => (Miles(1), Miles(0.5)),
        3 => (Miles(2), Miles(1)),
        2 => (Miles(10), Miles(5)),
        1 => (Miles(20), Miles(10)),
        _ => (float.NaN, float.NaN),
    };

    private static float Miles(double nauticalMiles) => (float)(nauticalMiles * Wgs84.MetresPerNauticalMile);
}
