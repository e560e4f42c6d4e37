namespace Overflight.Patterns.Score;

/// <summary>
/// The classes of the study's columns. The turn breaks are published. Of the others the study says only that they are quintiles over
/// 500 aircraft; the edges here are estimates, made from how known types spread over the classes (docs/score.md).
/// </summary>
internal static class HistoryBins
{
    /// <summary>Breaks between the classes of flight duration, minutes (estimated).</summary>
    public static ReadOnlySpan<double> DurationMinutes => [10, 22, 40, 70];

    /// <summary>Breaks between the classes of bounding box, square kilometres (estimated).</summary>
    public static ReadOnlySpan<double> AreaSquareKilometres => [120, 800, 3_000, 12_000];

    /// <summary>Breaks between the classes of ground speed, knots (estimated).</summary>
    public static ReadOnlySpan<double> SpeedKnots => [103, 125, 158, 212];

    /// <summary>Breaks between the classes of altitude, feet (estimated).</summary>
    public static ReadOnlySpan<double> AltitudeFeet => [1_600, 2_900, 4_800, 11_000];

    /// <summary>Breaks between the classes of turn, degrees, left negative (published).</summary>
    public static ReadOnlySpan<double> TurnDegrees => [-25, -10, -1, 0, 1, 22, 45];

    /// <summary>The class of a value: as the study's tool cuts, each class holds its upper break.</summary>
    public static int ClassOf(double value, ReadOnlySpan<double> breaks)
    {
        var found = 0;
        while (found < breaks.Length && value > breaks[found])
            found++;
        return found;
    }
}
