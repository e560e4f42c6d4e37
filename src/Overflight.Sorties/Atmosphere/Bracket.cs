namespace Overflight.Sorties.Atmosphere;

/// <summary>Where a value lies on a rising axis.</summary>
internal static class Bracket
{
    /// <summary>The node at or below the value and the fraction towards the next; held to the axis' ends.</summary>
    public static (int Index, double Fraction) Of(double[] axis, double value)
    {
        if (!(value > axis[0]))
            return (0, 0);
        if (value >= axis[^1])
            return (axis.Length - 1, 0);
        var found = Array.BinarySearch(axis, value);
        if (found >= 0)
            return (found, 0);
        var index = ~found - 1;
        return (index, (value - axis[index]) / (axis[index + 1] - axis[index]));
    }
}
