using System.Globalization;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;

namespace Overflight.ScoreTrainer;

/// <summary>The table of ten times five-fold cross-validation in docs/score.md.</summary>
internal static class Evaluation
{
    private const int Repeats = 10;
    private const int Folds = 5;

    public static void Write(TextWriter to, LabelledHistory[] rows, TrainingOptions options)
    {
        var isPositive = Array.ConvertAll(rows, r => r.IsSurveillance);
        var repeats = new double[Repeats][];
        var logits = new double[Repeats][];
        Parallel.For(0, Repeats, r =>
        {
            (logits[r], var sums) = CrossValidation.Run(rows, options, Folds, seed: r + 1);
            repeats[r] = Measures(sums, logits[r], isPositive);
        });
        to.WriteLine("| repeat (seed) | AP | AP, calibrated | recall at precision ≥ 0.95 | precision at p ≥ 0.5 | recall at p ≥ 0.5 | Brier |");
        to.WriteLine("|---|---|---|---|---|---|---|");
        for (var r = 0; r < Repeats; r++)
            to.WriteLine(Line((r + 1).ToString(CultureInfo.InvariantCulture), repeats[r]));
        to.WriteLine(Line("mean", [.. Enumerable.Range(0, repeats[0].Length).Select(m => repeats.Average(r => r[m]))]));
        to.WriteLine(Line("least", [.. Enumerable.Range(0, repeats[0].Length).Select(m => repeats.Min(r => r[m]))]));
        to.WriteLine();
        WriteCalibration(to, logits, isPositive);
    }

    private static double[] Measures(double[] sums, double[] logits, bool[] isPositive)
    {
        var ranked = new RankedLabels(sums, isPositive);
        var calibrated = new RankedLabels(logits, isPositive);
        var (precision, recall) = calibrated.At(0);
        var brier = logits.Select((l, i) => Math.Pow(Logistic.Probability(l) - (isPositive[i] ? 1 : 0), 2)).Average();
        return [ranked.AveragePrecision, calibrated.AveragePrecision, ranked.RecallAtPrecision(0.95), precision, recall, brier];
    }

    private static void WriteCalibration(TextWriter to, double[][] logits, bool[] isPositive)
    {
        to.WriteLine("| said probability | rows (all repeats) | mean said | share that are surveillance |");
        to.WriteLine("|---|---|---|---|");
        double[] edges = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0001];
        var all = logits.SelectMany(l => l.Select((x, i) => (P: Logistic.Probability(x), Y: isPositive[i]))).ToArray();
        for (var e = 0; e + 1 < edges.Length; e++)
        {
            var bin = all.Where(a => a.P >= edges[e] && a.P < edges[e + 1]).ToArray();
            if (bin.Length > 0)
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {edges[e]:0.##} to {Math.Min(1, edges[e + 1]):0.##} | {bin.Length} | {bin.Average(b => b.P):0.000} | {bin.Average(b => b.Y ? 1.0 : 0):0.000} |"));
        }
        to.WriteLine();
    }

    private static string Line(string head, double[] measures) =>
        $"| {head} | {string.Join(" | ", measures.Select(m => m.ToString("0.000", CultureInfo.InvariantCulture)))} |";
}
