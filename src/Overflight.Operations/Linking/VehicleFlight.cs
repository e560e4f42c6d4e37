using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Geodesy;
using Overflight.Mavlink;
using Overflight.Mavlink.Grounds;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Commands;
using Overflight.Operations.Flying;
using Overflight.Operations.Recording;
using Overflight.Operations.Scenarios;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Operations.Linking;

/// <summary>
/// A vehicle that is not ours, flown by its sortie's paper over MAVLink: authorised in the record first, then given its mission and fence, armed, and
/// followed with the leaves of every flight until it has landed. Where a rule begins to refuse in the air, it is sent home. Times are the vehicle's.
/// </summary>
public sealed class VehicleFlight
{
    private const double HeartbeatSeconds = 60;
    private const double LostSeconds = 5;

    private readonly GroundVehicle _vehicle;
    private readonly Authorisation _authorisation;
    private readonly FlightRecord _record;
    private readonly TelemetryFile _telemetry;
    private readonly FlightPapers _papers;
    private readonly FlightGuard _guard;
    private readonly Instrument? _instrument;
    private readonly Scenario _scenario;
    private readonly string _station;
    private readonly TimeProvider _time;
    private VehicleState? _first, _last;
    private UtcInstant _nextHeartbeat, _nextTelemetry, _nextGuard;
    private long _heardAt;
    private bool _isLost, _hasFlown, _isSentHome;

    /// <summary>Makes a flight; nothing is sent yet.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="authorisation">The leave to arm it.</param>
    /// <param name="scenario">How often telemetry is written and the rules are asked.</param>
    /// <param name="aircraft">The scenario's aircraft.</param>
    /// <param name="judge">By which papers.</param>
    /// <param name="documents">The papers.</param>
    /// <param name="record">Where leaves go.</param>
    /// <param name="telemetry">Where telemetry goes.</param>
    /// <param name="time">The clock that silences are told by.</param>
    public VehicleFlight(
        GroundVehicle vehicle, Authorisation authorisation, Scenario scenario, ScenarioAircraft aircraft, SortieJudge judge, DocumentSet documents, FlightRecord record, TelemetryFile telemetry, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(authorisation);
        ArgumentNullException.ThrowIfNull(documents);
        (_vehicle, _authorisation, _scenario, _record, _telemetry, _time) = (vehicle, authorisation, scenario, record, telemetry, time);
        (_papers, _guard) = (new(aircraft, authorisation.Sortie, judge, documents), new(judge, authorisation.Sortie));
        _station = authorisation.Sortie.Conduct.Control.OrderBy(c => c.During.From).First().Station;
        _instrument = authorisation.Sortie.Instrument is { } id ? documents.At<Instrument>(id, authorisation.Until) : null;
    }

    /// <summary>What it left so far.</summary>
    public FlightCounts Counts { get; } = new();

    /// <summary>What the rules say of the flight; null until it has landed.</summary>
    public Decision? Flown { get; private set; }

    /// <summary>The paper of what was flown; null until it has landed.</summary>
    public FlownSortie? Paper { get; private set; }

    /// <summary>Called with each line that a person who watches would want to read.</summary>
    public event Action<UtcInstant, string>? Told;

    private Sortie Sortie => _authorisation.Sortie;

