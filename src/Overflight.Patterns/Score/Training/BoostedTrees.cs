namespace Overflight.Patterns.Score.Training;

/// <summary>Gradient boosting with the logistic loss: each tree a Newton step from the sum of those before.</summary>
internal static class BoostedTrees
{
    public static DecisionTree[] Fit(double[][] rows, bool[] isPositive, int trees, TreeOptions options, int seed)
    {
        var random = new Random(seed);
        var sum = new double[rows.Length];
        var gradient = new double[rows.Length];
        var curvature = new double[rows.Length];
        var fitted = new DecisionTree[trees];
        for (var t = 0; t < trees; t++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var p = Logistic.Probability(sum[i]);
                gradient[i] = (isPositive[i] ? 1 : 0) - p;
                curvature[i] = Math.Max(p * (1 - p), 1e-6);
            }
            fitted[t] = TreeGrower.Grow(rows, gradient, curvature, options, random);
            for (var i = 0; i < rows.Length; i++)
                sum[i] += fitted[t].Predict(rows[i]);
        }
        return fitted;
    }
}
