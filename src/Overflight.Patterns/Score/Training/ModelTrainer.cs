namespace Overflight.Patterns.Score.Training;

/// <summary>Trains a model: its parts on all rows, the blend on what parts trained on other folds say of each row.</summary>
internal static class ModelTrainer
{
    public static SurveillanceModel Train(LabelledHistory[] rows, TrainingOptions options, string description = "")
    {
        var isPositive = Array.ConvertAll(rows, r => r.IsSurveillance);
        var features = options.UsesAllColumns ? FeatureSet.UnitedStates(Types(rows, options.LeastOfType)) : FeatureSet.Behaviour;
        var table = Array.ConvertAll(rows, r => features.Row(r.History));
        var whole = Fit(features, table, isPositive, options, [0, 0, 0, 0], description);
        return new SurveillanceModel(features, whole.Linear, [.. whole.Boosted], [.. whole.Forest], Blend(features, table, isPositive, options), description, whole.BaseRate);
    }

    private static float[] Blend(FeatureSet features, double[][] table, bool[] isPositive, TrainingOptions options)
    {
        var fold = StratifiedFolds.Of(isPositive, options.InnerFolds, options.Seed);
        var parts = new double[table.Length][];
        for (var f = 0; f < options.InnerFolds; f++)
        {
            int[] inside = [.. Enumerable.Range(0, table.Length).Where(i => fold[i] != f)];
            var model = Fit(features, Array.ConvertAll(inside, i => table[i]), Array.ConvertAll(inside, i => isPositive[i]), options, [0, 0, 0, 0], "");
            for (var i = 0; i < table.Length; i++)
            {
                if (fold[i] == f)
                    model.Parts(table[i], parts[i] = new double[3]);
            }
        }
        return Array.ConvertAll(LogisticFit.Fit(parts, isPositive, options.BlendRidge, [.. options.BlendTowards]), w => (float)w);
    }

    private static SurveillanceModel Fit(FeatureSet features, double[][] table, bool[] isPositive, TrainingOptions options, float[] blend, string description) => new(
        features,
        FitLinear(table, isPositive, options.LinearRidge),
        BoostedTrees.Fit(table, isPositive, options.BoostedTrees, options.Boosted, options.Seed + 1),
        RandomisedForest.Fit(table, isPositive, options.ForestTrees, options.Forest, options.Seed + 2),
        blend,
        description,
        isPositive.Count(p => p) / (double)isPositive.Length);

    private static LinearPart FitLinear(double[][] table, bool[] isPositive, double ridge)
    {
        var n = table[0].Length;
        var mean = new float[n];
        var deviation = new float[n];
        for (var i = 0; i < n; i++)
        {
            var average = table.Average(r => r[i]);
            mean[i] = (float)average;
            deviation[i] = (float)Math.Max(Math.Sqrt(table.Average(r => (r[i] - average) * (r[i] - average))), 1e-3);
        }
        var scaled = Array.ConvertAll(table, r => Enumerable.Range(0, n).Select(i => LinearPart.Standardised(r[i], mean[i], deviation[i])).ToArray());
        var weights = Array.ConvertAll(LogisticFit.Fit(scaled, isPositive, ridge, new double[n]), w => (float)w);
        return new LinearPart(mean, deviation, weights[..n], weights[n]);
    }

    private static IEnumerable<string> Types(LabelledHistory[] rows, int least) => rows
        .GroupBy(r => r.History.TypeDesignator)
        .Where(g => g.Count() >= least)
        .Select(g => g.Key)
        .Order(StringComparer.Ordinal);
}
