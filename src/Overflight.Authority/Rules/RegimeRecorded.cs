namespace Overflight.Authority.Rules;

/// <summary>The regime is a recorded choice, open to challenge.</summary>
internal sealed class RegimeRecorded : SortieRule
{
    public override string Id => "regime.recorded";

    public override string Title => "The legal regime was chosen by somebody, for reasons, and stands unchallenged.";

    public override string Citation => "50 U.S.C. 3091-3093";

    public override string Reads => "programme: regime";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Programme is not { } programme)
        {
            yield return RuleReason.Refuse($"no programme of operation {sortie.Sortie.Operation} is on record at {sortie.Now}");
            yield break;
        }
        var regime = programme.Regime;
        if (programme.Ended)
            yield return RuleReason.Refuse($"programme {programme.Name} has ended").By(programme);
        if (regime.ChosenBy.Length == 0 || regime.Reasons.Length == 0)
            yield return RuleReason.Refuse($"the regime {regime.Regime} was recorded without {(regime.ChosenBy.Length == 0 ? "the office that chose it" : "reasons")}").By(programme);
        if (regime.ChosenAt > sortie.FirstAct)
            yield return RuleReason.Refuse($"the regime was chosen at {regime.ChosenAt}, after the first act at {sortie.FirstAct}").By(programme).At(regime.ChosenAt);
        if (regime.ChallengedAt <= sortie.Now && !(regime.SettledAt <= sortie.Now))
            yield return RuleReason.Unknown($"{regime.ChallengedBy} challenged the regime at {regime.ChallengedAt}, and that is not settled").By(programme).At(regime.ChallengedAt.Value);
        else
            yield return RuleReason.Pass($"{regime.Regime}, chosen by {regime.ChosenBy} at {regime.ChosenAt}").By(programme).At(regime.ChosenAt);
    }
}
