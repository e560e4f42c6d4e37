using System.Globalization;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Authority.Duties;

/// <summary>What is significant of a change (50 U.S.C. 3093(d)): compares what is with what lawmakers were told.</summary>
public static class ExtentComparison
{
    private const double LongestPieceDegrees = 0.1;

    /// <summary>An area that goes beyond what was told by less is drawn otherwise, not changed.</summary>
    private const double SignificantMetres = 500;

    /// <summary>In which ways a programme goes beyond what was told of it; none where it does not.</summary>
    /// <param name="told">The extent as it was told.</param>
    /// <param name="now">The extent as it is.</param>
    /// <param name="durationTolerance">By which part the duration may grow.</param>
    public static IReadOnlyList<ExtentChange> Of(ProgrammeExtent told, ProgrammeExtent now, double durationTolerance)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(now);
        var changes = new List<ExtentChange>();
        foreach (var area in now.Areas)
        {
            if (!told.Areas.Any(area.IsSameAs) && Outline(area).Any(leg => !LiesIn(leg, told.Areas)))
                changes.Add(new("area", $"\"{area.Name}\" goes beyond {Listed(told.Areas.Select(a => $"\"{a.Name}\""))}"));
        }
        AddLists(changes, told, now.States, now.AircraftKinds, now.SensorKinds, now.Partners, now.TargetClasses);
        AddMeasures(changes, told, now.LongestSortieHours, now.Altitude, durationTolerance);
        return changes;
    }

    /// <summary>In which ways a sortie goes beyond what was told of its programme.</summary>
    public static IReadOnlyList<ExtentChange> Of(ProgrammeExtent told, Rules.SortieCase sortie)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(sortie);
        var changes = new List<ExtentChange>();
        if (sortie.Path.Legs.FirstOrDefault(leg => !LiesIn(leg, told.Areas)) is { } outside)
            changes.Add(new("area", $"{outside} is not within {Listed(told.Areas.Select(a => $"\"{a.Name}\""))}"));
        // What an emergency leads to is no change of the programme.
        var entered = sortie.Abroad.Where(s => s.IsCertain && sortie.EmergencyOf(s) is null).Select(s => s.State).ToHashSet(StringComparer.Ordinal);
        foreach (var state in sortie.Abroad.Where(s => sortie.EmergencyOf(s) is null).Select(s => s.State).Except(entered).Except(told.States))
            changes.Add(new("State", $"that {state} is entered cannot be ruled out, beside {Listed(told.States)}", IsCertain: false));
        AddLists(
            changes, told, [.. entered], [sortie.Aircraft.Type], sortie.SensorKinds,
            sortie.Parties.Select(p => p.Party), sortie.Operation is { } operation ? [operation.TargetClass] : []);
        // It has to come from the ground and go back there: only how high it flies tells of another programme.
        var points = sortie.Path.Legs.SelectMany(leg => new[] { leg.From.Altitude, leg.To.Altitude }).OfType<AltitudeBand>().ToArray();
        AddMeasures(changes, told, sortie.LastAct.SecondsSince(sortie.FirstAct) / 3_600, told.Altitude, sortie.Profile.DurationTolerance);
        if (points.Length > 0 && points.Max(a => a.CeilingMetres) is var highest && highest > told.Altitude.CeilingMetres)
            changes.Add(new("altitude", string.Create(CultureInfo.InvariantCulture, $"up to {highest:0} m, and {told.Altitude.FloorMetres:0} to {told.Altitude.CeilingMetres:0} m were told"), points.Max(a => a.FloorMetres) > told.Altitude.CeilingMetres));
        return changes;
    }

    private static void AddLists(
        List<ExtentChange> changes, ProgrammeExtent told,
        IEnumerable<string> states, IEnumerable<string> aircraft, IEnumerable<string> sensors, IEnumerable<string> partners, IEnumerable<string> targets)
    {
        Add("State", states, told.States);
        Add("aircraft kind", aircraft, told.AircraftKinds);
        Add("sensor kind", sensors, told.SensorKinds);
        Add("partner", partners, told.Partners);
        Add("target class", targets, told.TargetClasses);

        void Add(string what, IEnumerable<string> now, IReadOnlyList<string> before)
        {
            var added = now.Except(before, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            if (added.Length > 0)
                changes.Add(new(what, $"{Listed(added)} beside {Listed(before)}"));
        }
    }

    private static void AddMeasures(List<ExtentChange> changes, ProgrammeExtent told, double hours, AltitudeBand altitude, double tolerance)
    {
        if (hours > told.LongestSortieHours * (1 + tolerance))
            changes.Add(new("duration", string.Create(CultureInfo.InvariantCulture, $"{hours:0.#} h, and {told.LongestSortieHours:0.#} h were told")));
        if (!told.Altitude.Holds(altitude))
            changes.Add(new("altitude", string.Create(CultureInfo.InvariantCulture, $"{altitude.FloorMetres:0} to {altitude.CeilingMetres:0} m, and {told.Altitude.FloorMetres:0} to {told.Altitude.CeilingMetres:0} m were told")));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } listed ? listed : "none";

    /// <summary>Whether no part of a leg's line is outside. Its own boundary may be that of the area: less than a step of the walk is no change.</summary>
    private static bool LiesIn(PathLeg leg, IReadOnlyList<Area> areas) =>
        CorridorWalk.Walk(leg, [.. areas.Select(a => a.Region)], SignificantMetres).All(s => s.Relation != Relation.Outside);

    /// <summary>The area's edges as legs. Along a parallel they follow it, in pieces so short that a geodesic parts from it by no more than 3 m.</summary>
    private static IEnumerable<PathLeg> Outline(Area area)
    {
        for (var i = 0; i < area.Ring.Count; i++)
        {
            var (from, to) = (Corner(area.Ring[i]), Corner(area.Ring[(i + 1) % area.Ring.Count]));
            var pieces = from.LatitudeDegrees == to.LatitudeDegrees ? Math.Ceiling(Math.Abs(to.LongitudeDegrees - from.LongitudeDegrees) / LongestPieceDegrees) : 1;
            for (var piece = 1; piece <= pieces; piece++)
            {
                var end = piece < pieces ? to with { LongitudeDegrees = from.LongitudeDegrees + (to.LongitudeDegrees - from.LongitudeDegrees) / (pieces - piece + 1) } : to;
                yield return PathLeg.Line(from, end, 0);
                from = end;
            }
        }
    }

    private static GeoPoint Corner(IReadOnlyList<double> corner) => new(corner[1], corner[0]);
}
