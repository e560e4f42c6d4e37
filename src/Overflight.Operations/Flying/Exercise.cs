using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Feeds.ModeS.Sending;
using Overflight.Operations.Fences;
using Overflight.Operations.Recording;
using Overflight.Operations.Scenarios;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Scenery.Video;
using Overflight.Tracks;

namespace Overflight.Operations.Flying;

/// <summary>
/// Flies a scenario: each sortie is judged and authorised when its time comes, then flown with all traces; those that are refused stay on the ground.
/// Aircraft are flown at once on all cores and their traces put in order of time, so the same scenario leaves the same.
/// </summary>
public sealed class Exercise : IAsyncDisposable
{
    private readonly Scenario _scenario;
    private readonly DocumentSet _documents;
    private readonly AirspaceIndex _index;
    private readonly SortieJudge _judge;
    private readonly FlightRecord _record;
    private readonly ExerciseOptions _options;
    private readonly List<(ScenarioAircraft Aircraft, int Number, Sortie Sortie, UtcInstant Start)> _waiting;
    private readonly List<FlownAircraft> _aircraft = [];
    private readonly List<(ScenarioAircraft Aircraft, Decision Decision)> _refused = [];
    private readonly FileStream? _adsb;
    private readonly StreamWriter _log;
    private readonly CoastLine _coast;
    private readonly byte[] _beast = new byte[BeastWriter.MostBytes];

