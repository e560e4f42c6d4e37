using Overflight.Tracks;
using Overflight.Tracks.Integrity;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Watching;

/// <summary>Keeps the last three quarters of an hour of a flight near a region, and asks once a minute what it is doing.</summary>
internal sealed class BehaviourWatch(Func<PreparedFlight, WatchedBehaviour?> behaviour)
{
    private const double WindowSeconds = 2_700;
    private const double SpacingSeconds = 4;
    private const double EverySeconds = 60;
    private const double LeastSeconds = 240;
    private const double OverSeconds = 300;

    private readonly List<PlacedFix> _fixes = [];
    private UtcInstant _next;
    private UtcInstant? _lastSeen;

    public void Clear()
    {
        _fixes.Clear();
        (_next, _lastSeen) = (default, null);
    }

    /// <summary>Whether a fix is far enough from the last one taken, in time. Most are not, and need not be measured against the boundary.</summary>
    public bool Wants(in PlacedFix fix) => _fixes.Count == 0 || fix.Fix.Time.SecondsSince(_fixes[^1].Fix.Time) >= SpacingSeconds;

    /// <summary>Takes a wanted fix; answers what there is to tell, each thing once until it is over.</summary>
    public WatchedBehaviour? Accept(FlightFollower flight, in PlacedFix fix)
    {
        var now = fix.Fix.Time;
        _fixes.Add(fix);
        if (now < _next || now.SecondsSince(_fixes[0].Fix.Time) < LeastSeconds)
            return null;
        _next = now.AddSeconds(EverySeconds);
        _fixes.RemoveRange(0, _fixes.FindIndex(f => now.SecondsSince(f.Fix.Time) <= WindowSeconds));
        if (behaviour(Prepare(flight)) is not { } found)
        {
            if (_lastSeen is { } seen && now.SecondsSince(seen) > OverSeconds)
                _lastSeen = null;
            return null;
        }
        var isNew = _lastSeen is null;
        _lastSeen = now;
        return isNew ? found : null;
    }

    private PreparedFlight Prepare(FlightFollower flight)
    {
        var builder = new TrackBuilder(flight.Aircraft, "live");
        foreach (var fix in _fixes)
            builder.Add(fix.Fix);
        return FlightPreparer.Keep(builder.Build(), [.. _fixes.Select(f => new PositionRadius(f.Metres95, f.BoundMetres, f.IsRadiusStated))], flight.Speed);
    }
}
