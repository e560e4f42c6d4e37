namespace Overflight.Dossiers.Map;

/// <summary>Round steps for scales.</summary>
internal static class NiceStep
{
    private static readonly double[] Degrees = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30];

    /// <summary>1, 2 or 5 times a power of ten, at most a value.</summary>
    public static double AtMost(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power;
    }

    /// <summary>A step of a graticule that divides a span into few parts.</summary>
    public static double OfDegrees(double span)
    {
        foreach (var step in Degrees)
            if (span / step <= 7)
                return step;
        return Degrees[^1];
    }
}
