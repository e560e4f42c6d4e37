using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Watched;

/// <summary>The looks of one sensor over time, and which flights they are of: those that were where the sensor was. Thread-safe.</summary>
public sealed class SensorLooks
{
    // Of the sensor from where the track puts the aircraft: clocks and tracks are a few seconds out, and between fixes it may turn.
    private const double SlackMetres = 1_000;
    private const double MetresPerSecond = 60;
    private const double LongestBetweenFixes = 180;
    private const double LeastPart = 0.8;

    private readonly SensorLook[] _looks;

    /// <summary>Keeps looks, in any order.</summary>
    public SensorLooks(IEnumerable<SensorLook> looks)
    {
        ArgumentNullException.ThrowIfNull(looks);
        _looks = [.. looks.OrderBy(l => l.Time)];
    }

    /// <summary>How many there are.</summary>
    public int Count => _looks.Length;

    /// <summary>Those during a flight, if they are of it: at most of them the sensor was where the aircraft was. None otherwise.</summary>
    public IReadOnlyList<SensorLook> Of(PreparedFlight flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        if (flight.Count < 2)
            return [];
        var during = new List<SensorLook>();
        int compared = 0, near = 0, fix = 0;
        foreach (var look in _looks)
        {
            if (look.Time < flight.Start || look.Time > flight.End)
                continue;
            during.Add(look);
            while (fix + 2 < flight.Count && flight.TimeAt(fix + 1) < look.Time)
                fix++;
            var between = flight.SecondsAfter(fix);
            if (between > LongestBetweenFixes)
                continue;
            compared++;
            near += Geodesic.DistanceMetres(Position(flight, fix, look.Time), look.Sensor) <= SlackMetres + MetresPerSecond * between / 2 ? 1 : 0;
        }
        return compared > 0 && near >= LeastPart * compared ? during : [];
    }

    private static GeoPoint Position(PreparedFlight flight, int fix, UtcInstant time)
    {
        var (from, to, between) = (flight.PositionAt(fix), flight.PositionAt(fix + 1), flight.SecondsAfter(fix));
        if (between <= 0)
            return from;
        var way = Geodesic.Inverse(from, to);
        return Geodesic.Direct(from, way.InitialAzimuthDegrees, way.DistanceMetres * time.SecondsSince(flight.TimeAt(fix)) / between);
    }
}
