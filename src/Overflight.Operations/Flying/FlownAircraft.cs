using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Feeds.ModeS;
using Overflight.Operations.Fences;
using Overflight.Operations.Recording;
using Overflight.Operations.Scenarios;
using Overflight.Record.Leaves;
using Overflight.Scenery.Video;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Simulation;
using Overflight.Tracks;

namespace Overflight.Operations.Flying;

/// <summary>
/// One aircraft in the air by its authorisation: the simulation, what is asked of it, and all that it leaves. It is flown by one thread; what it
/// leaves for the record waits in <see cref="TakeLeaves"/>.
/// </summary>
public sealed class FlownAircraft : IDisposable
{
    private const double HeartbeatSeconds = 60;

    private readonly Lock _gate = new();
    private readonly Scenario _scenario;
    private readonly Authorisation _authorisation;
    private readonly AuthorityFences? _fences;
    private readonly Queue<UtcInstant> _paperChanges;
    private readonly Queue<ScenarioCommand> _commands;
    private readonly AdsbOut? _adsb;
    private readonly TelemetryFile _telemetry;
    private readonly SensorSimulation? _sensor;
    private readonly FlightGuard? _guard;
    private readonly FlightPapers _papers;
    private readonly bool _seals;
    private readonly List<LeafDraft> _leaves = [];
    private readonly List<(UtcInstant At, ModeSFrame Frame)> _heard = [];
    private readonly List<(UtcInstant At, string Line)> _log = [];
    private readonly VehicleState _parked;
    private VehicleState _last;
    private (SortieCommand Command, string Words)? _onceOnRoute;
    private UtcInstant _nextHeartbeat, _nextTelemetry, _nextGuard;
    private bool _isClosed, _arePapersChanged, _isToReturn;

    internal FlownAircraft(
        Scenario scenario, ScenarioAircraft aircraft, int number, Authorisation authorisation, AuthorityFences? fences, SortieJudge judge, DocumentSet documents, TelemetryFile telemetry, SensorSimulation? sensor, bool seals, bool waits)
    {
        (_scenario, Aircraft, _authorisation, _fences, _telemetry, _sensor, _seals) = (scenario, aircraft, authorisation, fences, telemetry, sensor, seals);
        var sortie = authorisation.Sortie;
        var takeOff = sortie.Route.Points[0].At;
        var setup = SortieSetups.Of(scenario, aircraft, number, sortie, fences?.At(takeOff) ?? [], waits);
        if (setup.Start > authorisation.Until)
            throw new InvalidOperationException($"the authorisation of {sortie.Citation} has run out");
        Simulation = new(setup);
        Simulation.EventHappened += Happened;
        _last = _parked = Simulation.State;
        (_nextHeartbeat, _nextTelemetry, _nextGuard) = (setup.Start.AddSeconds(HeartbeatSeconds), setup.Start, takeOff.AddSeconds(scenario.GuardEverySeconds));
        _adsb = aircraft.Adsb is { } adsb ? new(aircraft, adsb, setup.Start, setup.Seed) : null;
        _guard = scenario.GuardEverySeconds > 0 ? new(judge, sortie) : null;
        _papers = new(aircraft, sortie, judge, documents);
        _commands = new(aircraft.Commands.Concat(PlannedHandOvers(sortie)).OrderBy(c => c.At));
        _paperChanges = new(fences?.Changes(setup.Start, sortie.Route.Points[^1].At.AddSeconds(86_400)) ?? []);
    }

    /// <summary>The scenario's aircraft.</summary>
    public ScenarioAircraft Aircraft { get; }

    /// <summary>Its sortie.</summary>
    public Sortie Sortie => _authorisation.Sortie;

    /// <summary>The simulation.</summary>
    public SortieSimulation Simulation { get; }

    /// <summary>Its sensor; null where it carries none.</summary>
    public SensorSimulation? Sensor => _sensor;

    /// <summary>What it left so far.</summary>
    public FlightCounts Counts { get; } = new();

    /// <summary>Whether it has landed and its record is closed.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>What the rules say of the flight; null while it is in the air.</summary>
    public Decision? Flown { get; private set; }

    /// <summary>The paper of what was flown; null while it is in the air.</summary>
    public FlownSortie? Paper { get; private set; }

    /// <summary>The true track so far.</summary>
    public Track Track => _papers.Track();

    /// <summary>Called with each line that a person who watches would want to read.</summary>
    public event Action<UtcInstant, string>? Told;

    /// <summary>Takes the leaves that wait to be appended.</summary>
    public IReadOnlyList<LeafDraft> TakeLeaves() => Take(_leaves);

    /// <summary>Takes the lines of the operator's log that wait to be written, in order.</summary>
    public IReadOnlyList<(UtcInstant At, string Line)> TakeLog() => Take(_log);

    /// <summary>Takes the messages that others heard, in order.</summary>
    public IReadOnlyList<(UtcInstant At, ModeSFrame Frame)> TakeHeard() => Take(_heard);

