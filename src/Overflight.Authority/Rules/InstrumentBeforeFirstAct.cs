namespace Overflight.Authority.Rules;

/// <summary>Authority comes before the act.</summary>
internal sealed class InstrumentBeforeFirstAct : SortieRule
{
    public override string Id => "instrument.before-first-act";

    public override string Title => "The instrument was decided before the first act; it is never retroactive.";

    public override string Citation => "50 U.S.C. 3093(a)(2)";

    public override string Reads => "instrument: signedAt, decidedOrallyAt, when it was recorded; take-off";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument on record");
            yield break;
        }
        var recorded = sortie.FirstRecorded(instrument);
        if (instrument.DecidedAt is not { } decided || decided > sortie.FirstAct)
            yield return RuleReason.Refuse(instrument.DecidedAt is { } at ? $"it was decided at {at}, after the first act at {sortie.FirstAct}" : "nobody decided it").By(instrument).At(sortie.FirstAct);
        else if (recorded > sortie.FirstAct)
            yield return RuleReason.Unknown($"it says that it was decided at {decided}, but was recorded only at {recorded}, after the first act at {sortie.FirstAct}").By(instrument).At(decided, recorded);
        else
            yield return RuleReason.Pass($"decided at {decided}, and the first act is at {sortie.FirstAct}").By(instrument).At(decided);
    }
}
