using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Authority.Paths;

/// <summary>The States that a planned corridor touches.</summary>
internal static class PlannedOverflights
{
    /// <summary>Around a leg's box: boundaries are uncertain, and geodesics bulge.</summary>
    private const double MarginMetres = 20_000;

    private const double LeastMetresPerDegree = 110_500;

    /// <summary>The States touched, in time order; those of a set are not looked at.</summary>
    public static IReadOnlyList<StateOverflight> Of(IReadOnlyList<PathLeg> legs, AirspaceIndex index, IReadOnlySet<string>? without = null)
    {
        var found = new List<StateOverflight>();
        foreach (var leg in legs)
        {
            foreach (var region in Near(leg, index).Where(region => without?.Contains(region.Name) != true))
            {
                foreach (var stretch in CorridorWalk.Walk(leg, region).Where(s => s.Relation != Relation.Outside))
                    Add(found, region.Name, stretch, leg);
            }
        }
        return [.. found.OrderBy(o => o.From).ThenBy(o => o.State, StringComparer.Ordinal)];
    }

    /// <summary>Puts a stretch to the one that it goes on from, and apart where it does not.</summary>
    private static void Add(List<StateOverflight> found, string state, Stretch stretch, PathLeg leg)
    {
        var (from, to) = (leg.TimeAt(stretch.FromMetres), leg.TimeAt(stretch.ToMetres));
        // A plan means what its line says: where that is inside, the plan is to enter.
        var isCertain = stretch.IsLineInside;
        var least = stretch.Relation == Relation.Inside ? to.SecondsSince(from) : 0;
        var last = found.FindLastIndex(o => o.State == state);
        if (last >= 0 && found[last].To >= from)
            found[last] = found[last] with { To = to, LastLeg = leg.Number, IsCertain = found[last].IsCertain || isCertain, LeastSeconds = found[last].LeastSeconds + least };
        else
            found.Add(new(state, isCertain, from, to, leg.Number, leg.Number, least));
    }

    private static IReadOnlyList<AirspaceRegion> Near(PathLeg leg, AirspaceIndex index)
    {
        // All of a geodesic lies within half its length of its middle.
        var middle = leg.PlaceAt(leg.LengthMetres / 2);
        var degrees = (leg.LengthMetres / 2 + leg.HalfWidthMetres + MarginMetres) / LeastMetresPerDegree;
        var cosine = Math.Cos(Math.Min(89.9, Math.Abs(middle.LatitudeDegrees) + degrees) * Math.PI / 180);
        var wide = Math.Min(180, degrees / cosine);
        return index.RegionsIn(Math.Max(-90, middle.LatitudeDegrees - degrees), middle.LongitudeDegrees - wide, Math.Min(90, middle.LatitudeDegrees + degrees), middle.LongitudeDegrees + wide);
    }
}
