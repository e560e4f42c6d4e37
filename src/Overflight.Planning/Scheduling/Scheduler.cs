using Google.OrTools.Sat;

namespace Overflight.Planning.Scheduling;

/// <summary>
/// Puts looks on sorties with OR-Tools' CP-SAT: for each sortie a circuit from the base through looks and back; the worth of looks counts
/// first, the minutes flown second. One thread, a fixed seed and an effort that is counted, not timed: the same tasking gives the same schedule.
/// </summary>
public sealed class Scheduler
{
    private readonly CpModel _model = new();
    private readonly IReadOnlyList<Look> _looks;
    private readonly IReadOnlyList<OperationLimit> _limits;
    private readonly int _period;
    private readonly List<SortieModel> _sorties = [];

    private Scheduler(IReadOnlyList<Look> looks, IReadOnlyList<ScheduledAircraft> aircraft, IReadOnlyList<OperationLimit> operations, int periodMinutes)
    {
        (_looks, _limits, _period) = (looks, operations, periodMinutes);
        for (var a = 0; a < aircraft.Count; a++)
        {
            SortieModel? before = null;
            for (var n = 0; n < aircraft[a].MostSorties; n++)
                _sorties.Add(before = Add(a, aircraft[a], before));
        }
        for (var o = 0; o < operations.Count; o++)
        {
            if (operations[o].Minutes is { } minutes)
                _model.Add(LinearExpr.Sum(_sorties.Select(s => s.MinutesFor[o])) <= minutes);
        }
        var served = new BoolVar[looks.Count];
        for (var i = 0; i < looks.Count; i++)
        {
            served[i] = _model.NewBoolVar($"look {i}");
            _model.Add(LinearExpr.Sum(_sorties.Select(s => s.Flown[i]).OfType<ILiteral>().Select(l => (LinearExpr)l)) == served[i]);
        }
        Begin = [.. looks.Select((l, i) => _model.NewIntVar(l.EarliestMinute, Math.Max(l.EarliestMinute, l.LatestMinute), $"begin {i}"))];
        foreach (var sortie in _sorties)
            Time(sortie, aircraft[sortie.Aircraft]);
        KeepRevisits(served);
        _model.Maximize(LinearExpr.WeightedSum(served, looks.Select(l => (long)l.Worth * periodMinutes * Math.Max(1, _sorties.Count)).ToArray()) - LinearExpr.Sum(_sorties.Select(s => s.Minutes)));
    }

    private IntVar[] Begin { get; }

    /// <summary>Makes the schedule.</summary>
    /// <param name="looks">What is to be looked at.</param>
    /// <param name="aircraft">With what.</param>
    /// <param name="operations">What limits each operation.</param>
    /// <param name="periodMinutes">Length of the period.</param>
    /// <param name="effort">How long to look for a better one: seconds of a deterministic clock of the solver's.</param>
    public static Schedule Make(IReadOnlyList<Look> looks, IReadOnlyList<ScheduledAircraft> aircraft, IReadOnlyList<OperationLimit> operations, int periodMinutes, double effort = 10)
    {
        ArgumentNullException.ThrowIfNull(looks);
        ArgumentNullException.ThrowIfNull(aircraft);
        ArgumentNullException.ThrowIfNull(operations);
        return looks.Count == 0 || aircraft.Count == 0 ? new([], true) : new Scheduler(looks, aircraft, operations, periodMinutes).Solve(effort);
    }

    private SortieModel Add(int number, ScheduledAircraft aircraft, SortieModel? before)
    {
        var name = $"sortie {_sorties.Count}";
        var sortie = new SortieModel(
            number, _model.NewBoolVar(name), _model.NewIntVar(0, _period, $"{name} takes off"), _model.NewIntVar(0, _period, $"{name} lands"), _model.NewIntVar(0, _period, $"{name} minutes"),
            [.. _limits.Select((_, o) => _model.NewBoolVar($"{name} for {o}"))], [.. _limits.Select((_, o) => _model.NewIntVar(0, _period, $"{name} minutes for {o}"))], new ILiteral?[_looks.Count], []);
        _model.Add(sortie.Minutes == sortie.Lands - sortie.TakesOff);
        _model.Add(sortie.Minutes == 0).OnlyEnforceIf(sortie.IsFlown.Not());
        _model.Add(LinearExpr.Sum(sortie.IsFor) == sortie.IsFlown);
        for (var o = 0; o < _limits.Count; o++)
        {
            _model.Add(sortie.MinutesFor[o] >= sortie.Minutes).OnlyEnforceIf(sortie.IsFor[o]);
            if (_limits[o].SortieMinutes is { } most)
                _model.Add(sortie.Minutes <= most).OnlyEnforceIf(sortie.IsFor[o]);
        }
        if (before is not null)
        {
            _model.AddImplication(sortie.IsFlown, before.IsFlown);
            _model.Add(sortie.TakesOff >= before.Lands + aircraft.TurnaroundMinutes).OnlyEnforceIf(sortie.IsFlown);
        }
        Route(sortie, aircraft);
        return sortie;
    }