    /// <summary>Gives it its mission and fence, arms it, and starts it.</summary>
    /// <returns>Why it does not fly; null where it does.</returns>
    public async Task<string?> StartAsync(CancellationToken cancellation = default)
    {
        Observe();
        if (_last is not { } now)
            return "it tells neither time nor place";
        if (now.Time > _authorisation.Until)
            return $"the authorisation in leaf {_authorisation.Leaf} ran out at {_authorisation.Until}";
        var mission = PaperPlan.Mission(Sortie.Route);
        var taken = await _vehicle.Missions.UploadAsync(MavMissionType.Mission, mission, cancellation).ConfigureAwait(false);
        await CommandAsync("mission", $"{mission.Items.Count} items", taken == MavMissionResult.Accepted ? null : taken.ToString(), cancellation).ConfigureAwait(false);
        if (taken != MavMissionResult.Accepted)
            return $"it does not take the mission: {taken}";
        var fence = PaperPlan.Fence(_instrument);
        if (fence.Items.Count > 0)
        {
            // An autopilot without fences is flown by the rules alone; the record says so.
            var fenced = await _vehicle.Missions.UploadAsync(MavMissionType.Fence, fence, cancellation).ConfigureAwait(false);
            await CommandAsync("fence", $"{fence.Items.Count} corners", fenced == MavMissionResult.Accepted ? null : fenced.ToString(), cancellation).ConfigureAwait(false);
        }
        return await DoAsync("arm", _vehicle.ArmAsync(cancellation), cancellation).ConfigureAwait(false) ?? await DoAsync("start", _vehicle.StartMissionAsync(cancellation: cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Follows it: call about once a second until it says that it is over.</summary>
    /// <returns>Whether it has landed and the record is closed.</returns>
    public async Task<bool> FollowAsync(CancellationToken cancellation = default)
    {
        if (Paper is not null)
            return true;
        await TellLinkAsync(Observe(), cancellation).ConfigureAwait(false);
        if (_last is not { } state)
            return false;
        _hasFlown |= state.IsAirborne;
        if (state.Time >= _nextTelemetry)
        {
            _telemetry.Write(state, _vehicle.Mode.ToString(), !_isLost);
            _papers.Add(state);
            _nextTelemetry = state.Time.AddSeconds(_scenario.TelemetryEverySeconds);
        }
        if (state.Time >= _nextHeartbeat)
        {
            await HeartbeatAsync(state, cancellation).ConfigureAwait(false);
            _nextHeartbeat = state.Time.AddSeconds(HeartbeatSeconds);
        }
        if (_scenario.GuardEverySeconds > 0 && state.IsAirborne && state.Time >= _nextGuard)
        {
            await GuardAsync(state.Time, cancellation).ConfigureAwait(false);
            _nextGuard = state.Time.AddSeconds(_scenario.GuardEverySeconds);
        }
        if (_hasFlown && !state.IsAirborne && !_isLost)
            await CloseAsync(state, cancellation).ConfigureAwait(false);
        return Paper is not null;
    }

    /// <summary>Reads what it told last.</summary>
    /// <returns>Whether that is new.</returns>
    private bool Observe()
    {
        if (_vehicle.Latest<SystemTime>() is not { TimeUnixUsec: > 0 } clock || _vehicle.Latest<GlobalPositionInt>() is not { } position)
            return false;
        var time = new UtcInstant((long)clock.TimeUnixUsec + ((long)position.TimeBootMs - clock.TimeBootMs) * 1_000);
        if (_last is { } last && time <= last.Time)
            return false;
        var place = new GeoPoint(position.Lat / 1e7, position.Lon / 1e7);
        if (!place.IsValid)
            return false;
        var (north, east) = (position.Vx / 100.0, position.Vy / 100.0);
        var landed = _vehicle.Latest<ExtendedSysState>()?.LandedState ?? MavLandedState.Undefined;
        var above = position.Alt / 1_000.0;
        _last = new()
        {
            Time = time,
            Place = place,
            HeightMetres = above + (Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0),
            PressureAltitudeMetres = above,
            HeadingDegrees = position.Hdg == ushort.MaxValue ? 0 : position.Hdg / 100.0,
            TrackDegrees = (double.RadiansToDegrees(Math.Atan2(east, north)) + 360) % 360,
            GroundSpeedMetresPerSecond = Math.Sqrt(north * north + east * east),
            VerticalSpeedMetresPerSecond = -position.Vz / 100.0,
            IsAirborne = landed is MavLandedState.InAir or MavLandedState.Takeoff or MavLandedState.Landing,
        };
        _first ??= _last;
        _heardAt = _time.GetTimestamp();
        return true;
    }

    private async Task TellLinkAsync(bool isHeard, CancellationToken cancellation)
    {
        var isLost = !isHeard && _last is not null && _time.GetElapsedTime(_heardAt).TotalSeconds > LostSeconds;
        if (isLost == _isLost || (!isHeard && !isLost) || _last is not { } state)
            return;
        _isLost = isLost;
        _papers.Link(isLost, state.Time);
        await NoteAsync(isLost ? "linkLost" : "linkRegained", isLost ? "nothing is heard of it" : "it is heard again", state.Time, cancellation).ConfigureAwait(false);
    }

    private async Task GuardAsync(UtcInstant now, CancellationToken cancellation)
    {
        if (_guard.Look(_papers.Track(), now) is not { } look)
            return;
        foreach (var answer in look.Changed)
            await NoteAsync("rule", $"{answer.Rule} {answer.Outcome.ToString().ToLowerInvariant()}: {answer.Reasons.First(r => r.Outcome == answer.Outcome).Text}", now, cancellation).ConfigureAwait(false);
        if (_isSentHome || !look.Changed.Any(a => a.Outcome == RuleOutcome.Refuse && look.Decision.BlockedBy.Contains(a.Rule)))
            return;
        _isSentHome = await DoAsync("return", _vehicle.ReturnAsync(cancellation), cancellation).ConfigureAwait(false) is null;
    }

    private async Task<string?> DoAsync(string verb, Task<CommandReply> asked, CancellationToken cancellation)
    {
        var reply = await asked.ConfigureAwait(false);
        var refusal = reply.IsAccepted ? null : $"the vehicle says {reply.Result}";
        await CommandAsync(verb, verb, refusal, cancellation).ConfigureAwait(false);
        return refusal;
    }

    private async Task CommandAsync(string verb, string words, string? refusal, CancellationToken cancellation)
    {
        Counts.Commands += refusal is null ? 1 : 0;
        Counts.Refused += refusal is null ? 0 : 1;
        var at = _last!.Value.Time;
        Told?.Invoke(at, refusal is null ? $"{_station}: {verb}" : $"{_station}: {verb} – refused: {refusal}");
        await _record.AppendAsync(FlightLeaf.OfCommand(Sortie.Id, _station, verb, words, refusal, at, _record.Seals), cancellation).ConfigureAwait(false);
    }

    private async Task NoteAsync(string what, string words, UtcInstant at, CancellationToken cancellation)
    {
        Counts.Events++;
        Told?.Invoke(at, $"{what}: {words}");
        await _record.AppendAsync(FlightLeaf.OfEvent(Sortie.Id, what, words, at), cancellation).ConfigureAwait(false);
    }

    private async Task HeartbeatAsync(VehicleState state, CancellationToken cancellation) => await _record.AppendAsync(
        FlightLeaf.OfHeartbeat(Sortie.Id, ++Counts.Heartbeats, _vehicle.Mode.ToString(), !_isLost, (_telemetry.Length, _telemetry.Sha256), state.Time, state.Place, state.HeightMetres, _record.Seals), cancellation).ConfigureAwait(false);

    private async Task CloseAsync(VehicleState state, CancellationToken cancellation)
    {
        _papers.Land(state);
        await HeartbeatAsync(state, cancellation).ConfigureAwait(false);
        Counts.TelemetryBytes = _telemetry.Length;
        var paper = _papers.Flown(_first!.Value, "landed", state.Time);
        Flown = _papers.Judge(paper, state.Time);
        if (Flown is not null)
            await _record.AppendAsync(SortieDecisionLeaf.Draft(Flown, Sortie, state.Time.Microseconds / 1_000), cancellation).ConfigureAwait(false);
        await _record.AppendAsync(FlightLeaf.OfClosing(Sortie.Id, "landed", Counts.All, state.Time), cancellation).ConfigureAwait(false);
        Paper = paper;
        Told?.Invoke(state.Time, "closed: landed");
    }
}