    /// <summary>Flies on to an instant, or until it is closed. Commands of other threads come between two calls.</summary>
    public void AdvanceTo(UtcInstant until)
    {
        lock (_gate)
            Advance(until);
    }

    private void Advance(UtcInstant until)
    {
        while (!_isClosed && Simulation.Time < until)
        {
            while (_commands.TryPeek(out var due) && due.At <= Simulation.Time)
            {
                _commands.Dequeue();
                Say(due.Say, due.By);
            }
            while (_paperChanges.TryPeek(out var change) && change <= Simulation.Time)
            {
                _paperChanges.Dequeue();
                PapersChanged();
            }
            if (_isToReturn)
            {
                _isToReturn = false;
                SendNow(new ReturnCommand(Simulation.Stations.Holder.Id), "return: what it flew in is closed");
            }
            if (_onceOnRoute is var (command, words) && Simulation.Mode == FlightMode.Route)
            {
                _onceOnRoute = null;
                SendNow(command, words);
            }
            Simulation.Step();
            After(Simulation.State);
            if (Simulation.IsOver)
                Close("landed");
        }
    }

    /// <summary>Gives a command in words, to the autopilot, the sensor or the link.</summary>
    /// <param name="words">As <see cref="CommandWords.Usage"/> says, or of the turret.</param>
    /// <param name="by">The station that says them; null for the one that has control.</param>
    /// <returns>Why it was refused; null where it was done.</returns>
    public string? Say(string words, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        lock (_gate)
            return SayNow(words, by);
    }

    private string? SayNow(string words, string? by)
    {
        var station = by ?? Simulation.Stations.Holder.Id;
        var refusal = Do(words, station);
        _leaves.Add(FlightLeaf.OfCommand(Sortie.Id, station, words.Split(' ')[0], words, refusal, Simulation.Time, _seals));
        Counts.Commands += refusal is null ? 1 : 0;
        Counts.Refused += refusal is null ? 0 : 1;
        Log(Simulation.Time, refusal is null ? $"{station}: {words}" : $"{station}: {words} – refused: {refusal}");
        return refusal;
    }

    /// <summary>Gives a command that is already one.</summary>
    /// <param name="command">The command.</param>
    /// <param name="words">It in words.</param>
    public CommandAnswer Send(SortieCommand command, string words)
    {
        ArgumentNullException.ThrowIfNull(command);
        lock (_gate)
            return SendNow(command, words);
    }

    /// <summary>Has a command given as soon as it is on its route after take-off; one given before is replaced.</summary>
    /// <param name="command">The command.</param>
    /// <param name="words">It in words.</param>
    public void SendOnceOnRoute(SortieCommand command, string words)
    {
        lock (_gate)
            _onceOnRoute = (command, words);
    }

    /// <summary>The leave that it flies by.</summary>
    public Authorisation Authorisation => _authorisation;

    /// <summary>How it is, read between two steps.</summary>
    public T Read<T>(Func<SortieSimulation, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (_gate)
            return read(Simulation);
    }

    private CommandAnswer SendNow(SortieCommand command, string words)
    {
        var answer = Simulation.Send(command);
        _leaves.Add(FlightLeaf.OfCommand(Sortie.Id, command.By, command.Name.ToLowerInvariant(), words, answer.IsAccepted ? null : answer.Reason, Simulation.Time, _seals));
        Counts.Commands += answer.IsAccepted ? 1 : 0;
        Counts.Refused += answer.IsAccepted ? 0 : 1;
        Log(Simulation.Time, answer.IsAccepted ? $"{command.By}: {words}" : $"{command.By}: {words} – refused: {answer.Reason}");
        return answer;
    }

    /// <summary>Closes the record of a flight that is not over: it is broken off.</summary>
    public void BreakOff()
    {
        if (!_isClosed)
            Close("broken off");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _telemetry.Dispose();
        _sensor?.Dispose();
    }

    private static IEnumerable<ScenarioCommand> PlannedHandOvers(Sortie sortie)
    {
        var control = sortie.Conduct.Control.OrderBy(c => c.During.From).ToArray();
        for (var i = 1; i < control.Length; i++)
        {
            if (control[i].Station == control[i - 1].Station)
                continue;
            yield return new(control[i].During.From, control[i - 1].Station, $"offer {control[i].Station}");
            yield return new(control[i].During.From.AddSeconds(1), control[i].Station, "accept");
        }
    }

