using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Sorties.Flight;

namespace Overflight.Scenery.Turret;

/// <summary>
/// A turret on a platform, advanced by steps of time. Its line of sight is held against the earth while the platform turns, and goes to where it is
/// told along a great circle, within the rates, accelerations and stops of its type. Not safe for use by several threads at once.
/// </summary>
public sealed class StabilisedTurret
{
    // Of the field of view: nearer than this the line of sight is on what was told.
    private const double PartOfView = 0.1;

    private readonly SightJitter _jitter;
    private SightTask _task;
    private double _taskSeconds;
    private double _seconds;
    private SightLine _body;
    private SightLine _earth;
    private double _rate;
    private bool _isNew = true;
    private CameraType _camera;
    private int _step;

    /// <summary>A stowed turret.</summary>
    /// <param name="type">What it can do.</param>
    /// <param name="seed">Of its jitter.</param>
    /// <exception cref="ArgumentException">The type is none; see <see cref="TurretType.Problem"/>.</exception>
    public StabilisedTurret(TurretType type, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Problem() is { } problem)
            throw new ArgumentException(problem, nameof(type));
        Type = type;
        _jitter = new SightJitter(type.JitterMicroradians, seed);
        _camera = type.Cameras[0];
        _body = SightLine.Of(0, type.StowElevationDegrees);
        _task = SightTask.Of(new StowCommand(), type, _body)!;
    }

    /// <summary>What it can do.</summary>
    public TurretType Type { get; }

    /// <summary>Where it looks, after the last step.</summary>
    public TurretSight Sight { get; private set; }

    /// <summary>Tells it what to do from now on.</summary>
    /// <returns>Why it cannot; null where it does.</returns>
    public string? Command(TurretCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Problem(Type) is { } problem)
            return problem;
        switch (command)
        {
            case FieldOfViewCommand view:
                if (view.Step >= _camera.HorizontalFieldsOfViewDegrees.Count)
                    return $"{_camera.Name} has fields of view 0 to {_camera.HorizontalFieldsOfViewDegrees.Count - 1}";
                _step = view.Step;
                break;
            case CameraCommand camera:
                // Where the steps differ, the nearest field of view is taken.
                var degrees = _camera.HorizontalFieldsOfViewDegrees[_step];
                _camera = Type.Camera(camera.Kind)!;
                _step = Enumerable.Range(0, _camera.HorizontalFieldsOfViewDegrees.Count).MinBy(i => Math.Abs(Math.Log(_camera.HorizontalFieldsOfViewDegrees[i] / degrees)));
                break;
            default:
                (_task, _taskSeconds) = (SightTask.Of(command, Type, _earth)!, 0);
                break;
        }
        return null;
    }

    /// <summary>Goes on to where the platform is now.</summary>
    /// <param name="platform">The platform's state.</param>
    /// <param name="stepSeconds">Since the last step; 0 or more. Steps of more than a second follow quick turns of the platform badly.</param>
    /// <param name="ground">How high the ground is, for places that are told without a height.</param>
    public TurretSight Advance(in VehicleState platform, double stepSeconds, IHeightField ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentOutOfRangeException.ThrowIfNegative(stepSeconds);
        var attitude = Rotation.Of(platform.HeadingDegrees, platform.PitchDegrees, platform.RollDegrees);
        if (_isNew)
            (_earth, _isNew) = (_body.By(attitude), false);
        _taskSeconds += stepSeconds;
        _seconds += stepSeconds;
        var (wanted, place, placeHeight) = _task.At(platform, attitude, _taskSeconds, ground);
        var isHidden = place is not null && IsHidden(platform, wanted, place.Value, placeHeight);
        var before = _earth;
        var held = Held(wanted.By(attitude.Inverse()), out var isBeyondStop);
        Slew(isBeyondStop ? held.By(attitude) : wanted, stepSeconds);
        Follow(held, attitude, stepSeconds);
        var turned = stepSeconds > 0 ? before.AngleTo(_earth) / stepSeconds : 0;
        var isThere = _earth.AngleTo(wanted) <= PartOfView * _camera.HorizontalFieldsOfViewDegrees[_step];
        var condition = _task.Mode == TurretMode.Stow && isThere ? SightCondition.Stowed
            : isHidden ? SightCondition.BeyondHorizon
            : isThere ? SightCondition.OnTarget
            : isBeyondStop ? SightCondition.GimbalStop
            : SightCondition.Slewing;
        return Sight = new TurretSight(platform.Place, platform.HeightMetres, attitude, Shaken(), _camera, _step, _task.Mode, condition, turned);
    }

    // Speeds up and slows down within the acceleration, so that it comes to rest where it is wanted.
    private void Slew(SightLine wanted, double seconds)
    {
        var angle = _earth.AngleTo(wanted);
        var gain = Type.SlewAccelerationDegreesPerSecondSquared;
        var allowed = Math.Min(Type.SlewRateDegreesPerSecond, Math.Sqrt(2 * gain * angle));
        _rate = Math.Clamp(allowed, _rate - gain * seconds, _rate + gain * seconds);
        if (_rate * seconds >= angle)
        {
            _rate = seconds > 0 ? angle / seconds : 0;
            _earth = wanted;
            return;
        }
        _earth = _earth.Towards(wanted, _rate * seconds);
    }

    // The gimbal follows the line of sight as the platform turns: within its own rate and its stops. Where the great circle leads against a stop, it goes round by its axes.
    private void Follow(SightLine held, Rotation attitude, double seconds)
    {
        var body = _earth.By(attitude.Inverse());
        if (seconds > 0)
            body = _body.Towards(body, Type.SlewRateDegreesPerSecond * seconds);
        var reached = Held(body, out var isStopped);
        if (!isStopped || seconds <= 0)
        {
            _body = reached;
            _earth = _body.By(attitude);
            return;
        }
        var from = _body;
        _body = ByAxes(from, held, _rate * seconds);
        _earth = _body.By(attitude);
        _rate = from.AngleTo(_body) / seconds;
    }

    private SightLine ByAxes(SightLine from, SightLine to, double degrees)
    {
        var (azimuth, elevation) = (from.AzimuthDegrees, from.ElevationDegrees);
        var turn = to.AzimuthDegrees - azimuth;
        if (Type.AzimuthReachDegrees >= 180)
            turn = Math.IEEERemainder(turn, 360);
        var rise = to.ElevationDegrees - elevation;
        // What a degree of azimuth counts for changes on the way: the most is taken.
        var level = elevation * to.ElevationDegrees < 0 ? 1 : Math.Cos(double.DegreesToRadians(Math.Min(Math.Abs(elevation), Math.Abs(to.ElevationDegrees))));
        var way = Math.Sqrt(turn * turn * level * level + rise * rise);
        var part = way > degrees ? degrees / way : 1;
        return Held(SightLine.Of(azimuth + part * turn, elevation + part * rise), out _);
    }

    /// <summary>A direction against the platform, or where the stops hold the gimbal on the way to it.</summary>
    private SightLine Held(SightLine body, out bool isStopped)
    {
        var (azimuth, elevation) = (body.AzimuthDegrees, body.ElevationDegrees);
        var heldElevation = Math.Clamp(elevation, Math.Max(-90, Type.LeastElevationDegrees), Type.GreatestElevationDegrees);
        var heldAzimuth = Math.Clamp(azimuth, -Type.AzimuthReachDegrees, Type.AzimuthReachDegrees);
        // Below -90 the gimbal looks back under itself: what is behind it can be seen so, turned round.
        if (heldAzimuth != azimuth && Type.LeastElevationDegrees < -90 && ReachesUnder(azimuth, elevation))
            heldAzimuth = azimuth;
        isStopped = heldAzimuth != azimuth || heldElevation != elevation;
        return isStopped ? SightLine.Of(heldAzimuth, heldElevation) : body;
    }

    private bool ReachesUnder(double azimuth, double elevation) =>
        -180 - elevation >= Type.LeastElevationDegrees && Math.Abs(Math.IEEERemainder(azimuth + 180, 360)) <= Type.AzimuthReachDegrees;

    private Rotation Shaken()
    {
        var (right, up) = _jitter.At(_seconds);
        return Rotation.Of(_earth.AzimuthDegrees, Math.Clamp(_earth.ElevationDegrees + up, -90, 90), 0) * Rotation.Of(right, 0, 0);
    }

    // The earth is between where the line of sight meets the sea well before the place.
    private static bool IsHidden(in VehicleState platform, SightLine wanted, GeoPoint place, double placeHeight)
    {
        var frame = new EnuFrame(platform.Place, platform.HeightMetres);
        var range = Math.Sqrt(SquareRange(frame, place, placeHeight));
        var level = Math.Min(placeHeight, platform.HeightMetres) - 1;
        var hit = Ellipsoid.RayIntersection(frame.ToEcef(0, 0, 0), frame.Unrotate(wanted.Y, wanted.X, -wanted.Z), level);
        return hit is { } met && met.RangeMetres < range - Math.Max(50, 0.01 * range);
    }

    private static double SquareRange(EnuFrame frame, GeoPoint place, double height)
    {
        var (east, north, up) = frame.ToEnu(place, height);
        return east * east + north * north + up * up;
    }
}
