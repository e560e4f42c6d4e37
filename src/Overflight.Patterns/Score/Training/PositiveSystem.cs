namespace Overflight.Patterns.Score.Training;

/// <summary>Solves a symmetric positive definite system by Cholesky's factors.</summary>
internal static class PositiveSystem
{
    /// <summary>x with A x = b; only A's lower triangle is read, and it is overwritten by its factor.</summary>
    public static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                    sum -= a[i, k] * a[j, k];
                a[i, j] = i == j ? Math.Sqrt(sum) : sum / a[j, j];
            }
        }
        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = b[i];
            for (var k = 0; k < i; k++)
                sum -= a[i, k] * x[k];
            x[i] = sum / a[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < n; k++)
                sum -= a[k, i] * x[k];
            x[i] = sum / a[i, i];
        }
        return x;
    }

    /// <summary>The diagonal of A⁻¹, from the factor that <see cref="Solve"/> left in A's lower triangle.</summary>
    public static double[] InverseDiagonal(double[,] factor)
    {
        var n = factor.GetLength(0);
        var diagonal = new double[n];
        var column = new double[n];
        for (var c = 0; c < n; c++)
        {
            for (var i = c; i < n; i++)
            {
                var sum = i == c ? 1.0 : 0;
                for (var k = c; k < i; k++)
                    sum -= factor[i, k] * column[k];
                column[i] = sum / factor[i, i];
                diagonal[c] += column[i] * column[i];
            }
        }
        return diagonal;
    }
}
