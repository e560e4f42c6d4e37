using Overflight.Patterns.Score;

namespace Overflight.Dossiers;

/// <summary>The surveillance score in a sentence.</summary>
public static class SurveillanceSentence
{
    private const int MostReasons = 3;

    /// <summary>The number, what it rests on and its weightiest reasons, without a full stop.</summary>
    public static string Of(SurveillanceScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var reasons = score.Reasons.OrderByDescending(r => Math.Abs(r.Logit)).Take(MostReasons).Select(r => r.Text);
        return Wording.Text($"{score.Score:0.00} of 1, by {score.Flights} {(score.Flights == 1 ? "flight" : "flights")} and {score.Observations:#,0} observations: {string.Join("; ", reasons)}");
    }
}
