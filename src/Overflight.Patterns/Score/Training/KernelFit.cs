using System.Numerics;

namespace Overflight.Patterns.Score.Training;

/// <summary>Fits a <see cref="KernelPart"/>, and chooses its width and ridge by what it says of each row when that row is left out.</summary>
internal static class KernelFit
{
    // Positives are fewer, so the ridge gives way to them.
    private const double PositiveWeight = 2.5;

    public static KernelPart Fit(double[][] table, bool[] isPositive, TrainingOptions options, KernelShape shape)
    {
        var (mean, deviation) = Standard(table);
        var gamma = (float)(shape.Sharpness / mean.Length);
        var waves = new RandomWaves(options.KernelWaves, mean.Length, gamma, (uint)options.Seed);
        var heights = Array.ConvertAll(table, r => waves.At(KernelPart.Standardised(r, mean, deviation)));
        var dual = PositiveSystem.Solve(Gram(heights, isPositive, shape.Ridge), Targets(isPositive));
        var weights = new float[options.KernelWaves];
        for (var w = 0; w < weights.Length; w++)
        {
            var sum = 0.0;
            for (var i = 0; i < dual.Length; i++)
                sum += dual[i] * heights[i][w];
            weights[w] = (float)sum;
        }
        return new KernelPart(mean, deviation, gamma, (uint)options.Seed, weights);
    }

    /// <summary>The shape with the best average precision when each row is left out in turn; only the rows given are looked at.</summary>
    public static KernelShape Choose(double[][] table, bool[] isPositive, IReadOnlyList<KernelShape> shapes)
    {
        if (shapes.Count == 1)
            return shapes[0];
        var (mean, deviation) = Standard(table);
        var points = Array.ConvertAll(table, r => KernelPart.Standardised(r, mean, deviation));
        var targets = Targets(isPositive);
        return shapes.MaxBy(shape => new RankedLabels(LeftOut(points, targets, isPositive, shape), isPositive).AveragePrecision)!;
    }

    /// <summary>What ridge regression says of each row without it: y − a / diag(A⁻¹), a = A⁻¹ y.</summary>
    private static double[] LeftOut(double[][] points, double[] targets, bool[] isPositive, KernelShape shape)
    {
        var n = points.Length;
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                matrix[i, j] = Math.Exp(-shape.Sharpness / points[i].Length * SquaredDistance(points[i], points[j]));
            matrix[i, i] += RidgeOf(isPositive[i], shape.Ridge);
        }
        var dual = PositiveSystem.Solve(matrix, targets);
        var inverse = PositiveSystem.InverseDiagonal(matrix);
        return [.. targets.Select((y, i) => y - dual[i] / inverse[i])];
    }

    private static double[,] Gram(double[][] heights, bool[] isPositive, double ridge)
    {
        var gram = new double[heights.Length, heights.Length];
        for (var i = 0; i < heights.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                gram[i, j] = Dot(heights[i], heights[j]);
            gram[i, i] += RidgeOf(isPositive[i], ridge);
        }
        return gram;
    }

    private static double RidgeOf(bool isPositive, double ridge) => isPositive ? ridge / PositiveWeight : ridge;

    private static double[] Targets(bool[] isPositive) => Array.ConvertAll(isPositive, p => p ? 1.0 : -1.0);

    private static double SquaredDistance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sum += new Vector<double>(a, i) * new Vector<double>(b, i);
        var rest = Vector.Sum(sum);
        for (; i < a.Length; i++)
            rest += a[i] * b[i];
        return rest;
    }

    private static (float[] Mean, float[] Deviation) Standard(double[][] table)
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
        return (mean, deviation);
    }
}
