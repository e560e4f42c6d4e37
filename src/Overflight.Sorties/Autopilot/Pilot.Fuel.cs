using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <content>Fuel: what is left against what it takes to an airfield.</content>
internal sealed partial class Pilot
{
    private const double EverySeconds = 20;
    private UtcInstant _nextFuel;
    private bool _pastReturn;
    private bool _saidBingo;
    private bool _divertedForFuel;
    private bool _saidEmpty;

    private void WatchFuel(in FlightState state)
    {
        if (_now < _nextFuel || Mode is FlightMode.Landing or FlightMode.TakeOff || state.Fuel <= 0)
            return;
        _nextFuel = _now.AddSeconds(EverySeconds);
        var home = _fuel.Need(state, _setup.Home, _now);
        // What burns until it is asked again is gone by then.
        var left = state.Fuel - EverySeconds * state.FuelFlow;
        if (!_pastReturn && left < home.TotalKilograms)
        {
            _pastReturn = true;
            Report(SortieEventKind.PointOfNoReturn, _setup.Home.Id, $"{state.Fuel:0.0} kg left; home takes {home.TripKilograms:0.0} kg and {home.ReserveKilograms:0.0} kg reserve");
            if (!_setup.Fuel.MayEndAtAlternate)
                Bingo(state, home);
        }
        if (_setup.Fuel.MayEndAtAlternate && !_saidBingo && _pastReturn && Best(state) is { } best && left < best.TotalKilograms)
            Bingo(state, best);
        if (_saidBingo && !_divertedForFuel && !_setup.Fuel.WarnOnly && Mode is FlightMode.Return or FlightMode.LostLink && left < home.TripKilograms && Best(state) is { } nearer
            && nearer.Airfield != _setup.Home && nearer.TripKilograms < home.TripKilograms)
        {
            _divertedForFuel = true;
            DivertTo(nearer.Airfield, "home is out of reach");
        }
    }

    private void Bingo(in FlightState state, FuelNeed need)
    {
        _saidBingo = true;
        Report(SortieEventKind.FuelBingo, need.Airfield.Id, $"{state.Fuel:0.0} kg left; {need.TotalKilograms:0.0} kg needed");
        if (_setup.Fuel.WarnOnly || Mode is FlightMode.Return or FlightMode.Divert)
            return;
        var reachable = state.Fuel >= need.TripKilograms;
        var to = reachable ? need : Best(state)!;
        if (to.Airfield == _setup.Home)
            BeginApproach(_setup.Home, FlightMode.Return, "fuel");
        else
            DivertTo(to.Airfield, "fuel");
    }

    private void DivertTo(Airfield field, string why)
    {
        Report(SortieEventKind.Diversion, field.Id, why);
        BeginApproach(field, FlightMode.Divert, why);
    }

    /// <summary>The airfield that takes the least fuel.</summary>
    private FuelNeed? Best(in FlightState state)
    {
        FuelNeed? best = null;
        foreach (var field in _setup.Alternates.Prepend(_setup.Home))
        {
            var need = _fuel.Need(state, field, _now);
            if (best is null || need.TotalKilograms < best.TotalKilograms)
                best = need;
        }
        return best;
    }
}
