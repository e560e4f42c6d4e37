using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Picture;
using Overflight.Scenery.Turret;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Scenery.Video;

/// <summary>
/// A turret on a simulated aircraft, with or without video. It is told the aircraft's states as they come, a second apart or less, and works out what lies between.
/// Not safe for use by several threads at once; the world may be shared with others of the same thread.
/// </summary>
public sealed class SensorSimulation : IDisposable
{
    // Without video, the line of sight need not be followed finer.
    private const double StepSeconds = 0.25;
    private const double MostLagSeconds = 0.5;

    private readonly SceneWorld _world;
    private readonly StabilisedTurret _turret;
    private readonly SensorVideo? _video;
    private readonly PictureRenderer? _renderer;
    private readonly PictureFrame? _frame;
    private readonly IntervalBuilder _intervals = new();
    private readonly TimeProvider _clock;
    private readonly long _stepMicroseconds;
    private SensorPacketWriter? _packets;
    private VehicleState _last;
    private UtcInstant _start;
    private long _began;
    private long _steps;
    private bool _hasState;
    private (double On, double Unseen, long Footprints) _sums;

    /// <summary>A sensor.</summary>
    /// <param name="world">What there is to see.</param>
    /// <param name="type">The turret; it begins stowed.</param>
    /// <param name="video">Where its pictures go; null for none. It is completed and closed with this simulation.</param>
    /// <param name="clock">The clock that live video keeps up with (<see cref="SensorVideoOptions.DropsFrames"/>); that of the system if null.</param>
    public SensorSimulation(SceneWorld world, TurretType type, SensorVideo? video = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        (_world, _turret, _video, _clock) = (world, new StabilisedTurret(type, world.Seed), video, clock ?? TimeProvider.System);
        _stepMicroseconds = video is null ? (long)(StepSeconds * 1e6) : 0;
        if (video is null)
            return;
        _renderer = new PictureRenderer(world, video.Options.Width, video.Options.Height) { ShowsNumbers = video.Options.ShowsNumbers };
        _frame = new PictureFrame(video.Options.Width, video.Options.Height);
    }

    /// <summary>Where the turret looks, as of the last step.</summary>
    public TurretSight Sight => _turret.Sight;

    /// <summary>Where its picture lies on the ground, as of the last state; null while stowed and before the first.</summary>
    public Footprint? Footprint { get; private set; }

    /// <summary>What it did so far.</summary>
    public SensorCounts Counts => new(_sums.On, _sums.Footprints, _video?.Pictures ?? 0, _video?.Packets ?? 0, _video?.Dropped ?? 0, _sums.Unseen);

    /// <summary>Time spent on making pictures and on metadata, seconds by the clock.</summary>
    public (double Pictures, double Metadata) Spent { get; private set; }

    /// <summary>Squares of ground of 64 by 64 spots drawn for the pictures so far.</summary>
    public long GroundSquares => _renderer?.Texture.Drawn ?? 0;

    /// <summary>Tells the turret what to do from now on.</summary>
    /// <returns>Why it cannot; null where it does.</returns>
    public string? Command(TurretCommand command) => _turret.Command(command);

    /// <summary>Tells the turret what to do in words; see <see cref="TurretCommandText"/>.</summary>
    /// <returns>Why it cannot; null where it does.</returns>
    public string? Command(string text) => TurretCommandText.TryParse(text, out var command, out var problem) ? _turret.Command(command!) : problem;

    /// <summary>Goes on to the aircraft's next state: frames, or steps, up to its time.</summary>
    /// <param name="state">The state; times must rise.</param>
    /// <exception cref="IOException">The video failed; the message says why.</exception>
    public void Advance(in VehicleState state)
    {
        if (!_hasState)
        {
            (_last, _start, _hasState, _began) = (state, state.Time, true, _clock.GetTimestamp());
            _packets = _video is null ? null : new SensorPacketWriter(_video.Options, _start);
            Step(state, 0);
        }
        else if (state.Time <= _last.Time)
            throw new ArgumentException($"The state of {state.Time} is not later than that of {_last.Time}.", nameof(state));
        else
        {
            // What lies before a state is known when it comes: live video is as late as states are apart, and keeps to that.
            if (_steps == 1)
                _began = _clock.GetTimestamp();
            for (var next = TimeOf(_steps); next <= state.Time; next = TimeOf(_steps))
                Step(PlatformMotion.At(_last, state, next), SecondsTo(next));
            _last = state;
        }
        Look();
    }

    /// <summary>Sensor-on intervals that have ended since they were last taken.</summary>
    public IReadOnlyList<SensorInterval> TakeIntervals() => _intervals.Take();

    /// <summary>Ends it: the open interval is closed and the video completed.</summary>
    /// <exception cref="IOException">The video failed; the message says why.</exception>
    public void Complete()
    {
        _intervals.Close();
        _video?.Complete();
    }

    /// <summary>Closes the video. One that was not completed breaks off.</summary>
    public void Dispose() => _video?.Dispose();

    private UtcInstant TimeOf(long step) => _video is null
        ? new UtcInstant(_start.Microseconds + step * _stepMicroseconds)
        : new UtcInstant(_start.Microseconds + step * 1_000_000 / _video.Options.FramesPerSecond);

    private double SecondsTo(UtcInstant next) => next.SecondsSince(TimeOf(_steps - 1));

    private void Step(in VehicleState state, double seconds)
    {
        var sight = _turret.Advance(state, seconds, _world);
        _steps++;
        if (sight.IsOn)
            _sums.On += seconds;
        if (sight.Condition is SightCondition.GimbalStop or SightCondition.BeyondHorizon)
            _sums.Unseen += seconds;
        if (_video is not null && sight.IsOn)
            Show(state, sight);
    }

    private void Look()
    {
        Footprint = _turret.Sight.IsOn ? SensorFootprint.Find(_turret.Sight, _world) : null;
        _sums.Footprints += Footprint is null ? 0 : 1;
        _intervals.Add(_last.Time, Footprint);
    }

    private void Show(in VehicleState state, in TurretSight sight)
    {
        var isLate = _video!.Options.DropsFrames && _clock.GetElapsedTime(_began).TotalSeconds - state.Time.SecondsSince(_start) > MostLagSeconds;
        var began = _clock.GetTimestamp();
        if (!isLate)
            _renderer!.Render(sight, state.Time, _frame!);
        var rendered = _clock.GetTimestamp();
        var packet = _packets!.Write(new SensorFrame(state, sight, SensorFootprint.Find(sight, _world), isLate ? [] : _renderer!.ObjectsInPicture, _steps));
        Spent = (Spent.Pictures + _clock.GetElapsedTime(began, rendered).TotalSeconds, Spent.Metadata + _clock.GetElapsedTime(rendered).TotalSeconds);
        _video.Add(state.Time.Microseconds, packet, isLate ? [] : _frame!.Bytes);
    }
}
