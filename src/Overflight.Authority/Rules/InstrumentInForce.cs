namespace Overflight.Authority.Rules;

/// <summary>What was revoked carries nothing from then on.</summary>
internal sealed class InstrumentInForce : SortieRule
{
    public override string Id => "instrument.in-force";

    public override string Title => "The instrument stands for the whole flight.";

    public override string Citation => "50 U.S.C. 3093(a)";

    public override string Reads => "instrument: revokedAt; the path";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
            yield return RuleReason.Refuse("there is no instrument on record");
        else if (instrument.RevokedAt is { } revoked && revoked <= sortie.LastAct)
            yield return RuleReason.Refuse($"it was revoked at {revoked}, {(revoked <= sortie.FirstAct ? "before the flight" : "in flight")}").By(instrument).On(sortie.Path.LegAt(revoked), sortie.Path.Legs[^1]).At(revoked, sortie.LastAct);
        else
            yield return RuleReason.Pass("it is not revoked").By(instrument);
    }
}
