using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Geodesy.Terrain;
using Overflight.Planning.Scheduling;
using Overflight.Planning.Tasks;
using Overflight.Tracks;

namespace Overflight.Planning.Plans;

/// <summary>Plans one way to do a tasking.</summary>
internal sealed class AlternativePlanner
{
    private const int MostSorties = 8;

    private readonly Tasking _tasking;
    private readonly string _name;
    private readonly SortieJudge _judge;
    private readonly UtcInstant _now;
    private readonly double _effort;
    private readonly AircraftPerformance[] _performance;
    private readonly AreaOptions _options;
    private readonly AreaOption[][] _byAircraft;
    private readonly IReadOnlyList<Look> _looks;
    private readonly OperationLimit[] _limits;
    private readonly int _periodMinutes;

    public AlternativePlanner(
        Tasking tasking, TaskAlternative alternative, DocumentSet documents, AirspaceIndex index, Func<TaskAircraft, AircraftPerformance> performanceOf, TerrainFolder? terrain, SortieJudge judge, UtcInstant now, double effort)
    {
        (_tasking, _name, _judge, _now, _effort) = (tasking, alternative.Name, judge, now, effort);
        _performance = [.. tasking.Aircraft.Select(performanceOf)];
        _periodMinutes = (int)(tasking.Period.To.SecondsSince(tasking.Period.From) / 60);
        var airspaces = new OperationAirspaces(tasking, documents, index, now, alternative.StandOffOnly);
        _options = new(tasking, airspaces.For, _performance, terrain);
        _limits = [.. tasking.Operations.Select(o => new OperationLimit((int?)(o.Hours * 60), airspaces.LongestSortieMinutes(o.Id)))];
        _byAircraft = [.. tasking.Aircraft.Select((_, a) => tasking.Areas.Select(area => _options.Find(a, area)).ToArray())];
        _looks = [.. tasking.Areas.SelectMany(Looks)];
    }

    public AlternativePlan Plan()
    {
        ScheduledAircraft[] aircraft = [.. _tasking.Aircraft.Select((_, a) => Scheduled(a))];
        var schedule = Scheduler.Make(_looks, aircraft, _limits, _periodMinutes, _effort);
        var writer = new SortieWriter(_tasking, _options, _byAircraft, _performance, _judge, _now);
        PlannedSortie[] sorties = [.. schedule.Sorties.Select(writer.Write)];
        var reasons = new ReasonFinder(_tasking, _byAircraft, _performance, aircraft, _looks, _limits, _periodMinutes, _effort);
        return new(
            _name,
            sorties,
            [.. _tasking.Areas.Select((area, i) => Outcome(area, i, schedule, sorties, reasons))],
            [.. _tasking.Operations.Select((o, i) => new OperationHours(o.Id, schedule.Sorties.Where(s => s.Operation == i).Sum(s => s.LandingMinute - s.TakeOffMinute) / 60.0, o.Hours))],
            schedule.IsBest);
    }

    private IEnumerable<Look> Looks(TaskArea area, int number)
    {
        var (dwell, operation) = ((int)Math.Ceiling(area.DwellMinutes), Index(_tasking.Operations, o => o.Id == area.Operation));
        if (area.RevisitHours is not { } hours)
            return [new(number, 0, operation, 0, Math.Max(0, _periodMinutes - dwell), dwell, null, area.Priority)];
        var every = (int)(hours * 60);
        return Enumerable.Range(0, Math.Max(1, _periodMinutes / every))
            .Select(k => new Look(number, k, operation, k * every, Math.Max(k * every, Math.Min((k + 1) * every, _periodMinutes) - dwell), dwell, every, area.Priority));
    }

    private ScheduledAircraft Scheduled(int number)
    {
        var (aircraft, performance, options) = (_tasking.Aircraft[number], _performance[number], _byAircraft[number]);
        var loiter = (long)Math.Ceiling(performance.LoiterKilogramsPerHour * 1_000 / 60);
        var shortest = options.Where(o => o.WhyNot is null).Select(o => o.Out!.Minutes + o.Back!.Minutes).DefaultIfEmpty(_periodMinutes).Min() + (int)_tasking.Areas.Min(a => a.DwellMinutes);
        var most = (int)Math.Min(MostSorties, 1 + _periodMinutes / (shortest + aircraft.TurnaroundHours * 60));
        return new(
            Math.Min(most, _looks.Count(l => options[l.Area].WhyNot is null)),
            (int)(aircraft.TurnaroundHours * 60),
            (long)(performance.FuelKilograms * 1_000) - (long)(loiter * _tasking.ReserveMinutes),
            loiter,
            (long)Math.Ceiling(performance.TransitKilogramsPerHour * 1_000 / 60),
            [.. options.Select(o => o.Out?.Minutes)],
            [.. options.Select(o => o.Back?.Minutes)],
            (from, to) => from == to ? 0
                : _options.Flown(options[from].Search!.Station!.Centre, options[to].Search!.Station!.Centre, _tasking.Areas[from].Operation, number)?.Minutes);
    }

    private AreaOutcome Outcome(TaskArea area, int number, Schedule schedule, PlannedSortie[] sorties, ReasonFinder reasons)
    {
        var wanted = _looks.Count(l => l.Area == number);
        var flown = sorties.SelectMany(s => s.Looks).Where(l => l.Area == area.Id).ToArray();
        var search = _byAircraft.Select(options => options[number]).Where(o => o.Search is not null).OrderBy(o => o.WhyNot is not null).FirstOrDefault()?.Search;
        return new(
            area, wanted, flown.Length, (int)flown.Sum(l => l.LeaveAt.SecondsSince(l.From) / 60), flown.FirstOrDefault()?.Station ?? search?.Station, search?.WhyNotOverhead,
            flown.Length < wanted ? reasons.WhyNot(number, schedule) : null);
    }

    private static int Index<T>(IReadOnlyList<T> list, Func<T, bool> is_) => Enumerable.Range(0, list.Count).First(i => is_(list[i]));
}
