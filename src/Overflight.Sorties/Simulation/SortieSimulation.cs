using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Sorties.Simulation;

/// <summary>One aircraft: model, autopilot, link and stations, in fixed steps. Not for more than one thread at a time; many may run side by side.</summary>
public sealed class SortieSimulation
{
    private readonly SortieSetup _setup;
    private readonly IWindField _wind;
    private readonly FlightModel _model;
    private readonly Pilot _pilot;
    private readonly List<SortieEvent> _events = [];
    private readonly List<SortieInput> _inputs = [];
    private readonly List<Observer> _observers = [];
    private FlightState _state;
    private Gusts _gusts;
    private bool? _linkForced;

    /// <summary>Makes a simulation that stands at its start.</summary>
    /// <exception cref="InvalidDataException">A value of the setup is out of its range; the message names the field.</exception>
    public SortieSimulation(SortieSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        SetupCheck.Check(setup);
        _setup = setup;
        _wind = setup.Wind ?? new ConstantWind(0, 0).Build();
        var sensors = setup.SensorKilograms ?? setup.Type.Sensors.Sum(s => s.MassKilograms.Value);
        _model = new FlightModel(new Performance(setup.Type), setup.Air, sensors);
        _gusts = new Gusts(setup.Seed, setup.GustMetresPerSecond);
        _state = InitialState.Of(setup, _model, _wind, sensors);
        Fuel = new FuelComputer(_model, _wind, setup.Fuel.ReserveMinutes);
        Stations = new ControlStations(setup.Stations);
        _pilot = new Pilot(setup, _model, Fuel, Stations, e =>
        {
            _events.Add(e);
            EventHappened?.Invoke(e);
        });
    }

    /// <summary>Called with every event, as it happens.</summary>
    public event Action<SortieEvent>? EventHappened;

    /// <summary>The present instant: the start and the steps since.</summary>
    public UtcInstant Time => At(Steps);

    /// <summary>Steps flown.</summary>
    public long Steps { get; private set; }

    /// <summary>The model's own state.</summary>
    public FlightState Flight => _state;

    /// <summary>The state as others read it.</summary>
    public VehicleState State => VehicleStates.Of(_state, Time, _model, _setup.UndulationMetres);

    /// <summary>What the autopilot is doing.</summary>
    public FlightMode Mode => _pilot.Mode;

    /// <summary>Everything that happened so far.</summary>
    public IReadOnlyList<SortieEvent> Events => _events;

    /// <summary>Who holds control.</summary>
    public ControlStations Stations { get; }

    /// <summary>Fuel to airfields, and the point of no return.</summary>
    public FuelComputer Fuel { get; }

    /// <summary>Whether the control link is up.</summary>
    public bool IsLinkUp
    {
        get
        {
            if (_linkForced is { } forced)
                return forced;
            for (var i = 0; i < _setup.Outages.Count; i++)
            {
                if (_setup.Outages[i].From <= Time && !(_setup.Outages[i].Until <= Time))
                    return false;
            }
            return true;
        }
    }

    /// <summary>Whether it has landed, or come to the ground, and stands.</summary>
    public bool IsOver => _pilot.HasFlown && _state.Phase == FlightPhase.Parked;

    /// <summary>How far along it is.</summary>
    public SortieProgress Progress => _pilot.Progress(_state, Time);

    /// <summary>Point of no return to home, if it flies on as it does.</summary>
    public (UtcInstant Time, Geodesy.GeoPoint Place)? PointOfNoReturn => Fuel.PointOfNoReturn(_state, _setup.Home, Time);

    /// <summary>Gives a command between steps.</summary>
    public CommandAnswer Send(SortieCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _inputs.Add(new CommandInput(Steps, command));
        return _pilot.Take(command, ref _state, Time);
    }

    /// <summary>Replaces the fences in flight.</summary>
    /// <param name="fences">All that bind from now on.</param>
    /// <param name="reason">Why, such as a consent withdrawn.</param>
    /// <exception cref="InvalidDataException">One is not well made; the old ones stay.</exception>
    public void SetFences(IReadOnlyList<Fence> fences, string reason)
    {
        ArgumentNullException.ThrowIfNull(fences);
        _pilot.SetFences(fences, reason, _state, Time);
        _inputs.Add(new FencesInput(Steps, fences, reason));
    }

    /// <summary>Forces the link up or down, or leaves it to the outages again (null).</summary>
    public void SetLink(bool? isUp)
    {
        _inputs.Add(new LinkInput(Steps, isUp));
        _linkForced = isUp;
    }

    /// <summary>Has the state told every so many seconds from now on, and now.</summary>
    public void Observe(double everySeconds, Action<VehicleState> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var steps = Math.Max(1, (long)Math.Round(everySeconds / _setup.StepSeconds));
        _observers.Add(new Observer(steps, Steps, observer));
        observer(State);
    }

    /// <summary>Flies one step.</summary>
    public void Step()
    {
        var time = Time;
        var seconds = _setup.StepSeconds;
        var demand = _pilot.Step(ref _state, time, IsLinkUp, seconds);
        var wind = _wind.At(_state.Place, _state.Height, time);
        if (_state.Phase == FlightPhase.Airborne)
            wind += _gusts.Advance(_state.Speed * seconds);
        _model.Step(ref _state, demand, wind, seconds);
        Steps++;
        _pilot.AfterStep(ref _state, Time);
        foreach (var observer in _observers)
        {
            if ((Steps - observer.From) % observer.Steps == 0)
                observer.Tell(State);
        }
    }

    /// <summary>Flies until an instant, or until it has landed and stands.</summary>
    public void RunUntil(UtcInstant until)
    {
        while (Time < until && !IsOver)
            Step();
    }

    /// <summary>What it takes to come to this state again.</summary>
    public SortieSnapshot Snapshot() => new(Steps, [.. _inputs], Digest());

    /// <summary>A simulation brought to where a snapshot was taken.</summary>
    /// <exception cref="InvalidDataException">The setup or the program is not the one that it was taken with.</exception>
    public static SortieSimulation Restore(SortieSetup setup, SortieSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var simulation = new SortieSimulation(setup);
        foreach (var input in snapshot.Inputs)
        {
            while (simulation.Steps < input.Step)
                simulation.Step();
            switch (input)
            {
                case CommandInput command:
                    simulation.Send(command.Command);
                    break;
                case FencesInput fences:
                    simulation.SetFences(fences.Fences, fences.Reason);
                    break;
                case LinkInput link:
                    simulation.SetLink(link.IsUp);
                    break;
            }
        }
        while (simulation.Steps < snapshot.Steps)
            simulation.Step();
        return simulation.Digest() == snapshot.Digest
            ? simulation
            : throw new InvalidDataException("the snapshot was taken with another setup or program: flown again it comes out differently");
    }

    private UtcInstant At(long steps) => new(_setup.Start.Microseconds + (long)Math.Round(steps * _setup.StepSeconds * 1e6));

    private string Digest()
    {
        double[] values =
        [
            _state.Latitude, _state.Longitude, _state.Height, _state.Speed, _state.PathAngle, _state.Heading, _state.Bank,
            _state.Fuel, (double)_state.Phase, (double)Mode, _events.Count,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())));
    }

    private sealed record Observer(long Steps, long From, Action<VehicleState> Tell);
}
