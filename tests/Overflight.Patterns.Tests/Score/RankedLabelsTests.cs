using CsCheck;
using Overflight.Patterns.Score.Training;

namespace Overflight.Patterns.Tests.Score;

public class RankedLabelsTests
{
    private static readonly Gen<(int Score, bool IsPositive)[]> s_rows =
        Gen.Select(Gen.Int[0, 12], Gen.Bool).Array[1, 40].Where(rows => rows.Any(r => r.Item2));

    [Fact]
    public void AveragePrecisionOfAWorkedExample()
    {
        // Hits at ranks 1, 3 and 4 of 5: (1/1 + 2/3 + 3/4) / 3.
        var ranked = new RankedLabels([0.9, 0.8, 0.7, 0.6, 0.5], [true, false, true, true, false]);
        Assert.Equal((1 + 2.0 / 3 + 3.0 / 4) / 3, ranked.AveragePrecision, 1e-9);
        Assert.Equal(1.0 / 3, ranked.RecallAtPrecision(0.95), 1e-9);
        Assert.Equal(1, ranked.RecallAtPrecision(0.75), 1e-9);
        Assert.Equal((2.0 / 3, 2.0 / 3), ranked.At(0.7));
    }

    /// <summary>The oracle asks each positive: of those scored at least as high as you, which share is positive?</summary>
    [Fact]
    public void AveragePrecisionIsTheMeanPrecisionAtThePositives() => s_rows.Sample(rows =>
    {
        var oracle = rows.Where(r => r.IsPositive).Average(p =>
        {
            var above = rows.Where(r => r.Score >= p.Score).ToArray();
            return above.Count(r => r.IsPositive) / (double)above.Length;
        });
        Assert.Equal(oracle, Ranked(rows).AveragePrecision, 1e-9);
    });

    [Fact]
    public void RecallAtPrecisionIsTheBestOfAllThresholds() => Gen.Select(s_rows, Gen.Double[0.1, 1]).Sample((rows, least) =>
    {
        var positives = rows.Count(r => r.IsPositive);
        var oracle = Enumerable.Range(0, 13)
            .Select(threshold => rows.Where(r => r.Score >= threshold).ToArray())
            .Where(kept => kept.Length > 0 && kept.Count(r => r.IsPositive) >= least * kept.Length)
            .Select(kept => kept.Count(r => r.IsPositive) / (double)positives)
            .DefaultIfEmpty(0)
            .Max();
        Assert.Equal(oracle, Ranked(rows).RecallAtPrecision(least), 1e-9);
    });

    [Fact]
    public void TheOrderOfRowsChangesNothing() => s_rows.Sample(rows =>
    {
        var turned = rows.Reverse().ToArray();
        Assert.Equal(Ranked(rows).AveragePrecision, Ranked(turned).AveragePrecision, 1e-9);
    });

    private static RankedLabels Ranked((int Score, bool IsPositive)[] rows) =>
        new([.. rows.Select(r => (double)r.Score)], [.. rows.Select(r => r.IsPositive)]);
}
