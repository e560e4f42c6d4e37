namespace Overflight.Misb.Sight;

/// <summary>Middle values.</summary>
internal static class Median
{
    /// <summary>The value that a part of all are below; NaN of none. Sorts the list.</summary>
    public static double Part(List<double> values, double part)
    {
        if (values.Count == 0)
            return double.NaN;
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(part * values.Count))];
    }

    public static double Of(List<double> values) => Part(values, 0.5);
}
