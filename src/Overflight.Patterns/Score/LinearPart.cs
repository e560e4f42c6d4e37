namespace Overflight.Patterns.Score;

/// <summary>A logistic model on standardised features, held within four deviations so that odd data cannot run away with the score.</summary>
internal sealed class LinearPart(float[] mean, float[] deviation, float[] weight, float intercept)
{
    private const double Widest = 4;

    public ReadOnlySpan<float> Means => mean;

    public ReadOnlySpan<float> Deviations => deviation;

    public ReadOnlySpan<float> Weights => weight;

    public float Intercept => intercept;

    /// <summary>The logit.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        double sum = intercept;
        for (var i = 0; i < weight.Length; i++)
            sum += weight[i] * Standardised(row[i], mean[i], deviation[i]);
        return sum;
    }

    /// <summary>Adds each feature's part of the logit times a weight, and returns the rest.</summary>
    public double Explain(ReadOnlySpan<double> row, double scale, Span<double> contributions)
    {
        for (var i = 0; i < weight.Length; i++)
            contributions[i] += scale * weight[i] * Standardised(row[i], mean[i], deviation[i]);
        return scale * intercept;
    }

    internal static double Standardised(double x, float mean, float deviation) =>
        Math.Clamp((x - mean) / deviation, -Widest, Widest);
}
