namespace Overflight.Authority.Rules;

/// <summary>What it looked at, and when.</summary>
internal sealed class SensorIntervals : SortieRule
{
    public override string Id => "sensor.intervals";

    public override string Title => "It is on record when each sensor was on, and what ground it saw.";

    public override string Citation => "Privacy impact assessments, as practised";

    public override string Reads => "flown: conduct.sensors";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var use in sortie.Conduct.Sensors)
        {
            if (use.During.From < sortie.FirstAct || (sortie.Stage != DecisionStage.InFlight && use.During.To > sortie.LastAct.AddSeconds(1)))
                yield return RuleReason.Refuse($"{use.SensorKind} is on from {use.During.From} to {use.During.To}, and the flight is from {sortie.FirstAct} to {sortie.LastAct}").At(use.During.From, use.During.To);
            else if (sortie.IsFlown && use.Hull is null)
                yield return RuleReason.Refuse($"what {use.SensorKind} saw from {use.During.From} to {use.During.To} is not on record").At(use.During.From, use.During.To);
            else
                yield return RuleReason.Pass($"{use.SensorKind} from {use.During.From} to {use.During.To}").At(use.During.From, use.During.To);
        }
    }
}
