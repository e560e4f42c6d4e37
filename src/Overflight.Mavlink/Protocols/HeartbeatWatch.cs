using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols;

/// <summary>Notices when ground stations are heard, and when none is any more: a vehicle returns then, or holds.</summary>
public sealed class HeartbeatWatch : IDisposable
{
    private readonly MavlinkNode _node;
    private readonly TimeSpan _silence;
    private readonly Lock _lock = new();
    private readonly Dictionary<(byte System, byte Component), long> _heard = [];
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;

    /// <summary>Begins to watch.</summary>
    /// <param name="node">Who watches.</param>
    /// <param name="silence">How long a station may be silent before it counts as lost.</param>
    public HeartbeatWatch(MavlinkNode node, TimeSpan silence)
    {
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        _silence = silence;
        _subscription = node.On<Heartbeat>(Take);
        _timer = node.Time.CreateTimer(_ => Look(), null, silence / 4, silence / 4);
    }

    /// <summary>The first ground station was heard, or one again after none.</summary>
    public event EventHandler? GroundHeard;

    /// <summary>No ground station is heard any more.</summary>
    public event EventHandler? GroundLost;

    /// <summary>Whether a ground station is heard.</summary>
    public bool HasGround
    {
        get
        {
            lock (_lock)
                return _heard.Count > 0;
        }
    }

    /// <summary>Watches no longer.</summary>
    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private void Take(MavlinkFrame frame, Heartbeat m)
    {
        if (m.Type != MavType.Gcs)
            return;
        bool isFirst;
        lock (_lock)
        {
            isFirst = _heard.Count == 0;
            _heard[(frame.SystemId, frame.ComponentId)] = _node.Time.GetTimestamp();
        }
        if (isFirst)
            GroundHeard?.Invoke(this, EventArgs.Empty);
    }

    private void Look()
    {
        lock (_lock)
        {
            if (_heard.Count == 0)
                return;
            foreach (var (station, at) in _heard.ToArray())
                if (_node.Time.GetElapsedTime(at) > _silence)
                    _heard.Remove(station);
            if (_heard.Count > 0)
                return;
        }
        GroundLost?.Invoke(this, EventArgs.Empty);
    }
}
