using Overflight.Patterns.Silence;

namespace Overflight.Dossiers;

/// <summary>A silence in one sentence.</summary>
public static class GapSentence
{
    /// <summary>The sentence, without a full stop.</summary>
    public static string Of(GapFinding gap)
    {
        var what = $"silent for {Wording.Duration(gap.Seconds)} from {Wording.Clock(gap.Start)} to {Wording.Clock(gap.End)} UTC";
        var why = gap.Kind switch
        {
            GapKind.StandsOut => $"it stands out: {Others(gap)} heard on that way within an hour {Wording.Percent(gap.OthersHeard)} of {Wording.Duration(60 * gap.OthersMinutes)}",
            GapKind.Expected => $"as expected there: {Others(gap)} heard on that way within an hour only {Wording.Percent(gap.OthersHeard)} of {Wording.Duration(60 * gap.OthersMinutes)}",
            _ => "whether that is usual there cannot be told: too little was heard of others",
        };
        var where = double.IsNaN(gap.LineMetres) ? "" : $"; its nearer end {Wording.DistanceInBoth(gap.LineMetres)} from the limit of {string.Join(" and ", gap.LineStates.Select(Countries.Airspace))}";
        return $"{what}; {why}{where}; it can have been up to {Wording.Distance(gap.AsideMetres)} off the straight way";
    }

    private static string Others(GapFinding gap) => gap.Others >= 3 ? "three others and more were" : Wording.Text($"{gap.Others} others were");
}
