using Overflight.Airspace;

namespace Overflight.Authority.Paths;

/// <summary>
/// Walks along a leg and tells where its whole width is inside a region, where outside, and where neither. The distance to a boundary
/// changes by no more than the way gone, so each step may be as long as the distance left: a leg far from any boundary takes one.
/// </summary>
internal static class CorridorWalk
{
    /// <summary>Steps are no shorter, so a boundary met is told to about this, on the side of caution.</summary>
    public const double UsualStepMetres = 25;

    /// <summary>The chord that distances are told by is this much shorter at most, beside the metres that a piece of an edge bends.</summary>
    private const double Slack = 1.000_02;

    private const double BendMetres = 5;

    /// <summary>Where the edge's own uncertainty can matter: no set states a greater one.</summary>
    private const double GreatestUncertaintyMetres = 5_000;

    /// <summary>Stretches in order, covering the leg.</summary>
    public static List<Stretch> Walk(PathLeg leg, AirspaceRegion region, double leastStepMetres = UsualStepMetres)
    {
        var stretches = new List<Stretch>();
        var (along, hint) = (0.0, 0);
        do
        {
            var (relation, isLineInside, step) = At(leg, region, along, leastStepMetres, ref hint);
            var next = Math.Min(along + step, leg.LengthMetres);
            if (stretches.Count > 0 && stretches[^1].Relation == relation && stretches[^1].IsLineInside == isLineInside)
                stretches[^1] = stretches[^1] with { ToMetres = next };
            else
                stretches.Add(new(relation, isLineInside, along, next));
            along = next;
        }
        while (along < leg.LengthMetres);
        return stretches;
    }

    /// <summary>How the leg lies to areas taken together; a width that is partly in one and partly in the next is not told to be inside.</summary>
    public static List<Stretch> Walk(PathLeg leg, IReadOnlyList<AirspaceRegion> regions, double leastStepMetres = UsualStepMetres)
    {
        var walks = regions.Select(region => Walk(leg, region, leastStepMetres)).ToArray();
        if (walks.Length == 1)
            return walks[0];
        var ends = walks.SelectMany(walk => walk.Select(s => s.ToMetres)).Append(leg.LengthMetres).Distinct().Order();
        var (merged, from) = (new List<Stretch>(), 0.0);
        foreach (var to in ends)
        {
            var here = walks.Select(walk => walk.First(s => s.ToMetres >= to)).ToArray();
            merged.Add(new(here.Length == 0 ? Relation.Outside : here.Min(s => s.Relation), here.Any(s => s.IsLineInside), from, to));
            from = to;
        }
        return merged;
    }

    /// <summary>What holds at a place and for how many metres from there.</summary>
    private static (Relation Relation, bool IsLineInside, double Step) At(PathLeg leg, AirspaceRegion region, double along, double leastStep, ref int hint)
    {
        var place = leg.PlaceAt(along);
        var distance = Math.Max(0, region.NearestBoundaryMetres(place, ref hint, out _) / Slack - BendMetres);
        var isInside = region.Contains(place);
        // Another edge may be less certain than the nearest one: far off, the greatest uncertainty of all counts.
        var uncertainty = distance > leg.HalfWidthMetres + GreatestUncertaintyMetres + leastStep ? GreatestUncertaintyMetres : region.UncertaintyMetres(hint);
        // The walk looks at every so many metres only; what lies between is covered by a width that is as much greater.
        var rest = distance - (leg.HalfWidthMetres + uncertainty + leastStep);
        var depth = isInside ? distance : -distance;
        return rest > 0
            ? (isInside ? Relation.Inside : Relation.Outside, isInside, rest + leastStep)
            : (Relation.Unsure, depth > uncertainty, Math.Max(leastStep, Math.Min(-rest, Math.Abs(depth - uncertainty))));
    }
}
