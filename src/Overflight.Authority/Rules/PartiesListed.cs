namespace Overflight.Authority.Rules;

/// <summary>A session of an unlisted party is refused.</summary>
internal sealed class PartiesListed : SortieRule
{
    public override string Id => "parties.listed";

    public override string Title => "Every agency and third party that takes part is listed by the instrument.";

    public override string Citation => "50 U.S.C. 3093(a)(3)-(4)";

    public override string Reads => "instrument: parties; conduct: control, sessions; data: disseminatedTo";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument that lists parties");
            yield break;
        }
        var listed = instrument.Parties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var session in sortie.Parties)
        {
            yield return (listed.Contains(session.Party)
                ? RuleReason.Pass($"{session.Party} is listed")
                : RuleReason.Refuse($"{session.Party} takes part from {session.During.From} to {session.During.To}, and is not listed")).By(instrument).At(session.During.From, session.During.To);
        }
        foreach (var party in sortie.Sortie.Data.DisseminatedTo.Where(party => !listed.Contains(party)))
            yield return RuleReason.Refuse($"{party} is to get what is collected, and is not listed").By(instrument);
    }
}
