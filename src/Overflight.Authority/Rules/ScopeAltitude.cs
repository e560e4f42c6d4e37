namespace Overflight.Authority.Rules;

/// <summary>How high it may be.</summary>
internal sealed class ScopeAltitude : SortieRule
{
    public override string Id => "scope.altitude";

    public override string Title => "The whole path is within the altitudes of the instrument.";

    public override string Citation => "Chicago Convention, art. 8; ASTM F3548";

    public override string Reads => "instrument: scope.altitude; the path";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument that gives altitudes");
            yield break;
        }
        var band = instrument.Scope.Altitude;
        var isWithin = true;
        foreach (var leg in sortie.Path.Legs)
        {
            if (leg.Altitude is not { } altitude)
            {
                isWithin = false;
                yield return RuleReason.Unknown($"nothing tells the altitude of {leg}").On(leg).At(leg.From.At, leg.To.At);
            }
            else if (!band.Holds(altitude))
            {
                isWithin = false;
                // At each end the aircraft is somewhere within its tolerance: it is certainly outside where no altitude of that is within.
                var isOutside = !band.Meets(leg.From.Altitude!) || !band.Meets(leg.To.Altitude!);
                var text = $"{leg} is between {altitude.FloorMetres:0} and {altitude.CeilingMetres:0} m, and {band.FloorMetres:0} to {band.CeilingMetres:0} m are allowed";
                yield return (isOutside ? RuleReason.Refuse(text) : RuleReason.Unknown(text)).By(instrument).On(leg).At(leg.From.At, leg.To.At)
                    .With("floorMetres", altitude.FloorMetres).With("ceilingMetres", altitude.CeilingMetres);
            }
        }
        if (isWithin)
            yield return RuleReason.Pass($"all legs are between {band.FloorMetres:0} and {band.CeilingMetres:0} m").By(instrument);
    }
}
