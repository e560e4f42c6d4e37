namespace Overflight.Authority.Rules;

/// <summary>With what it may look.</summary>
internal sealed class ScopeSensors : SortieRule
{
    public override string Id => "scope.sensors";

    public override string Title => "Only sensors that the instrument allows are carried and used.";

    public override string Citation => "Chicago Convention, art. 8; ASTM F3548";

    public override string Reads => "instrument: scope.sensorKinds; payload; conduct: sensors";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument that allows sensors");
            yield break;
        }
        foreach (var use in sortie.Conduct.Sensors.Where(use => sortie.Payload.All(p => p.SensorKind != use.SensorKind)))
            yield return RuleReason.Refuse($"{use.SensorKind} is on from {use.During.From} to {use.During.To}, and is not in the payload").At(use.During.From, use.During.To);
        foreach (var kind in sortie.SensorKinds)
        {
            yield return (instrument.Scope.SensorKinds.Contains(kind, StringComparer.Ordinal)
                ? RuleReason.Pass($"{kind} is allowed")
                : RuleReason.Refuse($"{kind} is carried, and {string.Join(", ", instrument.Scope.SensorKinds)} is allowed")).By(instrument);
        }
    }
}
