namespace Overflight.Authority.Rules;

/// <summary>An oral decision carries an act for 48 hours, while it is put in writing.</summary>
internal sealed class InstrumentWritten : SortieRule
{
    public override string Id => "instrument.written";

    public override string Title => "An instrument is on record, in writing, or oral for no more than 48 hours.";

    public override string Citation => "50 U.S.C. 3093(a)(1)";

    public override string Reads => "instrument: signer, signedAt, decidedOrallyAt; profile: writtenWithinHours";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse(sortie.Sortie.Instrument is { } id ? $"instrument {id} is not on record at {sortie.Now}" : "the sortie rests on no instrument");
            yield break;
        }
        if (sortie.Operation is { } operation && !operation.Instruments.Contains(instrument.Id))
            yield return RuleReason.Refuse($"operation {operation.Name} does not rest on instrument {instrument.Id}").By(operation, instrument);
        if (instrument.Signer.Length == 0)
            yield return RuleReason.Refuse("it has no signer").By(instrument);
        if (instrument.DecidedOrallyAt is { } oral && !(instrument.SignedAt <= sortie.Now))
        {
            var due = oral.AddSeconds(sortie.Profile.WrittenWithinHours * 3_600);
            yield return (sortie.Now > due
                ? RuleReason.Refuse($"decided orally at {oral}, and not in writing within {sortie.Profile.WrittenWithinHours:0} hours, by {due}")
                : RuleReason.Unknown($"decided orally at {oral}; it must be in writing by {due}")).By(instrument).At(oral, due);
        }
        else if (instrument.DecidedOrallyAt is { } decided && instrument.SignedAt is { } late && late > decided.AddSeconds(sortie.Profile.WrittenWithinHours * 3_600))
        {
            yield return RuleReason.Refuse($"decided orally at {decided}, and in writing only at {late}").By(instrument).At(decided, late)
                .With("hours", late.SecondsSince(decided) / 3_600);
        }
        else if (instrument.SignedAt is { } signed && signed <= sortie.Now)
        {
            yield return RuleReason.Pass($"{instrument.Form} {instrument.Id}, signed by {instrument.Signer} at {signed}").By(instrument).At(signed);
        }
        else
        {
            yield return RuleReason.Refuse($"{instrument.Form} {instrument.Id} is not signed at {sortie.Now}").By(instrument);
        }
    }
}
