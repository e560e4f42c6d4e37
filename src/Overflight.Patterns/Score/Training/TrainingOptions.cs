namespace Overflight.Patterns.Score.Training;

/// <summary>How a model is trained; the values were set before the evaluation and are the same for both variants.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Whether squawk, type and volume are used too.</summary>
    public required bool UsesAllColumns { get; init; }

    /// <summary>Types with at least so many aircraft, whatever their class, get a flag.</summary>
    public int LeastOfType { get; init; } = 6;

    /// <summary>Ridge of the logistic model on standardised features.</summary>
    public double LinearRidge { get; init; } = 8;

    /// <summary>Boosted trees.</summary>
    public int BoostedTrees { get; init; } = 150;

    /// <summary>How a boosted tree is grown.</summary>
    public TreeOptions Boosted { get; init; } = new(3, 5, 1, 12, false, 0.08);

    /// <summary>Trees of the forest.</summary>
    public int ForestTrees { get; init; } = 300;

    /// <summary>How a tree of the forest is grown.</summary>
    public TreeOptions Forest { get; init; } = new(20, 3, 0, 12, true, 1);

    /// <summary>Folds inside the training rows, from which the blend is learned.</summary>
    public int InnerFolds { get; init; } = 5;

    /// <summary>Holds the blend to equal weights.</summary>
    public double BlendRidge { get; init; } = 3;

    /// <summary>Weights of the parts that the blend is held to.</summary>
    public IReadOnlyList<double> BlendTowards { get; init; } = [0.33, 0.33, 0.33];

    /// <summary>What everything random comes from.</summary>
    public int Seed { get; init; } = 20170807;
}
