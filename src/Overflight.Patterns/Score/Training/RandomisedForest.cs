namespace Overflight.Patterns.Score.Training;

/// <summary>Extremely randomised trees (Geurts, Ernst and Wehenkel 2006): all rows in every tree, thresholds at random; values are shares of positives.</summary>
internal static class RandomisedForest
{
    public static DecisionTree[] Fit(double[][] rows, bool[] isPositive, int trees, TreeOptions options, int seed)
    {
        var random = new Random(seed);
        var gradient = Array.ConvertAll(isPositive, p => p ? 1.0 : 0.0);
        var curvature = new double[rows.Length];
        Array.Fill(curvature, 1);
        var fitted = new DecisionTree[trees];
        for (var t = 0; t < trees; t++)
            fitted[t] = TreeGrower.Grow(rows, gradient, curvature, options, random);
        return fitted;
    }
}
