namespace Overflight.Patterns.Score.Training;

/// <summary>Stratified cross-validation: every row is scored by a model, blend and calibration included, that never saw it.</summary>
internal static class CrossValidation
{
    /// <summary>The logit of each row, and the same before calibration, whose slope and offset differ a little from fold to fold.</summary>
    public static (double[] Logits, double[] Sums) Run(LabelledHistory[] rows, TrainingOptions options, int folds, int seed)
    {
        var fold = StratifiedFolds.Of(Array.ConvertAll(rows, r => r.IsSurveillance), folds, seed);
        var logits = new double[rows.Length];
        var sums = new double[rows.Length];
        for (var f = 0; f < folds; f++)
        {
            var model = ModelTrainer.Train([.. rows.Where((_, i) => fold[i] != f)], options);
            for (var i = 0; i < rows.Length; i++)
            {
                if (fold[i] == f)
                {
                    logits[i] = model.Logit(model.Features.Row(rows[i].History));
                    sums[i] = (logits[i] - model.Blend[^1]) / model.Blend.SkipLast(1).Sum();
                }
            }
        }
        return (logits, sums);
    }
}
