namespace Overflight.Patterns.Score;

/// <summary>
/// Waves whose mean product is the Gaussian kernel exp(−γ|x − y|²) (Rahimi and Recht 2007). Made anew from a seed, so that a model
/// file holds neither them nor any row it was trained on.
/// </summary>
internal sealed class RandomWaves
{
    private ulong _state;

    public RandomWaves(int count, int features, double gamma, uint seed)
    {
        _state = seed;
        Directions = new double[count][];
        Phases = new double[count];
        var deviation = Math.Sqrt(2 * gamma);
        for (var w = 0; w < count; w++)
        {
            var direction = Directions[w] = new double[features];
            for (var i = 0; i < features; i++)
                direction[i] = deviation * NextNormal();
            Phases[w] = 2 * Math.PI * NextUniform();
        }
        Amplitude = Math.Sqrt(2.0 / count);
    }

    /// <summary>The waves' directions.</summary>
    public double[][] Directions { get; }

    /// <summary>The waves' phases, radians.</summary>
    public double[] Phases { get; }

    /// <summary>Every wave's height.</summary>
    public double Amplitude { get; }

    /// <summary>The heights of all waves at a point.</summary>
    public double[] At(ReadOnlySpan<double> point)
    {
        var heights = new double[Phases.Length];
        for (var w = 0; w < heights.Length; w++)
            heights[w] = Amplitude * Math.Cos(Along(w, point) + Phases[w]);
        return heights;
    }

    /// <summary>How far a point lies along a wave, radians.</summary>
    public double Along(int wave, ReadOnlySpan<double> point)
    {
        var direction = Directions[wave];
        var sum = 0.0;
        for (var i = 0; i < direction.Length; i++)
            sum += direction[i] * point[i];
        return sum;
    }

    // Box and Muller 1958.
    private double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextUniform())) * Math.Cos(2 * Math.PI * NextUniform());

    // SplitMix64 (Steele, Lea and Flood 2014): the same on every runtime, as a model file must be.
    private double NextUniform()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
