using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Texts;

namespace Overflight.Mavlink.Grounds;

/// <summary>The ground's side of a link: finds vehicles, keeps what they tell, and is an authoriser of arming if it has an authority.</summary>
/// <remarks>Events are raised on the thread of the link, in the order of what came; their handlers must not block.</remarks>
public sealed class MavlinkGround : IDisposable
{
    private const int MostVehicles = 255;

    private readonly GroundOptions _options;
    private readonly MavlinkNode _node;
    private readonly Lock _lock = new();
    private readonly Dictionary<byte, GroundVehicle> _vehicles = [];
    private readonly List<IDisposable> _parts = [];
    private readonly ITimer _timer;
    private TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts a ground station on a link.</summary>
    public MavlinkGround(MavlinkLink link, GroundOptions options)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _node = new(link, options.SystemId, options.ComponentId);
        _parts.Add(link.Subscribe(Take));
        _parts.Add(new StatusTextReader(_node, text => TextHeard?.Invoke(this, text)));
        if (options.ArmAuthority is { } authority)
            _parts.Add(new ArmAuthoriser(_node, authority));
        _timer = link.Time.CreateTimer(_ => Tick(), null, TimeSpan.Zero, options.HeartbeatInterval);
    }

    /// <summary>A vehicle was heard for the first time.</summary>
    public event EventHandler<GroundVehicle>? VehicleFound;

    /// <summary>A vehicle fell silent.</summary>
    public event EventHandler<GroundVehicle>? VehicleLost;

    /// <summary>A vehicle that was silent was heard again.</summary>
    public event EventHandler<GroundVehicle>? VehicleRegained;

    /// <summary>A vehicle told something.</summary>
    public event EventHandler<VehicleMessage>? MessageHeard;

    /// <summary>A text for people came.</summary>
    public event EventHandler<StatusText>? TextHeard;

    /// <summary>The component that speaks.</summary>
    public MavlinkNode Node => _node;

    /// <summary>The vehicles heard so far.</summary>
    public IReadOnlyList<GroundVehicle> Vehicles
    {
        get
        {
            lock (_lock)
                return [.. _vehicles.Values];
        }
    }

    /// <summary>The vehicle of a system, as soon as it is heard.</summary>
    public async Task<GroundVehicle> FindAsync(byte system, CancellationToken cancellation = default)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_vehicles.TryGetValue(system, out var vehicle))
                    return vehicle;
                next = _found.Task;
            }
            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the station off the link. The link stays open.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        foreach (var part in _parts)
            part.Dispose();
        foreach (var vehicle in Vehicles)
            vehicle.Dispose();
    }

    private void Take(MavlinkFrame frame)
    {
        if (!_node.Hears(frame))
            return;
        var isNew = false;
        var isBack = false;
        GroundVehicle? vehicle;
        lock (_lock)
        {
            if (!_vehicles.TryGetValue(frame.SystemId, out vehicle))
            {
                // Cameras, gimbals and other stations have heartbeats too.
                if (!frame.Is<Heartbeat>(out var heartbeat) || heartbeat.Autopilot == MavAutopilot.Invalid || heartbeat.Type == MavType.Gcs || _vehicles.Count == MostVehicles)
                    return;
                vehicle = new(_node, frame.SystemId, frame.ComponentId, _options.Patience);
                _vehicles.Add(frame.SystemId, vehicle);
                isNew = true;
            }
            if (frame.ComponentId == vehicle.ComponentId && frame.Is<Heartbeat>(out _))
            {
                vehicle.LastHeard = _node.Time.GetTimestamp();
                isBack = !vehicle.IsConnected;
                vehicle.IsConnected = true;
            }
            // What a camera or gimbal tells is the vehicle's too, save what stands for the component itself.
            if (frame.ComponentId == vehicle.ComponentId || frame.Info != Heartbeat.Info && frame.Info != CommandAck.Info)
                vehicle.Take(frame);
            if (isNew)
            {
                _found.SetResult();
                _found = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
        if (isNew)
            VehicleFound?.Invoke(this, vehicle);
        if (isBack)
            VehicleRegained?.Invoke(this, vehicle);
        MessageHeard?.Invoke(this, new(vehicle, frame));
    }

    private void Tick()
    {
        _node.Send(new Heartbeat { Type = MavType.Gcs, Autopilot = MavAutopilot.Invalid, SystemStatus = MavState.Active });
        List<GroundVehicle> lost = [];
        lock (_lock)
        {
            foreach (var vehicle in _vehicles.Values)
                if (vehicle.IsConnected && _node.Time.GetElapsedTime(vehicle.LastHeard) > _options.Silence)
                {
                    vehicle.IsConnected = false;
                    lost.Add(vehicle);
                }
        }
        foreach (var vehicle in lost)
            VehicleLost?.Invoke(this, vehicle);
    }
}