    /// <summary>Makes an exercise; nothing flies yet.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="documents">The papers, of all times.</param>
    /// <param name="index">Whose airspace is where.</param>
    /// <param name="record">Where leaves go.</param>
    /// <param name="options">Where the rest goes.</param>
    /// <exception cref="InvalidDataException">A sortie is not among the papers.</exception>
    public Exercise(Scenario scenario, DocumentSet documents, AirspaceIndex index, FlightRecord record, ExerciseOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(options);
        (_scenario, _documents, _index, _record, _options) = (scenario, documents, index, record, options);
        (_judge, _coast) = (new(index, documents), CoastLine.OfClaims(index));
        _waiting = [.. scenario.Aircraft.Select((aircraft, number) => (aircraft, number, Sortie: SortieOf(aircraft, documents)))
            .Select(a => (a.aircraft, a.number, a.Sortie, Start: a.Sortie.Route.Points[0].At.AddSeconds(-SortieSetups.ArmingSeconds)))
            .OrderBy(a => a.Start).ThenBy(a => a.number)];
        Time = Start = _waiting[0].Start;
        Directory.CreateDirectory(Path.Combine(options.Folder, "telemetry"));
        _log = new(new FileStream(Path.Combine(options.Folder, "log.txt"), FileMode.Create, FileAccess.Write, FileShare.Read));
        if (scenario.Aircraft.Any(a => a.Adsb is not null))
            _adsb = new(Path.Combine(options.Folder, "adsb.beast"), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>The scenario's first aircraft.</summary>
    public ScenarioAircraft First => _scenario.Aircraft[0];

    /// <summary>When the first aircraft is to be armed.</summary>
    public UtcInstant Start { get; }

    /// <summary>How far it is flown.</summary>
    public UtcInstant Time { get; private set; }

    /// <summary>The aircraft that were authorised, in the order of their starts.</summary>
    public IReadOnlyList<FlownAircraft> Aircraft => _aircraft;

    /// <summary>Those that stayed on the ground, and why.</summary>
    public IReadOnlyList<(ScenarioAircraft Aircraft, Decision Decision)> Refused => _refused;

    /// <summary>When the next aircraft is to be armed; null where none waits.</summary>
    public UtcInstant? NextStart => _waiting.Count > 0 ? _waiting[0].Start : null;

    /// <summary>Whether nothing is left to be flown.</summary>
    public bool IsOver => (_waiting.Count == 0 && _aircraft.TrueForAll(a => a.IsClosed)) || Time >= _scenario.Until;

    /// <summary>Called when an aircraft is authorised, before it takes off.</summary>
    public event Action<FlownAircraft>? Authorised;

    /// <summary>Called when one is refused.</summary>
    public event Action<ScenarioAircraft, Decision>? WasRefused;

    /// <summary>Flies on to an instant. What was left by then is durable in the record when this returns.</summary>
    public async Task AdvanceAsync(UtcInstant until, CancellationToken cancellation = default)
    {
        while (Time < until)
        {
            cancellation.ThrowIfCancellationRequested();
            while (_waiting.Count > 0 && _waiting[0].Start <= Time)
                await AskAsync(cancellation).ConfigureAwait(false);
            var next = NextStart is { } start && start < until ? start : until;
            Parallel.ForEach(_aircraft.Where(a => !a.IsClosed), a => a.AdvanceTo(next));
            Time = next;
            foreach (var leaf in _aircraft.SelectMany(a => a.TakeLeaves()).OrderBy(l => l.Time))
                await _record.AddAsync(leaf, cancellation).ConfigureAwait(false);
            await _record.FlushAsync(cancellation).ConfigureAwait(false);
            Hear();
            Log();
        }
    }

    /// <summary>Ends it: flights still in the air are broken off, and the papers of what was flown are written.</summary>
    public async Task FinishAsync(CancellationToken cancellation = default)
    {
        foreach (var aircraft in _aircraft)
            aircraft.BreakOff();
        foreach (var leaf in _aircraft.SelectMany(a => a.TakeLeaves()).OrderBy(l => l.Time))
            await _record.AddAsync(leaf, cancellation).ConfigureAwait(false);
        await _record.FlushAsync(cancellation).ConfigureAwait(false);
        Hear();
        Log();
        await _log.FlushAsync(cancellation).ConfigureAwait(false);
        if (_adsb is not null)
            await _adsb.FlushAsync(cancellation).ConfigureAwait(false);
        var papers = Path.Combine(_options.Folder, "papers");
        Directory.CreateDirectory(papers);
        foreach (var paper in _aircraft.Select(a => a.Paper).OfType<FlownSortie>())
            await File.WriteAllBytesAsync(Path.Combine(papers, $"{paper.Kind}.{paper.Id}.v{paper.Version}.json"), AuthorityJson.Write(paper), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var aircraft in _aircraft)
            aircraft.Dispose();
        await _log.DisposeAsync().ConfigureAwait(false);
        if (_adsb is not null)
            await _adsb.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The last version of an aircraft's sortie among papers.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static Sortie SortieOf(ScenarioAircraft aircraft, DocumentSet documents)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        ArgumentNullException.ThrowIfNull(documents);
        return documents.All.OfType<Sortie>().Where(s => s.Id == aircraft.Sortie).MaxBy(s => s.Version) ?? throw new InvalidDataException($"aircraft.{aircraft.Name}.sortie: there is no sortie \"{aircraft.Sortie}\" among the papers");
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        var (aircraft, number, sortie, start) = _waiting[0];
        _waiting.RemoveAt(0);
        var (decision, authorisation) = await Authorisation.AskAsync(_judge, sortie, start, _record, cancellation).ConfigureAwait(false);
        if (authorisation is null)
        {
            _refused.Add((aircraft, decision));
            _log.Write($"{start}  {aircraft.Name}: refused: {string.Join(", ", decision.BlockedBy)}\n");
            WasRefused?.Invoke(aircraft, decision);
            return;
        }
        var telemetry = new TelemetryFile(new FileStream(Path.Combine(_options.Folder, "telemetry", FileName(aircraft) + ".jsonl"), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 14));
        var fences = aircraft.IsFenced == false ? null : new AuthorityFences(_index, _documents, sortie);
        var flown = new FlownAircraft(_scenario, aircraft, number, authorisation, fences, _judge, _documents, telemetry, SensorOf(aircraft, sortie), _record.Seals, aircraft.Name == _options.FlownByLink);
        _aircraft.Add(flown);
        _log.Write($"{start}  {aircraft.Name}: authorised, leaf {authorisation.Leaf}\n");
        Authorised?.Invoke(flown);
    }

    private SensorSimulation? SensorOf(ScenarioAircraft aircraft, Sortie sortie)
    {
        if (!sortie.Payload.Any(p => p.SensorKind == "eo-ir"))
            return null;
        var video = _options.VideoOf?.Invoke(aircraft.Name);
        var isPointed = aircraft.Commands.Any(c => TurretCommandText.TryParse(c.Say, out _, out _));
        return video is null && !isPointed && !_options.WithAllSensors ? null : new(new SceneWorld(_scenario.Seed, _coast), TurretType.Generic, video);
    }

    private void Log()
    {
        foreach (var (name, at, line) in _aircraft.SelectMany(a => a.TakeLog().Select(l => (a.Aircraft.Name, l.At, l.Line))).OrderBy(l => l.At))
            _log.Write($"{at}  {name}: {line.ReplaceLineEndings(" ")}\n");
    }

    private void Hear()
    {
        var heard = _aircraft.SelectMany(a => a.TakeHeard()).OrderBy(m => m.At);
        foreach (var (at, frame) in heard)
            _adsb?.Write(_beast, 0, BeastWriter.Write(_beast, at, frame));
    }

    /// <summary>An aircraft's name as part of a file's.</summary>
    public static string FileName(ScenarioAircraft aircraft)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        return aircraft.Name.ToLowerInvariant().Replace(' ', '-');
    }
}
