using Overflight.Authority.Documents;
using Overflight.Authority.Paths;

namespace Overflight.Authority.Rules;

/// <summary>Where it may be.</summary>
internal sealed class ScopeArea : SortieRule
{
    public override string Id => "scope.area";

    public override string Title => "The whole path, with its uncertainty, is within the areas of the instrument.";

    public override string Citation => "Chicago Convention, art. 8; ASTM F3548";

    public override string Reads => "instrument: scope.areas; the path";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument that gives an area");
            yield break;
        }
        var regions = instrument.Scope.Areas.Select(a => a.Region).ToArray();
        var isWithin = true;
        foreach (var leg in sortie.Path.Legs)
        {
            foreach (var stretch in CorridorWalk.Walk(leg, regions).Where(s => s.Relation != Relation.Inside))
            {
                isWithin = false;
                // A plan means what its line says; a track is certain only where its whole width is outside.
                var isOutside = stretch.Relation == Relation.Outside || (!sortie.IsFlown && !stretch.IsLineInside);
                var (from, to) = (leg.TimeAt(stretch.FromMetres), leg.TimeAt(stretch.ToMetres));
                yield return (isOutside
                    ? RuleReason.Refuse($"{leg} is outside {Names(instrument)} from {from} to {to}")
                    : RuleReason.Unknown($"{leg} may be outside {Names(instrument)} from {from} to {to}: the path is {leg.HalfWidthMetres:0} m wide to each side"))
                    .By(instrument).On(leg).At(from, to).With("halfWidthMetres", leg.HalfWidthMetres).With("metres", stretch.ToMetres - stretch.FromMetres);
            }
        }
        if (isWithin)
            yield return RuleReason.Pass($"all {sortie.Path.Legs.Count} legs are within {Names(instrument)}").By(instrument);
    }

    private static string Names(Instrument instrument) => string.Join(", ", instrument.Scope.Areas.Select(a => $"\"{a.Name}\""));
}
