using Overflight.Airspace;

namespace Overflight.Authority.Paths;

/// <summary>
/// Walks along a leg and tells where its whole width is inside a region, where outside, and where neither. The distance to a boundary
/// changes by no more than the way gone, so each step may be as long as the distance left: a leg far from any boundary takes one.
/// </summary>
internal static class CorridorWalk
{
    /// <summary>Steps are no shorter, so a boundary met is told to about this, on the side of caution.</summary>
    private const double LeastStepMetres = 25;

    /// <summary>The chord that distances are told by is this much shorter at most.</summary>
    private const double Slack = 1.000_02;

    /// <summary>Where the edge's own uncertainty can matter.</summary>
    private const double GreatestUncertaintyMetres = 5_000;

    /// <summary>Stretches in order, covering the leg.</summary>
    public static List<Stretch> Walk(PathLeg leg, AirspaceRegion region)
    {
        var stretches = new List<Stretch>();
        var (along, hint) = (0.0, 0);
        do
        {
            var (relation, isLineInside, step) = At(leg, region, along, ref hint);
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
    public static List<Stretch> Walk(PathLeg leg, IReadOnlyList<AirspaceRegion> regions)
    {
        var walks = regions.Select(region => Walk(leg, region)).ToArray();
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
    private static (Relation Relation, bool IsLineInside, double Step) At(PathLeg leg, AirspaceRegion region, double along, ref int hint)
    {
        var place = leg.PlaceAt(along);
        var distance = region.NearestBoundaryMetres(place, ref hint, out _) / Slack;
        var far = leg.HalfWidthMetres + GreatestUncertaintyMetres + LeastStepMetres;
        if (distance > far)
            return region.Contains(place) ? (Relation.Inside, true, distance - far + LeastStepMetres) : (Relation.Outside, false, distance - far + LeastStepMetres);
        var exact = region.DistanceTo(place);
        // The walk looks at every so many metres only; what lies between is covered by a width that is as much greater.
        var wide = leg.HalfWidthMetres + exact.Edge.UncertaintyMetres + LeastStepMetres;
        var (depth, rest) = (exact.SignedMetres, Math.Abs(exact.SignedMetres) - wide);
        var isLineInside = depth > exact.Edge.UncertaintyMetres;
        return rest > 0
            ? (depth > 0 ? Relation.Inside : Relation.Outside, depth > 0, rest + LeastStepMetres)
            : (Relation.Unsure, isLineInside, Math.Max(LeastStepMetres, Math.Min(-rest, Math.Abs(depth - exact.Edge.UncertaintyMetres))));
    }
}
