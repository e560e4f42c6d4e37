using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Commands;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Protocols.Parameters;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.Grounds;

/// <summary>A vehicle as the ground sees it: what it last told, and what can be asked of it.</summary>
public sealed class GroundVehicle : IDisposable
{
    private readonly MavlinkNode _node;
    private readonly CommandClient _commands;
    private readonly Patience _patience;
    private readonly Dictionary<uint, MavlinkFrame> _latest = [];
    private readonly Lock _lock = new();

    internal GroundVehicle(MavlinkNode node, byte system, byte component, Patience patience)
    {
        _node = node;
        _patience = patience;
        _commands = new(node, patience);
        SystemId = system;
        ComponentId = component;
        Missions = new(node, system, component, patience);
    }

    /// <summary>Its system.</summary>
    public byte SystemId { get; }

    /// <summary>The component that is its autopilot.</summary>
    public byte ComponentId { get; }

    /// <summary>Its missions, fences and rally points.</summary>
    public MissionClient Missions { get; }

    /// <summary>Whether it was heard in the last seconds.</summary>
    public bool IsConnected { get; internal set; } = true;

    /// <summary>Its last heartbeat.</summary>
    public Heartbeat Heartbeat => Latest<Heartbeat>() ?? default;

    /// <summary>Whether it is armed.</summary>
    public bool IsArmed => (Heartbeat.BaseMode & MavModeFlag.SafetyArmed) != 0;

    /// <summary>How it codes its modes; null: not known.</summary>
    public FlightModes? Modes => FlightModes.Of(Heartbeat);

    /// <summary>How it flies.</summary>
    public VehicleMode Mode => Modes?.ModeOf(Heartbeat.CustomMode) ?? VehicleMode.Other;

    internal long LastHeard { get; set; }

    /// <summary>What it last told of a kind; null: nothing yet.</summary>
    public T? Latest<T>() where T : struct, IMavlinkMessage<T>
    {
        lock (_lock)
            return _latest.TryGetValue(T.Info.Id, out var frame) && frame.Is<T>(out var message) ? message : null;
    }

    /// <summary>Its parameters, carried as it carries them: by AUTOPILOT_VERSION, or as its autopilot is known to.</summary>
    public ParameterClient Parameters() => new(_node, SystemId, ComponentId, Latest<AutopilotVersion>() is { } version
        ? (version.Capabilities & MavProtocolCapability.ParamEncodeBytewise) != 0 : Heartbeat.Autopilot != MavAutopilot.Ardupilotmega, _patience);

    /// <summary>Arms it. It may be armed by leave only: an authoriser must have given it, to the vehicle or to whoever calls this.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> ArmAsync(CancellationToken cancellation = default) => SendAsync(MavCmd.ComponentArmDisarm, 1, cancellation: cancellation);

    /// <summary>Disarms it.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> DisarmAsync(CancellationToken cancellation = default) => SendAsync(MavCmd.ComponentArmDisarm, 0, cancellation: cancellation);

    /// <summary>Has the vehicle ask its authority whether it may be armed.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> RequestAuthorisationAsync(CancellationToken cancellation = default) =>
        SendAsync(MavCmd.ArmAuthorizationRequest, SystemId, cancellation: cancellation);

    /// <summary>Changes its mode.</summary>
    /// <exception cref="MavlinkException">No answer came, or the mode has no code on this autopilot.</exception>
    public Task<CommandReply> SetModeAsync(VehicleMode mode, CancellationToken cancellation = default) =>
        Modes?.CommandOf(mode) is { } code
            ? SendAsync(MavCmd.DoSetMode, (float)MavModeFlag.CustomModeEnabled, code.Custom, code.Submode, cancellation: cancellation)
            : throw new MavlinkException($"{SystemId}/{ComponentId}: {Heartbeat.Autopilot} {Heartbeat.Type} has no mode {mode} that is known");

    /// <summary>Takes off to an altitude in metres above mean sea level.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> TakeOffAsync(float altitudeMsl, CancellationToken cancellation = default) =>
        SendAtAsync(MavCmd.NavTakeoff, new(double.NaN, double.NaN, altitudeMsl), 0, 0, 0, float.NaN, cancellation);