    /// <summary>Node 0 is the base, node i + 1 look i; a node's arc to itself leaves it out.</summary>
    private void Route(SortieModel sortie, ScheduledAircraft aircraft)
    {
        var circuit = _model.AddCircuit();
        circuit.AddArc(0, 0, sortie.IsFlown.Not());
        var mine = Enumerable.Range(0, _looks.Count).Where(i => aircraft.Reaches(_looks[i])).ToArray();
        foreach (var i in mine)
        {
            var flown = _model.NewBoolVar($"{i} on {_sorties.Count}");
            sortie.Flown[i] = flown;
            circuit.AddArc(i + 1, i + 1, flown.Not());
            _model.AddImplication(flown, sortie.IsFor[_looks[i].Operation]);
            sortie.Arcs.Add((-1, i, aircraft.Out[_looks[i].Area]!.Value, Arc(0, i + 1)));
            sortie.Arcs.Add((i, -1, aircraft.Back[_looks[i].Area]!.Value, Arc(i + 1, 0)));
        }
        foreach (var i in mine)
        {
            foreach (var j in mine.Where(j => j != i && _looks[j].Operation == _looks[i].Operation && _looks[i].EarliestMinute <= _looks[j].LatestMinute))
            {
                if (aircraft.Between(_looks[i].Area, _looks[j].Area) is { } minutes)
                    sortie.Arcs.Add((i, j, minutes, Arc(i + 1, j + 1)));
            }
        }

        BoolVar Arc(int from, int to)
        {
            var arc = _model.NewBoolVar($"{from} to {to} on {_sorties.Count}");
            circuit.AddArc(from, to, arc);
            return arc;
        }
    }

    private void Time(SortieModel sortie, ScheduledAircraft aircraft)
    {
        foreach (var (from, to, minutes, arc) in sortie.Arcs)
        {
            if (from < 0)
                _model.Add(Begin[to] >= sortie.TakesOff + minutes).OnlyEnforceIf(arc);
            else if (to < 0)
                _model.Add(sortie.Lands >= Begin[from] + (_looks[from].DwellMinutes + minutes)).OnlyEnforceIf(arc);
            else
                _model.Add(Begin[to] >= Begin[from] + (_looks[from].DwellMinutes + minutes)).OnlyEnforceIf(arc);
        }
        // Every minute burns what loitering does, and a minute on the way what it burns beyond that.
        var beyond = aircraft.TransitGramsPerMinute - aircraft.LoiterGramsPerMinute;
        _model.Add(sortie.Minutes * aircraft.LoiterGramsPerMinute + LinearExpr.WeightedSum(sortie.Arcs.Select(a => a.Arc).ToArray(), sortie.Arcs.Select(a => a.Minutes * beyond).ToArray()) <= aircraft.FuelGrams);
    }

    private void KeepRevisits(BoolVar[] served)
    {
        for (var i = 1; i < _looks.Count; i++)
        {
            if (_looks[i].Area != _looks[i - 1].Area || _looks[i].MostMinutesSinceLast is not { } most)
                continue;
            _model.Add(Begin[i] <= Begin[i - 1] + most).OnlyEnforceIf([served[i], served[i - 1]]);
            _model.Add(Begin[i] >= Begin[i - 1] + _looks[i - 1].DwellMinutes).OnlyEnforceIf([served[i], served[i - 1]]);
        }
    }

    private Schedule Solve(double effort)
    {
        using var solver = new CpSolver { StringParameters = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"num_workers:1,random_seed:1,max_deterministic_time:{effort}") };
        var status = solver.Solve(_model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            throw new InvalidOperationException($"the solver says {status}, though to fly nothing is a schedule");
        return new([.. _sorties.Where(s => solver.BooleanValue(s.IsFlown)).Select(s => Read(s, solver)).OrderBy(s => s.TakeOffMinute).ThenBy(s => s.Aircraft)], status == CpSolverStatus.Optimal);
    }

    private ScheduledSortie Read(SortieModel sortie, CpSolver solver)
    {
        var looks = new List<(Look, int)>();
        for (var at = -1; ;)
        {
            at = sortie.Arcs.First(a => a.From == at && solver.BooleanValue(a.Arc)).To;
            if (at < 0)
                return new(sortie.Aircraft, looks[0].Item1.Operation, (int)solver.Value(sortie.TakesOff), (int)solver.Value(sortie.Lands), looks);
            looks.Add((_looks[at], (int)solver.Value(Begin[at])));
        }
    }

    private sealed record SortieModel(
        int Aircraft, BoolVar IsFlown, IntVar TakesOff, IntVar Lands, IntVar Minutes, BoolVar[] IsFor, IntVar[] MinutesFor, ILiteral?[] Flown, List<(int From, int To, int Minutes, BoolVar Arc)> Arcs);
}
