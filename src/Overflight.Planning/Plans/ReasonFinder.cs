using Overflight.Planning.Scheduling;
using Overflight.Planning.Tasks;
using static System.FormattableString;

namespace Overflight.Planning.Plans;

/// <summary>Says why an area gets fewer looks than it needs, by planning again with one limit taken away.</summary>
internal sealed class ReasonFinder(
    Tasking tasking, AreaOption[][] byAircraft, AircraftPerformance[] performance, ScheduledAircraft[] aircraft, IReadOnlyList<Look> looks, OperationLimit[] limits, int periodMinutes, double effort)
{
    private readonly Lazy<Schedule> _withoutHours = new(() => Scheduler.Make(looks, aircraft, [.. limits.Select(l => l with { Minutes = null })], periodMinutes, effort));

    public string WhyNot(int area, Schedule schedule)
    {
        var options = byAircraft.Select(o => o[area]).ToArray();
        if (options.All(o => o.WhyNot is not null))
            return string.Join("; ", options.Select(o => o.WhyNot!).Distinct());
        var look = looks.First(l => l.Area == area);
        if (!aircraft.Any(a => a.Reaches(look)))
            return WhyTooFar(area, look);
        var served = Served(schedule, area);
        if (limits[look.Operation].SortieMinutes is { } most && ShortestMinutes(area, look) is var shortest && shortest > most)
            return Invariant($"a sortie to it takes {shortest / 60.0:0.#} hours, and lawmakers were told of {most / 60.0:0.#} at most");
        if (limits[look.Operation].Minutes is { } minutes && Served(_withoutHours.Value, area) > served)
            return Invariant($"the {minutes / 60.0:0.#} hours of \"{tasking.Operations[look.Operation].Id}\" are used up");
        var alone = Scheduler.Make([.. looks.Where(l => l.Area == area)], aircraft, limits, periodMinutes, effort);
        if (Served(alone, area) <= served)
            return "no aircraft can be there as often, also if it watched nothing else";
        var others = schedule.Sorties.SelectMany(s => s.Looks).Select(l => l.Look.Area).Where(a => a != area).Distinct().Order().Select(a => $"\"{tasking.Areas[a].Name}\" (priority {tasking.Areas[a].Priority})");
        return $"the aircraft watch {string.Join(", ", others)} at that time; alone it could be watched";
    }

    private string WhyTooFar(int area, Look look)
    {
        var (number, option) = byAircraft.Select((o, n) => (n, o[area])).Where(o => o.Item2.WhyNot is null).MinBy(o => o.Item2.Out!.Minutes);
        var way = option.Out!.Minutes + option.Back!.Minutes;
        var needed = aircraft[number].Grams(way, look.DwellMinutes) / 1_000.0;
        return Invariant($"{tasking.Aircraft[number].Registration} needs {needed:0} kg of fuel for {way} minutes there and back and {look.DwellMinutes} on station, and has {aircraft[number].FuelGrams / 1_000.0:0} kg of {performance[number].FuelKilograms:0} beside its reserve");
    }

    private int ShortestMinutes(int area, Look look) => byAircraft.Select(o => o[area]).Where(o => o.WhyNot is null).Min(o => o.Out!.Minutes + o.Back!.Minutes) + look.DwellMinutes;

    private static int Served(Schedule schedule, int area) => schedule.Sorties.Sum(s => s.Looks.Count(l => l.Look.Area == area));
}
