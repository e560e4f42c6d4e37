using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Commands;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Protocols.Parameters;
using Overflight.Mavlink.Protocols.Texts;
using Overflight.Mavlink.RemoteId;

namespace Overflight.Mavlink.Vehicles;

/// <summary>The vehicle's side of a link: tells a vehicle's state, and carries out on it what ground stations ask for.</summary>
/// <remarks>It speaks as an autopilot, and as a camera and a gimbal where the vehicle has them. It is armed only with leave.</remarks>
public sealed class MavlinkVehicle : IDisposable
{
    private readonly OneAtATime _vehicle;
    private readonly VehicleOptions _options;
    private readonly MavlinkNode _node;
    private readonly MessageStreams _streams;
    private readonly StatusTexts _texts;
    private readonly VehicleCommands _carrier;
    private readonly CommandServer _commands;
    private readonly GimbalServer _gimbal;
    private readonly CameraServer? _camera;
    private readonly List<IDisposable> _parts = [];
    private readonly ITimer _timer;

    /// <summary>Puts a vehicle on a link.</summary>
    public MavlinkVehicle(MavlinkLink link, IVehicle vehicle, VehicleOptions options)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(vehicle);
        ArgumentNullException.ThrowIfNull(options);
        _vehicle = new(vehicle);
        _options = options;
        _node = new(link, options.SystemId, (byte)MavComponent.Autopilot1);
        _texts = new(_node);
        _streams = new(link.Time);
        Parameters = new(_node, options.Parameters, options.AllowParameter);
        Plans = new(_node, TakePlan, options.PlanPatience, options.MostPlanItems, _vehicle.Gate);
        _carrier = new(_vehicle, options.Modes, new(options.ArmAuthority, link.Time), ArmRequestOf, Say);
        _gimbal = new(_node, new(link, options.SystemId, (byte)MavComponent.Gimbal), _vehicle);
        if (vehicle.Camera is { } camera)
            _parts.Add(_camera = new(new(link, options.SystemId, (byte)MavComponent.Camera), _vehicle, camera));
        _commands = new(_node, CarryOutAsync, c => _camera is null || !c.IsBroadcast || !CameraServer.Knows(c.Command));
        Grounds = new(_node, options.GroundSilence);
        _parts.AddRange(
        [
            Parameters, Plans, Grounds, _gimbal, _commands,
            _node.On<SetMode>((_, m) => _carrier.SetMode(options.Modes.ModeOf(m.CustomMode))),
            _node.On<MissionSetCurrent>((_, m) => SetCurrentItem(m.Seq)),
            _node.On<RequestDataStream>((_, m) => LegacyStreams.Set(_streams, m)),
            _node.On<Ping>(Answer),
            _node.On<Timesync>(Answer),
        ]);
        AddStreams();
        _timer = link.Time.CreateTimer(_ => Tick(), null, options.TickInterval, options.TickInterval);
    }

    /// <summary>Its parameters.</summary>
    public ParameterServer Parameters { get; }

    /// <summary>Its mission, fence and rally points.</summary>
    public MissionServer Plans { get; }

    /// <summary>Tells when ground stations are heard, and when none is any more.</summary>
    public HeartbeatWatch Grounds { get; }

    /// <summary>The component that speaks.</summary>
    public MavlinkNode Node => _node;

    /// <summary>Tells people something.</summary>
    public void Say(MavSeverity severity, string text) => _texts.Send(severity, text);

    /// <summary>Tells that an item of the mission was reached.</summary>
    public void TellReached(int item) => _node.Send(new MissionItemReached { Seq = (ushort)item });

    /// <summary>Tells of another aircraft.</summary>
    public void Tell(in AdsbVehicle aircraft) => _node.Send(aircraft);

    /// <summary>Takes the vehicle off the link. The link stays open.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        foreach (var part in _parts)
            part.Dispose();
    }

    private void AddStreams()
    {
        Add<Heartbeat>(1, s => Telemetry.Heartbeat(_vehicle, s, _options.Modes));
        Add<SysStatus>(1, s => Telemetry.SysStatus(s));
        Add<SystemTime>(1, s => Telemetry.SystemTime(s));
        Add<GpsRawInt>(1, s => Telemetry.GpsRawInt(s));
        Add<Attitude>(10, s => Telemetry.Attitude(s));
        Add<AttitudeQuaternion>(0, s => Telemetry.AttitudeQuaternion(s));
        Add<GlobalPositionInt>(5, s => Telemetry.GlobalPositionInt(s));
        Add<VfrHud>(4, s => Telemetry.VfrHud(s));
        Add<NavControllerOutput>(2, s => Telemetry.NavControllerOutput(s));
        Add<ExtendedSysState>(1, s => Telemetry.ExtendedSysState(s));
        Add<HomePosition>(0.5, s => s.Home is { } home ? Telemetry.HomePosition(s, home) : null);
        Add<BatteryStatus>(0.5, s => double.IsNaN(s.BatteryVolts) ? null : Telemetry.BatteryStatus(s));
        Add<FuelStatus>(0.5, s => double.IsNaN(s.FuelPercent) ? null : Telemetry.FuelStatus(s));
        Add<WindCov>(0.5, s => double.IsNaN(s.WindNorth) ? null : Telemetry.WindCov(s));
        Add<MissionCurrent>(1, s => Telemetry.MissionCurrent(s, Plans));
        Add<OrbitExecutionStatus>(1, s => s.Orbit is { } orbit ? Telemetry.OrbitExecutionStatus(s, orbit) : null);
        Add<CurrentMode>(0.5, s => new CurrentMode { CustomMode = _options.Modes.CodeOf(s.Mode) ?? 0 });
        Add<AutopilotVersion>(0, _ => Identity.Version(_options));
        Add<ProtocolVersion>(0, _ => Identity.Protocol());
        if (_options.RemoteIdentity is { } identity)
            AddRemoteId(identity);
        Add<UtmGlobalPosition>(_options.TellsTrafficManagement ? 1 : 0, s => RemoteIdMessages.Utm(_options.RemoteIdentity, s, _options.TellsTrafficManagement ? TimeSpan.FromSeconds(1) : TimeSpan.Zero));
        _streams.Add(GimbalManagerInformation.Info.Id, TimeSpan.Zero, _gimbal.SendInformation);
        _streams.Add(GimbalManagerStatus.Info.Id, TimeSpan.FromSeconds(0.2), _gimbal.SendStatus);
        _streams.Add(GimbalDeviceAttitudeStatus.Info.Id, TimeSpan.FromSeconds(0.2), _gimbal.SendAttitude);
    }

    // The moving parts every second, the standing ones every three (ASTM F3411: at least 1 Hz and once in 3 s).
    private void AddRemoteId(RemoteIdentity identity)
    {
        Add<OpenDroneIdLocation>(1, s => RemoteIdMessages.Location(s));
        Add<OpenDroneIdBasicId>(1.0 / 3, _ => RemoteIdMessages.BasicId(identity));
        Add<OpenDroneIdSystem>(1.0 / 3, s => RemoteIdMessages.System(identity, s));
        Add<OpenDroneIdSelfId>(1.0 / 3, _ => identity.Description.Length == 0 ? null : RemoteIdMessages.SelfId(identity));
        Add<OpenDroneIdOperatorId>(1.0 / 3, _ => identity.OperatorId.Length == 0 ? null : RemoteIdMessages.OperatorId(identity));
        Add<OpenDroneIdMessagePack>(1, s => RemoteIdMessages.Pack(identity, s));
        Add<OpenDroneIdArmStatus>(1, s => RemoteIdMessages.ArmStatus(identity, s));
    }

    private void Add<T>(double hertz, Func<VehicleState, T?> make) where T : struct, IMavlinkMessage<T> =>
        _streams.Add(T.Info.Id, hertz == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1 / hertz), () =>
        {
            if (make(_vehicle.State) is not { } message)
                return false;
            _node.Send(message);
            return true;
        });

    private void Tick()
    {
        Plans.CurrentItem = _vehicle.State.CurrentItem;
        _streams.Tick();
        _camera?.Tick();
    }

    private async ValueTask<CommandReply> CarryOutAsync(CommandRequest c, CancellationToken cancellation)
    {
        if (RefusedCommands.Contains(c.Command))
        {
            Say(MavSeverity.Warning, $"Command {(uint)c.Command} is never carried out");
            return CommandReply.Denied;
        }
        if (c is { Command: MavCmd.ComponentArmDisarm, Param1: 1 } && _options.RemoteIdentity is { } identity
            && RemoteIdMessages.ArmStatus(identity, _vehicle.State) is { Status: not MavOdidArmStatus.GoodToArm } unready)
        {
            Say(MavSeverity.Warning, $"Arming denied: Remote ID has {unready.Error}");
            return CommandReply.Denied;
        }
        return c.Command switch
        {
            MavCmd.ArmAuthorizationRequest => await _carrier.AuthoriseAsync(c, cancellation).ConfigureAwait(false),
            MavCmd.ComponentArmDisarm => await _carrier.ArmAsync(c, cancellation).ConfigureAwait(false),
            _ => _carrier.Move(c) ?? _gimbal.CarryOut(c, _carrier.PlaceOf, _carrier.Tell) ?? Answer(c),
        };
    }

    private CommandReply Answer(CommandRequest c) => c.Command switch
    {
        MavCmd.RequestMessage => Request((uint)c.Param1, c.Param2),
        MavCmd.RequestProtocolVersion => Request(ProtocolVersion.Info.Id),
        MavCmd.RequestAutopilotCapabilities => Request(AutopilotVersion.Info.Id),
        MavCmd.GetHomePosition => Request(HomePosition.Info.Id),
        MavCmd.SetMessageInterval => _streams.SetInterval((uint)c.Param1, CameraServer.Interval(c.Param2)) ? CommandReply.Accepted : CommandReply.Denied,
        MavCmd.GetMessageInterval => TellInterval((uint)c.Param1),
        MavCmd.RunPrearmChecks => CommandReply.Accepted,
        _ => CommandReply.Unsupported,
    };

    private CommandReply Request(uint id, float index = 0)
    {
        if (id == AvailableModes.Info.Id)
            return TellModes((int)index);
        return _streams.SendNow(id) ? CommandReply.Accepted : CommandReply.Denied;
    }

    private CommandReply TellModes(int index)
    {
        var all = Identity.Modes(_options.Modes);
        if (index < 0 || index > all.Length)
            return CommandReply.Denied;
        foreach (var mode in index == 0 ? all : all[(index - 1)..index])
            _node.Send(mode);
        return CommandReply.Accepted;
    }

    private CommandReply TellInterval(uint id)
    {
        if (id > ushort.MaxValue)
            return CommandReply.Denied;
        _node.Send(new MessageInterval { MessageId = (ushort)id, IntervalUs = _streams.IntervalOf(id) });
        return CommandReply.Accepted;
    }

    private void SetCurrentItem(int item)
    {
        if (_carrier.Tell(_vehicle.SetCurrentItem(item)).IsAccepted)
            _streams.SendNow(MissionCurrent.Info.Id);
    }

    private MavMissionResult TakePlan(MavMissionType type, MissionPlan plan)
    {
        foreach (var item in plan.Items)
        {
            if (RefusedCommands.Contains(item.Command) || PlanKinds.Of(item.Command) != type)
                return MavMissionResult.Unsupported;
        }
        return _vehicle.TakePlan(type, plan);
    }

    private ArmRequest ArmRequestOf(CommandRequest c) =>
        new(_options.SystemId, c.SenderSystem, c.SenderComponent, c.IsVerified, Plans[MavMissionType.Mission].Id);

    private void Answer(MavlinkFrame frame, Ping m)
    {
        if (m.TargetSystem == 0)
            _node.Send(new Ping { TimeUsec = m.TimeUsec, Seq = m.Seq, TargetSystem = frame.SystemId, TargetComponent = frame.ComponentId });
    }

    private void Answer(MavlinkFrame frame, Timesync m)
    {
        if (m.Tc1 == 0)
            _node.Send(new Timesync { Tc1 = (long)(_vehicle.State.SinceBoot.Ticks * TimeSpan.NanosecondsPerTick), Ts1 = m.Ts1, TargetSystem = frame.SystemId, TargetComponent = frame.ComponentId });
    }
}
