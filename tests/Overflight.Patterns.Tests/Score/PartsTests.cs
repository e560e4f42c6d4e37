using CsCheck;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;

namespace Overflight.Patterns.Tests.Score;

public class PartsTests
{
    [Fact]
    public void WavesMultiplyToTheGaussianKernel()
    {
        var waves = new RandomWaves(200_000, 3, 0.4, 7);
        double[] a = [0.3, -1, 0.5], b = [0.9, -0.2, 0.1];
        var product = waves.At(a).Zip(waves.At(b), (x, y) => x * y).Sum();
        Assert.Equal(Math.Exp(-0.4 * (0.36 + 0.64 + 0.16)), product, 0.01);
    }

    [Fact]
    public void SystemsAreSolvedAndInverted() => Gen.Double[-1, 1].Array[30].Sample(parts =>
    {
        const int n = 5;
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++)
                    a[i, j] += parts[i * n + k] * parts[j * n + k];
            }
            a[i, i] += 0.5;
        }
        var factor = (double[,])a.Clone();
        var x = PositiveSystem.Solve(factor, parts[25..]);
        for (var i = 0; i < n; i++)
            Assert.Equal(parts[25 + i], Enumerable.Range(0, n).Sum(j => a[i, j] * x[j]), 1e-9);
        var diagonal = PositiveSystem.InverseDiagonal(factor);
        for (var i = 0; i < n; i++)
        {
            var unit = new double[n];
            unit[i] = 1;
            Assert.Equal(PositiveSystem.Solve((double[,])a.Clone(), unit)[i], diagonal[i], 1e-9);
        }
    });

    [Fact]
    public void LogisticRegressionFindsTheShareOfPositives()
    {
        // One column that tells nothing: the intercept must be the logit of the share.
        var weights = LogisticFit.Fit([[0], [0], [0], [0]], [true, false, false, false], 1, [0]);
        Assert.Equal(0, weights[0], 1e-9);
        Assert.Equal(Logistic.Logit(0.25), weights[1], 1e-4);
    }

    [Fact]
    public void FoldsHaveEqualSharesOfPositives() => Gen.Select(Gen.Bool.Array[10, 200], Gen.Int[2, 5], Gen.Int).Sample((isPositive, folds, seed) =>
    {
        var fold = StratifiedFolds.Of(isPositive, folds, seed);
        foreach (var wanted in (bool[])[true, false])
        {
            var counts = Enumerable.Range(0, folds).Select(f => fold.Where((g, i) => g == f && isPositive[i] == wanted).Count()).ToArray();
            Assert.True(counts.Max() - counts.Min() <= 1);
        }
    });

    [Fact]
    public void ATreeSplitsWhereTheLabelsDo()
    {
        double[][] rows = [[1, 5], [2, 5], [3, 5], [4, 5], [5, 5], [6, 5]];
        var tree = TreeGrower.Grow(rows, [0, 0, 0, 1, 1, 1], [1, 1, 1, 1, 1, 1], new TreeOptions(3, 1, 0, 2, false, 1), new Random(1));
        Assert.Equal(3, tree.Count);
        Assert.Equal(0, tree.Predict([3.4, 0]));
        Assert.Equal(1, tree.Predict([3.6, 0]));
    }
}
