namespace Overflight.Designations.Search;

/// <summary>
/// What a score is made of, in whole numbers: docs/lists.md, "The score". A pair of a query token and a name token, that fits by s in thousandths
/// and weights v and w, is worth s (65 v W + 35 w V), where V and W are the sums of all weights of query and name: two thirds of the score are for
/// how much of the query is found, one third for how much of the name it is.
/// </summary>
internal static class NameScoring
{
    /// <summary>The score of a name that is the query.</summary>
    public const int Full = 100_000;

    /// <summary>How much of a hundred the query's tokens make.</summary>
    public const int QueryShare = 65;

    /// <summary>How much of a hundred the name's tokens make.</summary>
    public const int NameShare = 35;

    /// <summary>What is taken off where every token stands in another order.</summary>
    public const int OrderCost = 4_000;

    /// <summary>The weight of a token that so many of so many names have.</summary>
    public static int WeightOf(string token, int holders, int names)
    {
        var rarity = (int)Math.Round(100 * Math.Log(1 + names / (double)Math.Max(holders, 1)));
        return Math.Max(1, LightWords.Contains(token) ? Math.Min(rarity, LightWords.Weight) : Math.Min(rarity, 1_500));
    }

    /// <summary>The worth of a pair.</summary>
    public static long Worth(int similarity, int queryWeight, int nameWeight, int querySum, int nameSum) =>
        JaroWinkler.FitOf(similarity) * ((long)QueryShare * queryWeight * nameSum + (long)NameShare * nameWeight * querySum);

    /// <summary>The score of pairs worth so much, before the cost of their order.</summary>
    public static int ScoreOf(long worth, int querySum, int nameSum) => (int)(worth / ((long)querySum * nameSum));

    /// <summary>The cost of the order: the share of neighbouring found query tokens whose best matches stand the other way round.</summary>
    /// <param name="reversed">Neighbours the other way round.</param>
    /// <param name="found">Query tokens that have a match.</param>
    public static int CostOf(int reversed, int found) => found < 2 ? 0 : OrderCost * reversed / (found - 1);
}
