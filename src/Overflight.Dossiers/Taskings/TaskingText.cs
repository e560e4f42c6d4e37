using Overflight.Authority.Rules;
using Overflight.Planning.Plans;
using static System.FormattableString;

namespace Overflight.Dossiers.Taskings;

/// <summary>Plans for a tasking for people: side by side first, then each with its areas, sorties and hours.</summary>
public static class TaskingText
{
    private const int LeastColumn = 12;

    /// <summary>Writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="plans">As <see cref="Planner"/> makes them: the first is the tasking as asked.</param>
    public static void Write(TextWriter output, IReadOnlyList<AlternativePlan> plans)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(plans);
        if (plans.Count > 1)
            SideBySide(output, plans);
        foreach (var plan in plans)
        {
            output.WriteLine($"{plan.Name}: {TaskingWords.Sentence(plan)}");
            Areas(output, plan);
            Sorties(output, plan);
            foreach (var hours in plan.Hours)
                output.WriteLine(Invariant($"  {hours.Operation}: {hours.Planned:0.0} h planned{(hours.Allotted is { } allotted ? Invariant($" of {allotted:0.#}") : "")}"));
            output.WriteLine();
        }
    }

    private static void SideBySide(TextWriter output, IReadOnlyList<AlternativePlan> plans)
    {
        var width = Math.Max(LeastColumn, plans.Max(p => p.Name.Length));
        output.WriteLine($"{"".PadRight(width)}  looks    sorties  hours  may be flown  against \"{plans[0].Name}\"");
        foreach (var plan in plans)
        {
            var difference = plan == plans[0] ? "" : TaskingWords.Difference(plan, plans[0]) is { Length: > 0 } text ? text : "the same looks";
            output.WriteLine(Invariant(
                $"{plan.Name.PadRight(width)}  {$"{plan.Areas.Sum(a => a.Served)} of {plan.Areas.Sum(a => a.Wanted)}",-7}  {plan.Sorties.Count,7}  {plan.FlightHours,5:0.0}  {(plan.IsPermitted ? "yes" : "no"),-12}  {difference}"));
        }
        output.WriteLine();
    }

    private static void Areas(TextWriter output, AlternativePlan plan)
    {
        foreach (var area in plan.Areas)
        {
            output.WriteLine(Invariant($"  {area.Area.Name}: {area.Served} of {area.Wanted} looks, {area.OnStationMinutes} min on station{(area.Station is { } station ? ", " + TaskingWords.Sight(station) : "")}"));
            if (area.Served > 0 && area.Station!.DistanceMetres > 0 && area.WhyNotOverhead is { } why)
                output.WriteLine($"    not above it: {why}");
            if (area.Reason is { } reason)
                output.WriteLine($"    left out: {reason}");
        }
    }

    private static void Sorties(TextWriter output, AlternativePlan plan)
    {
        foreach (var sortie in plan.Sorties)
        {
            var (paper, points) = (sortie.Sortie, sortie.Sortie.Route.Points);
            output.WriteLine(Invariant(
                $"  {paper.Id}: {paper.Aircraft.Type} {paper.Aircraft.Registration}, {points[0].At} to {points[^1].At}, {sortie.DistanceMetres / 1_000:0} km on the way, {sortie.FuelKilograms:0} kg of fuel, {sortie.ReserveKilograms:0} kg left; link {sortie.Link}"));
            foreach (var look in sortie.Looks)
                output.WriteLine($"    {look.From} to {look.To}  {look.Area}");
            output.WriteLine(sortie.Decision.IsPermitted ? $"    permitted by {sortie.Decision.RuleSet}" : $"    not permitted: {Why(sortie)}");
        }
    }

    private static string Why(PlannedSortie sortie) => string.Join("; ", sortie.Decision.Answers
        .Where(a => sortie.Decision.BlockedBy.Contains(a.Rule)).Select(a => $"{a.Rule}, {a.Reasons.First(r => r.Outcome != RuleOutcome.Pass).Text}"));
}
