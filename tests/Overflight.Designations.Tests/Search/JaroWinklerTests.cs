using CsCheck;
using Overflight.Designations.Search;

namespace Overflight.Designations.Tests.Search;

public sealed class JaroWinklerTests
{
    /// <summary>Winkler (1990), table of examples: MARTHA 0.961, DWAYNE 0.840, DIXON 0.813.</summary>
    [Theory]
    [InlineData("MARTHA", "MARHTA", 961)]
    [InlineData("DWAYNE", "DUANE", 840)]
    [InlineData("DIXON", "DICKSONX", 813)]
    [InlineData("CARTEL", "CARTEL", 1_000)]
    [InlineData("CJNG", "CJNX", 883)]
    [InlineData("LTD", "LDT", 0)]
    [InlineData("YV2739", "YV2738", 0)]
    [InlineData("HARBOR", "CARTEL", 0)]
    public void Similarities_are_those_of_the_papers(string a, string b, int similarity) => Assert.Equal(similarity, JaroWinkler.Of(a, b));

    [Fact]
    public void It_is_that_of_the_reference() => Gen.Select(s_token, s_token).Sample((a, b) =>
    {
        var reference = ReferenceScorer.Winkler(a, b);
        Assert.Equal(a == b ? 1_000 : reference < 800 ? 0 : reference, a == b ? 1_000 : JaroWinkler.OfLetters(a, b));
    }, iter: 20_000);

    [Fact]
    public void Letters_in_common_rule_no_similar_pair_out() => Gen.Select(s_token, s_token).Sample((a, b) =>
    {
        if (a == b || JaroWinkler.OfLetters(a, b) == 0)
            return;
        var (maskA, maskB) = (CommonLetters.MaskOf(a), CommonLetters.MaskOf(b));
        var common = Math.Min(a.Length - System.Numerics.BitOperations.PopCount(maskA & ~maskB), b.Length - System.Numerics.BitOperations.PopCount(maskB & ~maskA));
        var prefix = Math.Min(System.Numerics.BitOperations.TrailingZeroCount(CommonLetters.PrefixOf(a) ^ CommonLetters.PrefixOf(b)) / 16, 4);
        Assert.True(common >= CommonLetters.Least(a.Length, b.Length)[prefix]);
    }, iter: 20_000);

    [Fact]
    public void Pairs_are_assigned_as_by_trying_all() => Gen.Long[0, 6].Array[36].Select(Gen.Int[1, 6], Gen.Int[1, 6]).Sample((values, rows, columns) =>
    {
        var worth = values.Select(value => value < 3 ? 0 : value).ToArray();
        var columnOfRow = new int[16];
        var sum = TokenAssignment.Solve(worth, rows, columns, columnOfRow);
        Assert.Equal(Best(worth, rows, columns, 0, 0), sum);
        var taken = columnOfRow.Take(rows).Where(column => column >= 0).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Equal(sum, Enumerable.Range(0, rows).Where(row => columnOfRow[row] >= 0).Sum(row => worth[row * columns + columnOfRow[row]]));
    }, iter: 5_000);

    private static readonly Gen<string> s_token = Gen.Char["ABCDÑ"].Array[4, 12].Select(letters => new string(letters));

    private static long Best(long[] worth, int rows, int columns, int row, int taken)
    {
        if (row == rows)
            return 0;
        var best = Best(worth, rows, columns, row + 1, taken);
        for (var column = 0; column < columns; column++)
        {
            if ((taken >> column & 1) == 0)
                best = Math.Max(best, worth[row * columns + column] + Best(worth, rows, columns, row + 1, taken | 1 << column));
        }
        return best;
    }
}
