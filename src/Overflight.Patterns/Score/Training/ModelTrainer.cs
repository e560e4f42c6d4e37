namespace Overflight.Patterns.Score.Training;

/// <summary>Trains a model: its parts on all rows, the blend on what parts trained on other folds say of each row.</summary>
internal static class ModelTrainer
{
    private const double CalibrationRidge = 1;
    private const double LeastSlope = 0.1;

    public static SurveillanceModel Train(LabelledHistory[] rows, TrainingOptions options, string description = "")
    {
        var isPositive = Array.ConvertAll(rows, r => r.IsSurveillance);
        var features = options.UsesAllColumns ? FeatureSet.UnitedStates(Types(rows, options.LeastOfType)) : FeatureSet.Behaviour;
        var table = Array.ConvertAll(rows, r => features.Row(r.History));
        var shape = KernelFit.Choose(table, isPositive, options.KernelShapes);
        var whole = Fit(features, table, isPositive, options, shape);
        return new SurveillanceModel(features, whole.Kernel, [.. whole.Boosted], [.. whole.Forest], Blend(features, table, isPositive, options, shape), description, whole.BaseRate);
    }

    private static float[] Blend(FeatureSet features, double[][] table, bool[] isPositive, TrainingOptions options, KernelShape shape)
    {
        var fold = StratifiedFolds.Of(isPositive, options.InnerFolds, options.Seed);
        var parts = new double[table.Length][];
        for (var f = 0; f < options.InnerFolds; f++)
        {
            int[] inside = [.. Enumerable.Range(0, table.Length).Where(i => fold[i] != f)];
            var model = Fit(features, Array.ConvertAll(inside, i => table[i]), Array.ConvertAll(inside, i => isPositive[i]), options, shape);
            for (var i = 0; i < table.Length; i++)
            {
                if (fold[i] == f)
                    model.Parts(table[i], parts[i] = new double[3]);
            }
        }
        // Platt 1999: slope and offset; a greater score always means a greater probability.
        var sums = Array.ConvertAll(parts, p => new[] { p.Select((v, i) => v * options.BlendWeights[i]).Sum() });
        var line = LogisticFit.Fit(sums, isPositive, CalibrationRidge, [1]);
        var slope = Math.Max(line[0], LeastSlope);
        return [.. options.BlendWeights.Select(w => (float)(w * slope)), (float)line[1]];
    }

    private static SurveillanceModel Fit(FeatureSet features, double[][] table, bool[] isPositive, TrainingOptions options, KernelShape shape) => new(
        features,
        KernelFit.Fit(table, isPositive, options, shape),
        BoostedTrees.Fit(table, isPositive, options.BoostedTrees, options.Boosted, options.Seed + 1),
        RandomisedForest.Fit(table, isPositive, options.ForestTrees, options.Forest, options.Seed + 2),
        [0, 0, 0, 0],
        "",
        isPositive.Count(p => p) / (double)isPositive.Length);

    private static IEnumerable<string> Types(LabelledHistory[] rows, int least) => rows
        .GroupBy(r => r.History.TypeDesignator)
        .Where(g => g.Count() >= least)
        .Select(g => g.Key)
        .Order(StringComparer.Ordinal);
}
