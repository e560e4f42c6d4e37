namespace Overflight.Patterns.Score.Training;

/// <summary>How a model is trained; the values were set before the evaluation and are the same for both variants.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Whether squawk, type and volume are used too.</summary>
    public required bool UsesAllColumns { get; init; }

    /// <summary>Types with at least so many aircraft, whatever their class, get a flag.</summary>
    public int LeastOfType { get; init; } = 6;

    /// <summary>Waves of the kernel model.</summary>
    public int KernelWaves { get; init; } = 4000;

    /// <summary>Widths and ridges that the kernel model may have; which, is chosen from the training rows alone.</summary>
    public IReadOnlyList<KernelShape> KernelShapes { get; init; } = [.. from sharpness in (double[])[1, 2.5] from ridge in (double[])[0.1, 0.3] select new KernelShape(sharpness, ridge)];

    /// <summary>Boosted trees.</summary>
    public int BoostedTrees { get; init; } = 300;

    /// <summary>How a boosted tree is grown.</summary>
    public TreeOptions Boosted { get; init; } = new(6, 2, 6, 6, true, 0.1);

    /// <summary>Trees of the forest.</summary>
    public int ForestTrees { get; init; } = 120;

    /// <summary>How a tree of the forest is grown.</summary>
    public TreeOptions Forest { get; init; } = new(30, 1, 0, 6, true, 1);

    /// <summary>Folds inside the training rows, from which the calibration is learned.</summary>
    public int InnerFolds { get; init; } = 5;

    /// <summary>Weights of kernel, boosted trees and forest.</summary>
    public IReadOnlyList<double> BlendWeights { get; init; } = [0.5, 0.3, 0.2];

    /// <summary>What everything random comes from.</summary>
    public int Seed { get; init; } = 20170807;
}