    /// <summary>Flies to a place and stays there. ArduPilot and PX4 change to their guided mode for it.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> FlyToAsync(Reposition reposition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reposition);
        return SendAtAsync(MavCmd.DoReposition, reposition.To, (float)(reposition.Speed ?? -1), (float)MavDoRepositionFlags.ChangeMode,
            (float)(reposition.Radius ?? 0), reposition.Heading is { } heading ? (float)(heading * Math.PI / 180) : float.NaN, cancellation);
    }

    /// <summary>Circles a place.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> OrbitAsync(OrbitRequest orbit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(orbit);
        return SendAtAsync(MavCmd.DoOrbit, orbit.Centre, (float)(orbit.Radius ?? double.NaN), (float)(orbit.Speed ?? double.NaN),
            (float)orbit.Yaw, (float)((orbit.Turns ?? 0) * 2 * Math.PI), cancellation);
    }

    /// <summary>Begins the mission, or goes on with it.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> StartMissionAsync(int firstItem = 0, CancellationToken cancellation = default) =>
        SendAsync(MavCmd.MissionStart, firstItem, cancellation: cancellation);

    /// <summary>Returns home.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> ReturnAsync(CancellationToken cancellation = default) => SendAsync(MavCmd.NavReturnToLaunch, cancellation: cancellation);

    /// <summary>Points its gimbal by angles in degrees.</summary>
    /// <param name="pitch">From the horizon, up positive.</param>
    /// <param name="yaw">Right positive, from the nose; from north, where <paramref name="isYawLocked"/>.</param>
    /// <param name="isYawLocked">Whether it keeps to north.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> PointGimbalAsync(float pitch, float yaw, bool isYawLocked = false, CancellationToken cancellation = default) => _commands.SendAsync(new CommandLong
    {
        TargetSystem = SystemId,
        TargetComponent = ComponentId,
        Command = MavCmd.DoGimbalManagerPitchyaw,
        Param1 = pitch,
        Param2 = yaw,
        Param3 = float.NaN,
        Param4 = float.NaN,
        Param5 = (float)(GimbalManagerFlags.RollLock | GimbalManagerFlags.PitchLock | (isYawLocked ? GimbalManagerFlags.YawLock : 0)),
    }, cancellation: cancellation);

    /// <summary>Points its gimbal at a place.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> PointGimbalAtAsync(Place place, CancellationToken cancellation = default) =>
        SendAtAsync(MavCmd.DoSetRoiLocation, place, 0, 0, 0, 0, cancellation);

    /// <summary>Asks for a message once, and waits for it.</summary>
    /// <exception cref="MavlinkException">It never came, or the vehicle refused.</exception>
    public async Task<T> RequestAsync<T>(CancellationToken cancellation = default) where T : struct, IMavlinkMessage<T>
    {
        using var replies = new Replies<T>(_node.Time).From<T>(_node, SystemId, ComponentId, m => m);
        for (var attempt = 0; attempt <= _patience.Retries; attempt++)
        {
            var reply = await SendAsync(MavCmd.RequestMessage, T.Info.Id, cancellation: cancellation).ConfigureAwait(false);
            if (!reply.IsAccepted)
                throw new MavlinkException($"{SystemId}/{ComponentId} does not tell {T.Info}: {reply.Result}");
            if (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var message))
                return message;
        }
        throw new MavlinkException($"{SystemId}/{ComponentId} never told {T.Info}");
    }

    /// <summary>Sets how often it sends a message; zero: never.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> SetIntervalAsync<T>(TimeSpan interval, CancellationToken cancellation = default) where T : struct, IMavlinkMessage<T> =>
        SendAsync(MavCmd.SetMessageInterval, T.Info.Id, interval == TimeSpan.Zero ? -1 : (float)interval.TotalMicroseconds, cancellation: cancellation);

    /// <summary>Sends a command with plain numbers.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> SendAsync(MavCmd command, float param1 = 0, float param2 = 0, float param3 = 0, float param4 = 0, CancellationToken cancellation = default) =>
        _commands.SendAsync(new CommandLong { TargetSystem = SystemId, TargetComponent = ComponentId, Command = command, Param1 = param1, Param2 = param2, Param3 = param3, Param4 = param4 }, cancellation: cancellation);

    /// <summary>Ends the use of it.</summary>
    public void Dispose() => Missions.Dispose();

    internal void Take(MavlinkFrame frame)
    {
        lock (_lock)
            _latest[frame.Info.Id] = frame;
    }

    private Task<CommandReply> SendAtAsync(MavCmd command, Place place, float param1, float param2, float param3, float param4, CancellationToken cancellation) => _commands.SendAsync(new CommandInt
    {
        TargetSystem = SystemId,
        TargetComponent = ComponentId,
        Frame = MavFrame.Global,
        Command = command,
        Param1 = param1,
        Param2 = param2,
        Param3 = param3,
        Param4 = param4,
        X = Coordinates.Encode(place.Latitude, MavFrame.Global),
        Y = Coordinates.Encode(place.Longitude, MavFrame.Global),
        Z = (float)place.AltitudeMsl,
    }, cancellation: cancellation);
}
