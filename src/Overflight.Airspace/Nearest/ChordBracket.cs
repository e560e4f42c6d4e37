using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>
/// Between which bounds a geodesic's length lies when its straight chord is known. Normal curvature on WGS-84 lies
/// between 1/Rmax and 1/Rmin, with Rmin = b²/a and Rmax = a²/b; a geodesic bends with its normal curvature, so by Schur's
/// theorem its chord is at least that of a circle of radius Rmin. The other side is the chord of a circle of radius
/// Rmax, which torsion could spoil in principle; on this ellipsoid ten million random pairs show no case.
/// </summary>
internal static class ChordBracket
{
    private const double LeastRadius = Wgs84.SemiMinorAxisMetres * Wgs84.SemiMinorAxisMetres / Wgs84.SemiMajorAxisMetres;
    private const double GreatestRadius = Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres / Wgs84.SemiMinorAxisMetres;
    private const double HalfTurn = Math.PI * LeastRadius;

    /// <summary>No geodesic with this chord is shorter, metres.</summary>
    public static double LeastArc(double chord) => 2 * GreatestRadius * Math.Asin(Math.Min(1, chord / (2 * GreatestRadius)));

    /// <summary>No geodesic with this chord is longer, metres.</summary>
    public static double GreatestArc(double chord) => 2 * LeastRadius * Math.Asin(Math.Min(1, chord / (2 * LeastRadius)));

    /// <summary>No two places this far apart have a longer chord, metres.</summary>
    public static double GreatestChord(double arc) => arc >= HalfTurn ? 2 * GreatestRadius : 2 * GreatestRadius * Math.Sin(arc / (2 * GreatestRadius));

    /// <summary>No path of two legs this long in all has a longer sum of chords (sine is concave: equal legs are the worst).</summary>
    public static double GreatestChordSum(double arcs) => 2 * GreatestChord(arcs / 2);

    /// <summary>No path of two legs whose chords have this sum is shorter.</summary>
    public static double LeastArcSum(double chords) => 2 * LeastArc(chords / 2);
}
