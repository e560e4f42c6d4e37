using Overflight.Airspace;
using Overflight.Authority.Documents;
using Overflight.Geodesy;

namespace Overflight.Authority.Paths;

/// <summary>A geodesic and how far an aircraft may be from it: may it be flown where some airspace is closed and some is not?</summary>
/// <param name="from">Where it begins.</param>
/// <param name="to">Where it ends.</param>
/// <param name="halfWidthMetres">How far the aircraft may be from it, metres.</param>
public sealed class Corridor(GeoPoint from, GeoPoint to, double halfWidthMetres)
{
    private readonly PathLeg _leg = PathLeg.Line(from, to, halfWidthMetres);

    /// <summary>Length, metres.</summary>
    public double LengthMetres => _leg.LengthMetres;

    /// <summary>Whether its whole width is outside a region, beyond the uncertainty of the region's edges.</summary>
    public bool IsOutside(AirspaceRegion region) => CorridorWalk.Walk(_leg, region).TrueForAll(s => s.Relation == Relation.Outside);

    /// <summary>Whether its whole width is within areas taken together.</summary>
    public bool IsWithin(IReadOnlyList<Area> areas) => CorridorWalk.Walk(_leg, Regions(areas)) is { Count: > 0 } walk && walk.TrueForAll(s => s.Relation == Relation.Inside);

    /// <summary>Whether wherever it is or may be in a region it is within areas too, such as those of a consent.</summary>
    public bool IsWithinWhereIn(AirspaceRegion region, IReadOnlyList<Area> areas)
    {
        var inside = CorridorWalk.Walk(_leg, region).Where(s => s.Relation != Relation.Outside).ToArray();
        if (inside.Length == 0)
            return true;
        var apart = CorridorWalk.Walk(_leg, Regions(areas)).Where(s => s.Relation != Relation.Inside);
        return !apart.Any(s => inside.Any(i => i.FromMetres < s.ToMetres && s.FromMetres < i.ToMetres));
    }

    private static AirspaceRegion[] Regions(IReadOnlyList<Area> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return [.. areas.Select(a => a.Region)];
    }
}
