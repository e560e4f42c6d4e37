namespace Overflight.Patterns.Score.Training;

/// <summary>Logistic regression with a ridge towards given weights, by Newton's method; the intercept, last, is free.</summary>
internal static class LogisticFit
{
    private const int Steps = 25;

    /// <summary>Weights of the columns, then the intercept.</summary>
    public static double[] Fit(double[][] rows, bool[] isPositive, double ridge, double[] towards)
    {
        var n = towards.Length;
        var weights = new double[n + 1];
        towards.CopyTo(weights, 0);
        var row = new double[n + 1];
        row[n] = 1;
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[n + 1];
            var hessian = new double[n + 1, n + 1];
            for (var i = 0; i < n; i++)
            {
                gradient[i] = -ridge * (weights[i] - towards[i]);
                hessian[i, i] = ridge;
            }
            hessian[n, n] = 1e-6;
            for (var r = 0; r < rows.Length; r++)
            {
                rows[r].CopyTo(row, 0);
                Accumulate(row, isPositive[r], weights, gradient, hessian);
            }
            var change = PositiveSystem.Solve(hessian, gradient);
            var largest = 0.0;
            for (var i = 0; i <= n; i++)
            {
                weights[i] += Math.Clamp(change[i], -2, 2);
                largest = Math.Max(largest, Math.Abs(change[i]));
            }
            if (largest < 1e-9)
                break;
        }
        return weights;
    }

    private static void Accumulate(double[] row, bool isPositive, double[] weights, double[] gradient, double[,] hessian)
    {
        var logit = 0.0;
        for (var i = 0; i < row.Length; i++)
            logit += weights[i] * row[i];
        var p = Logistic.Probability(logit);
        var error = (isPositive ? 1 : 0) - p;
        var curvature = Math.Max(p * (1 - p), 1e-9);
        for (var i = 0; i < row.Length; i++)
        {
            gradient[i] += error * row[i];
            for (var j = 0; j <= i; j++)
                hessian[i, j] += curvature * row[i] * row[j];
        }
    }
}
