namespace Overflight.Authority.Rules;

/// <summary>Being listed has effects in law; a right to fly over anybody is none of them.</summary>
internal sealed class DesignationNotAlone : SortieRule
{
    public override string Id => "designation.not-alone";

    public override string Title => "A designation alone authorises no flight.";

    public override string Citation => "8 U.S.C. 1189; Chicago Convention, art. 8";

    public override string Reads => "operation: designations; instrument";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Operation is not { Designations.Count: > 0 } operation)
            yield break;
        yield return sortie.Instrument is { } instrument
            ? RuleReason.Pass($"beside {(operation.Designations.Count == 1 ? "a designation" : $"{operation.Designations.Count} designations")} the sortie rests on {instrument.Form} {instrument.Id}").By(operation, instrument)
            : RuleReason.Refuse("the operation names designations, and rests on no instrument: a designation says who is listed, with effects on property, entry and support; it is no order to fly, and no State's consent").By(operation);
    }
}
