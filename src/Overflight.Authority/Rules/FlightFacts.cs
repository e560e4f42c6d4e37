using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>What is kept of every flight, for three years.</summary>
internal sealed class FlightFacts : SortieRule
{
    public override string Id => "flight.facts";

    public override string Title => "The facts of the flight are on record.";

    public override string Citation => "UK CAA AMC1 UAS.SPEC.050(1)(g)";

    public override string Reads => "flown: aircraft, takeOff, landing, incidents";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (!sortie.IsFlown)
            yield break;
        if (sortie.Flown is not { } flown)
        {
            yield return RuleReason.Refuse($"nothing of what was flown is on record at {sortie.Now}, only a track");
            yield break;
        }
        if (flown.Aircraft.Registration.Length == 0)
            yield return RuleReason.Refuse("the aircraft's registration is not on record").By(flown);
        if (sortie.Stage == DecisionStage.Flown && flown.Landing is null && flown.Incidents.All(i => i.Kind != IncidentKind.Crash))
            yield return RuleReason.Refuse("neither a landing nor a loss is on record").By(flown);
        else
            yield return RuleReason.Pass($"{flown.Aircraft.Type} {flown.Aircraft.Registration}, from {flown.TakeOff.Place} at {flown.TakeOff.At}{(flown.Landing is { } landing ? $" to {landing.Place} at {landing.At}" : "")}").By(flown).At(flown.TakeOff.At, flown.Landing?.At);
        if (flown.TakeOff.At > sortie.Path.Start.AddSeconds(60))
            yield return RuleReason.Unknown($"the record says that it took off at {flown.TakeOff.At}, and the track begins at {sortie.Path.Start}").By(flown).At(sortie.Path.Start, flown.TakeOff.At);
    }
}
