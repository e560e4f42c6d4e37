namespace Overflight.Patterns.Score.Training;

/// <summary>Labels in falling order of score, with the measures that come of it. Rows of equal score count as one step.</summary>
internal sealed class RankedLabels
{
    private readonly List<(double Score, double Precision, double Recall)> _steps = [];

    public RankedLabels(IReadOnlyList<double> scores, IReadOnlyList<bool> isPositive)
    {
        int[] order = [.. Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i])];
        var positives = isPositive.Count(p => p);
        var hits = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (isPositive[order[i]])
                hits++;
            if (i + 1 == order.Length || scores[order[i + 1]] != scores[order[i]])
                _steps.Add((scores[order[i]], hits / (i + 1.0), hits / (double)positives));
        }
    }

    /// <summary>Average precision: the sum over steps of (recall gained) × (precision at the step), no interpolation.</summary>
    public double AveragePrecision
    {
        get
        {
            double sum = 0, before = 0;
            foreach (var (_, precision, recall) in _steps)
            {
                sum += (recall - before) * precision;
                before = recall;
            }
            return sum;
        }
    }

    /// <summary>The greatest recall of any threshold whose precision is at least that given; 0 where there is none.</summary>
    public double RecallAtPrecision(double least) =>
        _steps.Where(s => s.Precision >= least).Select(s => s.Recall).DefaultIfEmpty(0).Max();

    /// <summary>Precision and recall where everything scored at least the threshold is called surveillance.</summary>
    public (double Precision, double Recall) At(double threshold)
    {
        var last = _steps.FindLastIndex(s => s.Score >= threshold);
        return last < 0 ? (1, 0) : (_steps[last].Precision, _steps[last].Recall);
    }
}
