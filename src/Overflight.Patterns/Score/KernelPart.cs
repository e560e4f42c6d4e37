namespace Overflight.Patterns.Score;

/// <summary>
/// Kernel ridge regression on standardised features by random waves: near to aircraft of a kind, it says that kind; far from all, 0.
/// Features are held within four deviations, so that odd data cannot run away.
/// </summary>
internal sealed class KernelPart(float[] mean, float[] deviation, float gamma, uint seed, float[] weight)
{
    private const double Widest = 4;

    private readonly RandomWaves _waves = new(weight.Length, mean.Length, gamma, seed);

    public ReadOnlySpan<float> Means => mean;

    public ReadOnlySpan<float> Deviations => deviation;

    public ReadOnlySpan<float> Weights => weight;

    public float Gamma => gamma;

    public uint Seed => seed;

    /// <summary>About 1 near surveillance aircraft, −1 near others.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        var point = Standardised(row, mean, deviation);
        var sum = 0.0;
        for (var w = 0; w < weight.Length; w++)
            sum += weight[w] * Math.Cos(_waves.Along(w, point) + _waves.Phases[w]);
        return sum * _waves.Amplitude;
    }

    /// <summary>
    /// Adds to each feature's entry its part of the prediction times a scale, and returns the prediction for the average aircraft times
    /// the scale: together they add up. The parts are integrated gradients from the average (Sundararajan, Taly and Yan 2017), which a
    /// wave has in closed form.
    /// </summary>
    public double Explain(ReadOnlySpan<double> row, double scale, Span<double> contributions)
    {
        var point = Standardised(row, mean, deviation);
        var atAverage = 0.0;
        for (var w = 0; w < weight.Length; w++)
        {
            var along = _waves.Along(w, point);
            var phase = _waves.Phases[w];
            var height = scale * weight[w] * _waves.Amplitude;
            atAverage += height * Math.Cos(phase);
            // (cos(u + b) − cos b) / u, without the cancellation near u = 0.
            var half = along / 2;
            var slope = -Math.Sin(half + phase) * (Math.Abs(half) < 1e-8 ? 1 : Math.Sin(half) / half);
            var direction = _waves.Directions[w];
            for (var i = 0; i < point.Length; i++)
                contributions[i] += height * slope * direction[i] * point[i];
        }
        return atAverage;
    }

    internal static double[] Standardised(ReadOnlySpan<double> row, float[] mean, float[] deviation)
    {
        var point = new double[row.Length];
        for (var i = 0; i < point.Length; i++)
            point[i] = Math.Clamp((row[i] - mean[i]) / deviation[i], -Widest, Widest);
        return point;
    }
}
