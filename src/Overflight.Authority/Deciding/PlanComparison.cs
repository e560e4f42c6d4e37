using System.Globalization;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Geodesy;

namespace Overflight.Authority.Deciding;

/// <summary>Compares what was flown with what was planned.</summary>
internal static class PlanComparison
{
    /// <summary>Take-offs and landings are not to the minute.</summary>
    private const double TimeToleranceSeconds = 900;

    /// <summary>Distances on the ellipsoid are at least this much of those on the sphere.</summary>
    private const double LeastOnEllipsoid = 0.99442;

    /// <summary>A geodesic of 500 km parts from the great circle through its ends by no more.</summary>
    private const double GeodesicFromCircleMetres = 16;

    public static IReadOnlyList<PlanDifference> Of(SortieCase sortie)
    {
        if (sortie.PlannedPath is not { } planned)
            return [];
        var (from, to) = (sortie.FirstAct, sortie.LastAct);
        var differences = new List<PlanDifference>();
        if (sortie.Flown is { } flown)
        {
            if (flown.Aircraft != sortie.Sortie.Aircraft)
                differences.Add(new("aircraft", $"{flown.Aircraft.Type} {flown.Aircraft.Registration} flew, and {sortie.Sortie.Aircraft.Type} {sortie.Sortie.Aircraft.Registration} was planned", from, to));
            foreach (var item in flown.Payload.Except(sortie.Sortie.Payload))
                differences.Add(new("payload", $"\"{item.Name}\" was carried, and not planned", from, to));
            differences.AddRange(Uses(flown.Conduct, sortie.Sortie.Conduct));
            foreach (var party in flown.Conduct.Sessions.Select(s => s.Party).Concat(flown.Conduct.Control.Select(c => c.Party)).Except(sortie.Sortie.Conduct.Sessions.Select(s => s.Party).Concat(sortie.Sortie.Conduct.Control.Select(c => c.Party))))
                differences.Add(new("party", $"{party} took part, and was not planned", from, to));
        }
        if (Math.Abs(from.SecondsSince(planned.Start)) > TimeToleranceSeconds)
            differences.Add(new("time", $"took off at {from}, and {planned.Start} was planned", from, from));
        if (sortie.Stage == DecisionStage.Flown && Math.Abs(to.SecondsSince(planned.End)) > TimeToleranceSeconds)
            differences.Add(new("time", $"ended at {to}, and {planned.End} was planned", to, to));
        foreach (var state in sortie.Path.States.GroupBy(s => s.State).Where(g => planned.States.All(p => p.State != g.Key)))
            differences.Add(new("State", $"{state.Key} was {(state.Any(s => s.IsCertain) ? "entered" : "perhaps entered")}, which was not planned", state.Min(s => s.From), state.Max(s => s.To)));
        differences.AddRange(Strays(sortie.Path, planned, sortie.Sortie.Route));
        return differences;
    }

    private static IEnumerable<PlanDifference> Uses(SortieConduct flown, SortieConduct planned)
    {
        foreach (var use in flown.Sensors)
        {
            // On for longer than was planned, by more than a minute, is a difference as well.
            var asPlanned = planned.Sensors.Any(p => p.SensorKind == use.SensorKind && p.During.From.AddSeconds(-60) <= use.During.From && use.During.To <= p.During.To.AddSeconds(60));
            if (!asPlanned)
                yield return new("sensor", $"{use.SensorKind} was on, and not planned to be", use.During.From, use.During.To);
        }
    }

    /// <summary>Stretches in which the aircraft was certainly outside the planned corridor, at whatever time it was to be there.</summary>
    private static IEnumerable<PlanDifference> Strays(SortiePath flown, SortiePath planned, PlannedRoute route)
    {
        var lines = planned.Legs.Select(leg => (From: UnitVector.From(leg.From.Place), To: UnitVector.From(leg.To.Place))).ToArray();
        PathPoint? first = null, last = null;
        var farthest = 0.0;
        foreach (var point in flown.Legs.Select(leg => leg.From).Append(flown.Legs[^1].To))
        {
            var place = UnitVector.From(point.Place);
            var beyond = lines.Min(line => GreatCircle.DistanceToArcMetres(place, line.From, line.To)) * LeastOnEllipsoid - GeodesicFromCircleMetres - route.CorridorMetres - point.RadiusMetres;
            if (beyond > 0)
            {
                (first, last, farthest) = (first ?? point, point, Math.Max(farthest, beyond));
                continue;
            }
            if (first is { } begun)
                yield return Stray(begun, last!.Value, farthest);
            (first, farthest) = (null, 0);
        }
        if (first is { } open)
            yield return Stray(open, last!.Value, farthest);
    }

    private static PlanDifference Stray(PathPoint first, PathPoint last, double metres) => new(
        "route", string.Create(CultureInfo.InvariantCulture, $"outside the planned corridor, by up to {(metres < 1_000 ? metres : metres / 1_000):0.#} {(metres < 1_000 ? "m" : "km")} ({metres / Wgs84.MetresPerNauticalMile:0.0#} NM)"), first.At, last.At);
}
