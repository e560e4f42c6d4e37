namespace Overflight.Patterns.Score;

/// <summary>The logistic function and its inverse.</summary>
internal static class Logistic
{
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    public static double Logit(double probability) => Math.Log(probability / (1 - probability));
}
