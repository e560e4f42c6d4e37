namespace Overflight.Patterns.Score;

/// <summary>
/// Weights of a surveillance model: a kernel model, boosted trees and a randomised forest, blended in the logit by weights that also
/// calibrate it. All parts are sums over features, so the logit is a sum of reasons.
/// </summary>
public sealed partial class SurveillanceModel
{
    // The parts that give no logit are stretched to the size of one before the blend.
    private const double KernelScale = 4;
    private const double ForestScale = 10;

    private readonly FeatureSet _features;
    private readonly KernelPart _kernel;
    private readonly DecisionTree[] _boosted;
    private readonly DecisionTree[] _forest;
    private readonly float[] _blend;

    internal SurveillanceModel(FeatureSet features, KernelPart kernel, DecisionTree[] boosted, DecisionTree[] forest, float[] blend, string description, double baseRate)
    {
        _features = features;
        _kernel = kernel;
        _boosted = boosted;
        _forest = forest;
        _blend = blend;
        Description = description;
        BaseRate = baseRate;
    }

    /// <summary>What the model was trained on, in words.</summary>
    public string Description { get; }

    /// <summary>The share of surveillance aircraft among those it was trained on, 0 to 1: what its probabilities presuppose.</summary>
    public double BaseRate { get; }

    internal FeatureSet Features => _features;

    internal KernelPart Kernel => _kernel;

    internal IReadOnlyList<DecisionTree> Boosted => _boosted;

    internal IReadOnlyList<DecisionTree> Forest => _forest;

    internal IReadOnlyList<float> Blend => _blend;

    /// <summary>A model that this library brings.</summary>
    internal static SurveillanceModel Load(string resource)
    {
        using var stream = typeof(SurveillanceModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource}: not in this build; data/score makes it");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ModelFile.Read(bytes, resource);
    }

    /// <summary>The calibrated logit of a row of features.</summary>
    internal double Logit(ReadOnlySpan<double> row)
    {
        Span<double> parts = stackalloc double[3];
        Parts(row, parts);
        return BlendOf(parts);
    }

    /// <summary>The parts' own outputs, before the blend.</summary>
    internal void Parts(ReadOnlySpan<double> row, Span<double> parts)
    {
        parts.Clear();
        parts[(int)ModelPart.Kernel] = KernelScale * _kernel.Predict(row);
        foreach (var tree in _boosted)
            parts[(int)ModelPart.Boosted] += tree.Predict(row);
        foreach (var tree in _forest)
            parts[(int)ModelPart.Forest] += tree.Predict(row) * ForestScale / _forest.Length;
    }

    /// <summary>The part of each feature in the logit, and the rest, which is the same for every aircraft.</summary>
    internal double Explain(ReadOnlySpan<double> row, Span<double> contributions)
    {
        contributions.Clear();
        var rest = _blend[3] + _kernel.Explain(row, KernelScale * _blend[(int)ModelPart.Kernel], contributions);
        foreach (var tree in _boosted)
            rest += tree.Explain(row, _blend[(int)ModelPart.Boosted], contributions);
        foreach (var tree in _forest)
            rest += tree.Explain(row, _blend[(int)ModelPart.Forest] * ForestScale / _forest.Length, contributions);
        return rest;
    }

    private double BlendOf(ReadOnlySpan<double> parts)
    {
        double logit = _blend[3];
        for (var i = 0; i < parts.Length; i++)
            logit += _blend[i] * parts[i];
        return logit;
    }
}
