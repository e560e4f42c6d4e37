namespace Overflight.Authority.Rules;

/// <summary>From receiving pictures (1, 2) over the payload (3) to the aircraft (4, 5).</summary>
internal sealed class PartiesInteroperability : SortieRule
{
    public override string Id => "parties.interoperability";

    public override string Title => "No party goes beyond the level of interoperability that the instrument gives it.";

    public override string Citation => "STANAG 4586; 50 U.S.C. 3093(a)(3)-(4)";

    public override string Reads => "instrument: parties; conduct: control, sessions";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument that gives levels");
            yield break;
        }
        foreach (var session in sortie.Parties)
        {
            if (instrument.Parties.FirstOrDefault(p => p.Name == session.Party) is not { } listed)
                continue;
            yield return (session.Interoperability <= listed.MostInteroperability
                ? RuleReason.Pass($"{session.Party} at level {session.Interoperability} of {listed.MostInteroperability}")
                : RuleReason.Refuse($"{session.Party} at level {session.Interoperability}, and the instrument gives it {listed.MostInteroperability}"))
                .By(instrument).At(session.During.From, session.During.To).With("level", session.Interoperability).With("mostLevel", listed.MostInteroperability);
        }
    }
}
