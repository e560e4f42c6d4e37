namespace Overflight.Patterns.Score.Training;

/// <summary>Parts rows into folds with the same share of positives in each, at random from a seed.</summary>
internal static class StratifiedFolds
{
    /// <summary>The fold of each row, 0 to <paramref name="folds"/> − 1.</summary>
    public static int[] Of(bool[] isPositive, int folds, int seed)
    {
        var random = new Random(seed);
        var fold = new int[isPositive.Length];
        var next = 0;
        foreach (var wanted in (bool[])[true, false])
        {
            int[] members = [.. Enumerable.Range(0, isPositive.Length).Where(i => isPositive[i] == wanted)];
            random.Shuffle(members);
            foreach (var i in members)
                fold[i] = next++ % folds;
        }
        return fold;
    }
}
