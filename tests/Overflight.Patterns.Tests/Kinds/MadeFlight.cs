using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Kinds;

/// <summary>Flights flown on paper: a pen that moves over the ellipsoid and leaves a fix every so often.</summary>
internal sealed class MadeFlight(GeoPoint start, double speedMetresPerSecond, double secondsBetweenFixes)
{
    private const double Step = 0.5;
    private readonly List<Fix> _fixes = [];
    private GeoPoint _place = start;
    private double _heading;
    private double _seconds;
    private double _nextFix;
    private double _feet = 10_000;
    private bool _isSilent;

    /// <summary>Whether fixes carry speed and track.</summary>
    public bool TellsMotion { get; init; } = true;

    /// <summary>Feet a second.</summary>
    public double Climb { get; init; }

    /// <summary>Wind that carries everything along, metres a second towards the east.</summary>
    public double Wind { get; init; }

    /// <summary>Standard deviation of each fix's place, metres.</summary>
    public double NoiseMetres { get; init; }

    private readonly Random _random = new(20261125);

    public GeoPoint Place => _place;

    public double Seconds => _seconds;

    public MadeFlight Head(double degrees)
    {
        _heading = degrees;
        return this;
    }

    public MadeFlight Straight(double metres)
    {
        Fly(metres / speedMetresPerSecond, 0);
        return this;
    }

    /// <summary>Turns on the spot and flies straight to a place.</summary>
    public MadeFlight To(GeoPoint place)
    {
        var way = Geodesic.Inverse(_place, place);
        return Head(way.InitialAzimuthDegrees).Straight(way.DistanceMetres);
    }

    /// <summary>Turns: positive to the right.</summary>
    public MadeFlight Turn(double degrees, double radiusMetres)
    {
        Fly(Math.Abs(double.DegreesToRadians(degrees)) * radiusMetres / speedMetresPerSecond, Math.Sign(degrees) * speedMetresPerSecond / radiusMetres);
        return this;
    }

    /// <summary>Flies on, but nobody hears it.</summary>
    public MadeFlight Silently(Action<MadeFlight> flown)
    {
        _isSilent = true;
        flown(this);
        _isSilent = false;
        return this;
    }

    public PreparedFlight Done(double maximumKnots = 600)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0x0A0001)), "made");
        foreach (var fix in _fixes)
            builder.Add(fix);
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(maximumKnots));
    }

    private void Fly(double seconds, double radiansPerSecond)
    {
        var end = _seconds + seconds;
        while (_seconds < end)
        {
            if (_seconds >= _nextFix)
            {
                if (!_isSilent)
                    _fixes.Add(FixHere());
                _nextFix = _seconds + secondsBetweenFixes;
            }
            var step = Math.Min(Step, end - _seconds);
            var middle = _heading + 0.5 * double.RadiansToDegrees(radiansPerSecond * step);
            _place = Geodesic.Direct(_place, middle, speedMetresPerSecond * step);
            if (Wind != 0)
                _place = Geodesic.Direct(_place, 90, Wind * step);
            _heading += double.RadiansToDegrees(radiansPerSecond * step);
            _feet += Climb * step;
            _seconds += step;
        }
    }

    private Fix FixHere()
    {
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(_heading));
        var (east, north) = (speedMetresPerSecond * sine + Wind, speedMetresPerSecond * cosine);
        var place = NoiseMetres > 0 ? Geodesic.Direct(_place, 360 * _random.NextDouble(), NoiseMetres * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()))) : _place;
        var fix = new Fix { Time = new UtcInstant(1_700_000_000_000_000 + (long)(_seconds * 1e6)), Position = place, BarometricAltitudeFeet = (float)_feet, AccuracyMetres = 10 };
        return !TellsMotion ? fix : fix with
        {
            TrackDegrees = (float)((double.RadiansToDegrees(Math.Atan2(east, north)) + 360) % 360),
            GroundSpeedKnots = (float)(Math.Sqrt(east * east + north * north) * 3600 / 1852),
        };
    }
}
