using System.Globalization;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Tracks;

namespace Overflight.Authority.Rules;

/// <summary>A consent's conditions, one by one, while the aircraft is or may be in the State's airspace.</summary>
internal static class ConditionCheck
{
    public static IEnumerable<RuleReason> Of(Consent consent, StateOverflight overflight, SortieCase sortie)
    {
        var holds = true;
        foreach (var (isCertain, text, leg) in Broken(consent, overflight, sortie))
        {
            holds = false;
            // What only may have been entered may only have broken a condition.
            var reason = (isCertain && overflight.IsCertain ? RuleReason.Refuse(text) : RuleReason.Unknown(text)).By(consent).Over(overflight);
            yield return leg is null ? reason : reason.On(leg).At(leg.From.At, leg.To.At);
        }
        if (holds)
            yield return RuleReason.Pass($"the conditions of {consent.Reference} hold").By(consent).Over(overflight);
    }

    private static IEnumerable<(bool IsCertain, string Text, PathLeg? Leg)> Broken(Consent consent, StateOverflight overflight, SortieCase sortie)
    {
        var (conditions, from, to) = (consent.Conditions, overflight.From, overflight.To);
        if (conditions.Registrations.Count > 0 && !conditions.Registrations.Contains(sortie.Aircraft.Registration, StringComparer.Ordinal))
            yield return (true, $"it is for {string.Join(", ", conditions.Registrations)}, not for \"{sortie.Aircraft.Registration}\"", null);
        if (conditions.PurposeCodes.Count > 0 && !sortie.Sortie.PurposeCodes.All(code => conditions.PurposeCodes.Contains(code, StringComparer.Ordinal)))
            yield return (true, $"it is for {string.Join(", ", conditions.PurposeCodes)}, not for {string.Join(", ", sortie.Sortie.PurposeCodes)}", null);
        if (conditions.MostHours is { } most)
        {
            // The hours are those of the sortie: where it comes and goes more than once, all of its stays together.
            var stays = sortie.Abroad.Where(s => s.State == overflight.State && ConsentSearch.Covers(consent, s)).ToArray();
            var (certain, possible) = (stays.Sum(s => s.LeastSeconds) / 3_600, stays.Sum(s => s.MostSeconds) / 3_600);
            if (certain > most)
                yield return (true, string.Create(CultureInfo.InvariantCulture, $"it allows {most:0.###} hours, and {certain:0.###} at least are flown"), null);
            else if (possible > most)
                yield return (false, string.Create(CultureInfo.InvariantCulture, $"it allows {most:0.###} hours, and between {certain:0.###} and {possible:0.###} are flown"), null);
        }
        if (conditions.SensorKinds is { } sensors)
        {
            foreach (var use in sortie.Conduct.Sensors.Where(u => !sensors.Contains(u.SensorKind, StringComparer.Ordinal) && u.During.From <= to && u.During.To >= from))
                yield return (true, $"{use.SensorKind} is on from {use.During.From} to {use.During.To}; {(sensors.Count == 0 ? "no sensor" : string.Join(", ", sensors))} may be", null);
        }
        foreach (var party in conditions.PresentParties.Where(party => !IsPresent(party, from, to, sortie)))
            yield return (true, $"{party} must take part all the time, and does not", null);
        foreach (var leg in sortie.Path.LegsDuring(from, to))
        {
            if (conditions.Altitude is { } band)
            {
                if (leg.Altitude is not { } altitude)
                    yield return (false, $"nothing tells the altitude of {leg}", leg);
                else if (!band.Holds(altitude))
                    yield return (!band.Meets(leg.From.Altitude!) || !band.Meets(leg.To.Altitude!),
                        string.Create(CultureInfo.InvariantCulture, $"{leg} is between {altitude.FloorMetres:0} and {altitude.CeilingMetres:0} m, and {band.FloorMetres:0} to {band.CeilingMetres:0} m are allowed"), leg);
            }
            if (conditions.Areas.Count > 0 && AreaBroken(conditions.Areas, leg, from, to, sortie) is { } area)
                yield return area;
        }
    }

    private static (bool, string, PathLeg?)? AreaBroken(IReadOnlyList<Area> areas, PathLeg leg, UtcInstant from, UtcInstant to, SortieCase sortie)
    {
        var worst = RuleOutcome.Pass;
        foreach (var stretch in CorridorWalk.Walk(leg, [.. areas.Select(a => a.Region)]))
        {
            // Only while it is or may be in the State's airspace: what the leg does before and after is nobody's concern here.
            if (stretch.Relation == Relation.Inside || leg.TimeAt(stretch.ToMetres) < from || leg.TimeAt(stretch.FromMetres) > to)
                continue;
            var isOutside = stretch.Relation == Relation.Outside || (!sortie.IsFlown && !stretch.IsLineInside);
            worst = isOutside ? RuleOutcome.Refuse : worst == RuleOutcome.Refuse ? worst : RuleOutcome.Unknown;
        }
        var names = string.Join(", ", areas.Select(a => $"\"{a.Name}\""));
        return worst switch
        {
            RuleOutcome.Pass => null,
            RuleOutcome.Refuse => (true, $"{leg} leaves {names}", leg),
            _ => (false, string.Create(CultureInfo.InvariantCulture, $"{leg} may leave {names}: the path is {leg.HalfWidthMetres:0} m wide to each side"), leg),
        };
    }

    private static bool IsPresent(string party, UtcInstant from, UtcInstant to, SortieCase sortie)
    {
        var at = from;
        foreach (var session in sortie.Parties.Where(s => s.Party == party).OrderBy(s => s.During.From))
        {
            if (session.During.Holds(at))
                at = session.During.To;
        }
        return at > to;
    }
}