    private string? Do(string words, string station)
    {
        if (CommandWords.IsLink(words, out var isUp))
        {
            Simulation.SetLink(isUp);
            return null;
        }
        if (_sensor is not null && Scenery.Turret.TurretCommandText.TryParse(words, out var turret, out _))
            return station == Simulation.Stations.Holder.Id ? _sensor.Command(turret!) : $"{Simulation.Stations.Holder.Id} holds control, not {station}";
        try
        {
            var answer = Simulation.Send(CommandWords.Read(words, station));
            return answer.IsAccepted ? null : answer.Reason;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    private void PapersChanged()
    {
        var fences = _fences!.At(Simulation.Time);
        if (!ReferenceEquals(fences, _fences.At(Simulation.Time.AddSeconds(-1))))
        {
            _arePapersChanged = true;
            Simulation.SetFences(fences, "the papers changed");
        }
        _nextGuard = Simulation.Time;
    }

    private void After(VehicleState state)
    {
        _adsb?.Send(_last, state, (at, frame) => _heard.Add((at, frame)));
        if (state.IsAirborne)
        {
            Counts.Metres += (long)Math.Round(state.GroundSpeedMetresPerSecond * state.Time.SecondsSince(_last.Time));
            Counts.Seconds += (long)Math.Round(state.Time.SecondsSince(_last.Time));
        }
        _sensor?.Advance(state);
        if (state.Time >= _nextTelemetry)
        {
            _telemetry.Write(state, Mode, Simulation.IsLinkUp);
            _papers.Add(state);
            _nextTelemetry = _nextTelemetry.AddSeconds(_scenario.TelemetryEverySeconds);
        }
        if (state.Time >= _nextHeartbeat)
        {
            Heartbeat(state);
            _nextHeartbeat = _nextHeartbeat.AddSeconds(HeartbeatSeconds);
        }
        if (_guard is not null && state.IsAirborne && state.Time >= _nextGuard)
        {
            Guard(state.Time);
            _nextGuard = state.Time.AddSeconds(_scenario.GuardEverySeconds);
        }
        TakeSensor();
        _last = state;
    }

    private string Mode => char.ToLowerInvariant(Simulation.Mode.ToString()[0]) + Simulation.Mode.ToString()[1..];

    private void Heartbeat(in VehicleState state) => _leaves.Add(FlightLeaf.OfHeartbeat(
        Sortie.Id, ++Counts.Heartbeats, Mode, Simulation.IsLinkUp, (_telemetry.Length, _telemetry.Sha256), state.Time, state.Place, state.HeightMetres, _seals));

    private void Guard(UtcInstant now)
    {
        if (_guard!.Look(_papers.Track(), now) is not { } look)
            return;
        foreach (var answer in look.Changed)
            Note("rule", $"{answer.Rule} {answer.Outcome.ToString().ToLowerInvariant()}: {answer.Reasons.First(r => r.Outcome == answer.Outcome).Text}", now);
        foreach (var difference in look.Differences)
            Note("differs", $"{difference.What}: {difference.Text}", now);
    }

    private void Happened(SortieEvent happened)
    {
        // Its route leads back into what was closed to it: once it is out, it goes home.
        _isToReturn |= _arePapersChanged && happened.Kind == SortieEventKind.FenceHardCleared;
        _papers.Add(happened, Simulation.Stations.Holder.Id);
        // What became of a command is in the command's own leaf.
        if (happened.Kind is SortieEventKind.CommandAccepted or SortieEventKind.CommandRefused)
            return;
        if (happened.Kind == SortieEventKind.ControlPassed)
        {
            Counts.HandOvers++;
            _leaves.Add(FlightLeaf.OfHandOver(Sortie.Id, _papers.LastHolder, happened.Subject, Simulation.Stations.Holder.InteroperabilityLevel, happened.Time));
        }
        Note(char.ToLowerInvariant(happened.Kind.ToString()[0]) + happened.Kind.ToString()[1..], $"{happened.Subject} {happened.Detail}".Trim(), happened.Time);
    }

    private void Note(string what, string words, UtcInstant at)
    {
        Counts.Events++;
        _leaves.Add(FlightLeaf.OfEvent(Sortie.Id, what, words, at));
        Log(at, $"{what}: {words}");
    }

    private void Log(UtcInstant at, string line)
    {
        _log.Add((at, line));
        Told?.Invoke(at, line);
    }

    private void TakeSensor()
    {
        foreach (var interval in _sensor?.TakeIntervals() ?? [])
        {
            var use = _papers.Add(interval);
            Counts.SensorIntervals++;
            _leaves.Add(FlightLeaf.OfSensor(Sortie.Id, use, interval.End, _seals));
        }
    }

    private void Close(string outcome)
    {
        _isClosed = true;
        _sensor?.Complete();
        TakeSensor();
        var now = Simulation.Time;
        _telemetry.Write(Simulation.State, Mode, Simulation.IsLinkUp);
        _papers.Add(Simulation.State);
        Heartbeat(Simulation.State);
        (Counts.TelemetryBytes, Counts.AdsbMessages, Counts.Pictures) = (_telemetry.Length, _adsb?.Count ?? 0, _sensor?.Counts.Pictures ?? 0);
        Paper = _papers.Flown(_parked, outcome, now);
        Flown = _papers.Judge(Paper, now);
        if (Flown is not null)
            _leaves.Add(SortieDecisionLeaf.Draft(Flown, Sortie, now.Microseconds / 1_000));
        _leaves.Add(FlightLeaf.OfClosing(Sortie.Id, outcome, Counts.All, now));
        Log(now, $"closed: {outcome}");
    }

    private static T[] Take<T>(List<T> from)
    {
        T[] taken = [.. from];
        from.Clear();
        return taken;
    }
}
