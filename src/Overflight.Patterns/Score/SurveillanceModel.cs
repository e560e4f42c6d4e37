namespace Overflight.Patterns.Score;

/// <summary>
/// Weights of a surveillance model: a logistic model, boosted trees and a randomised forest, blended in the logit by weights that also
/// calibrate it. All parts are sums over features, so the logit is a sum of reasons.
/// </summary>
public sealed partial class SurveillanceModel
{
    // The forest's share of positives, stretched to the size of a logit before the blend.
    internal const double ForestScale = 10;

    private readonly FeatureSet _features;
    private readonly LinearPart _linear;
    private readonly DecisionTree[] _boosted;
    private readonly DecisionTree[] _forest;
    private readonly float[] _blend;

    internal SurveillanceModel(FeatureSet features, LinearPart linear, DecisionTree[] boosted, DecisionTree[] forest, float[] blend, string description, double baseRate)
    {
        _features = features;
        _linear = linear;
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

    internal LinearPart Linear => _linear;

    internal IReadOnlyList<DecisionTree> Boosted => _boosted;

    internal IReadOnlyList<DecisionTree> Forest => _forest;

    internal IReadOnlyList<float> Blend => _blend;

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
        parts[(int)ModelPart.Linear] = _linear.Predict(row);
        foreach (var tree in _boosted)
            parts[(int)ModelPart.Boosted] += tree.Predict(row);
        foreach (var tree in _forest)
            parts[(int)ModelPart.Forest] += tree.Predict(row) * ForestScale / _forest.Length;
    }

    /// <summary>The part of each feature in the logit, and the rest, which is the same for every aircraft.</summary>
    internal double Explain(ReadOnlySpan<double> row, Span<double> contributions)
    {
        contributions.Clear();
        var rest = _blend[3] + _linear.Explain(row, _blend[(int)ModelPart.Linear], contributions);
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
