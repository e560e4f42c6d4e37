using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Vehicles;

/// <summary>The gimbal manager of a vehicle (MAVLink guide, "Gimbal Protocol v2"): who is in control, and where the gimbal is to point.</summary>
/// <remarks>As long as nobody took control, anybody may point it. Then only who has primary or secondary control.</remarks>
internal sealed class GimbalServer : IDisposable
{
    /// <summary>Where control is left as it is, and where the asker itself is meant (params of CONFIGURE).</summary>
    private const float Leave = -1, Self = -2, Release = -3;

    private readonly MavlinkNode _node;
    private readonly MavlinkNode _device;
    private readonly IVehicle _vehicle;
    private readonly IDisposable[] _subscriptions;
    private readonly Lock _lock = new();
    private (byte System, byte Component) _primary, _secondary;

    public GimbalServer(MavlinkNode node, MavlinkNode device, IVehicle vehicle)
    {
        _node = node;
        _device = device;
        _vehicle = vehicle;
        _subscriptions =
        [
            node.On<GimbalManagerSetPitchyaw>((f, m) => Point(f, m.GimbalDeviceId, new() { Pitch = Units.Degrees(m.Pitch), Yaw = Units.Degrees(m.Yaw), PitchRate = Units.Degrees(m.PitchRate), YawRate = Units.Degrees(m.YawRate) }, m.Flags)),
            node.On<GimbalManagerSetAttitude>((f, m) => Point(f, m.GimbalDeviceId, FromQuaternion(m), m.Flags)),
        ];
    }

    private byte DeviceId => _device.ComponentId;

    /// <summary>Carries a command of the gimbal out; null: it is another's.</summary>
    public CommandReply? CarryOut(CommandRequest c, Func<CommandRequest, Place?> placeOf, Func<VehicleAnswer, CommandReply> tell) => c.Command switch
    {
        MavCmd.DoGimbalManagerConfigure => Configure(c),
        MavCmd.DoGimbalManagerPitchyaw => Guarded(c, c.Z, () => tell(_vehicle.PointGimbal(WithFlags(
            new() { Pitch = c.Param1, Yaw = c.Param2, PitchRate = c.Param3, YawRate = c.Param4 }, double.IsNaN(c.X) ? 0 : (GimbalManagerFlags)(uint)c.X)))),
        MavCmd.DoSetRoiLocation or MavCmd.DoSetRoi => Guarded(c, c.Param1, () =>
            placeOf(c) is { } place && !double.IsNaN(place.Latitude) ? tell(_vehicle.PointGimbal(new() { At = place })) : new(MavResult.CommandUnsupportedMavFrame)),
        MavCmd.DoSetRoiNone => Guarded(c, c.Param1, () => tell(_vehicle.PointGimbal(new() { IsNeutral = true }))),
        _ => null,
    };

    public bool SendInformation()
    {
        if (_vehicle.Gimbal is not { } limits)
            return false;
        var flags = GimbalManagerCapFlags.HasNeutral | GimbalManagerCapFlags.HasPitchAxis | GimbalManagerCapFlags.HasPitchLock
            | GimbalManagerCapFlags.HasYawAxis | GimbalManagerCapFlags.HasYawFollow | GimbalManagerCapFlags.HasYawLock | GimbalManagerCapFlags.CanPointLocationGlobal;
        _node.Send(new GimbalManagerInformation
        {
            TimeBootMs = Telemetry.Boot(_vehicle.State),
            CapFlags = flags | (limits.IsYawEndless ? GimbalManagerCapFlags.SupportsInfiniteYaw : 0),
            GimbalDeviceId = DeviceId,
            PitchMin = Units.Radians(limits.PitchLeast),
            PitchMax = Units.Radians(limits.PitchGreatest),
            YawMin = Units.Radians(limits.YawLeast),
            YawMax = Units.Radians(limits.YawGreatest),
        });
        return true;
    }

    public bool SendStatus()
    {
        if (_vehicle.State is not { Gimbal: { } gimbal } state)
            return false;
        lock (_lock)
            _node.Send(new GimbalManagerStatus
            {
                TimeBootMs = Telemetry.Boot(state),
                Flags = (GimbalManagerFlags)FlagsOf(gimbal),
                GimbalDeviceId = DeviceId,
                PrimaryControlSysid = _primary.System,
                PrimaryControlCompid = _primary.Component,
                SecondaryControlSysid = _secondary.System,
                SecondaryControlCompid = _secondary.Component,
            });
        return true;
    }

    public bool SendAttitude()
    {
        if (_vehicle.State is not { Gimbal: { } gimbal } state)
            return false;
        _device.Send(new GimbalDeviceAttitudeStatus
        {
            TimeBootMs = Telemetry.Boot(state),
            Flags = FlagsOf(gimbal),
            Q = Units.Quaternion(gimbal.Roll, gimbal.Pitch, gimbal.Yaw),
            AngularVelocityX = float.NaN,
            AngularVelocityY = float.NaN,
            AngularVelocityZ = float.NaN,
            DeltaYaw = Units.Radians(Units.Turned(state.Heading)),
            DeltaYawVelocity = Units.Radians(state.YawRate),
        });
        return true;
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }

    private static GimbalDeviceFlags FlagsOf(GimbalAttitude gimbal) => GimbalDeviceFlags.RollLock | GimbalDeviceFlags.PitchLock
        | (gimbal.IsYawLocked ? GimbalDeviceFlags.YawLock | GimbalDeviceFlags.YawInEarthFrame : GimbalDeviceFlags.YawInVehicleFrame);

    private static GimbalAim WithFlags(GimbalAim aim, GimbalManagerFlags flags) => aim with
    {
        IsYawLocked = (flags & GimbalManagerFlags.YawLock) != 0,
        IsNeutral = (flags & (GimbalManagerFlags.Neutral | GimbalManagerFlags.Retract)) != 0,
    };

    private static GimbalAim FromQuaternion(GimbalManagerSetAttitude m)
    {
        var rates = new GimbalAim { PitchRate = Units.Degrees(m.AngularVelocityY), YawRate = Units.Degrees(m.AngularVelocityZ) };
        if (m.Q.Any(float.IsNaN))
            return rates;
        var (_, pitch, yaw) = Units.Angles(m.Q);
        return rates with { Pitch = pitch, Yaw = yaw };
    }

    private void Point(MavlinkFrame frame, byte deviceId, GimbalAim aim, GimbalManagerFlags flags)
    {
        if (_vehicle.Gimbal is not null && (deviceId == 0 || deviceId == DeviceId) && IsInControl((frame.SystemId, frame.ComponentId)))
            _vehicle.PointGimbal(WithFlags(aim, flags));
    }

    private CommandReply Guarded(CommandRequest c, float deviceId, Func<CommandReply> action) =>
        _vehicle.Gimbal is null ? CommandReply.Unsupported
        : !float.IsNaN(deviceId) && deviceId != 0 && deviceId != DeviceId ? CommandReply.Denied
        : !IsInControl((c.SenderSystem, c.SenderComponent)) ? new(MavResult.NotInControl)
        : action();

    private bool IsInControl((byte, byte) sender)
    {
        lock (_lock)
            return _primary == default || sender == _primary || sender == _secondary;
    }

    private CommandReply Configure(CommandRequest c)
    {
        if (_vehicle.Gimbal is null)
            return CommandReply.Unsupported;
        var sender = (c.SenderSystem, c.SenderComponent);
        lock (_lock)
        {
            _primary = Chosen(_primary, c.Param1, c.Param2, sender);
            _secondary = Chosen(_secondary, c.Param3, c.Param4, sender);
        }
        SendStatus();
        return CommandReply.Accepted;
    }

    private static (byte, byte) Chosen((byte, byte) now, float system, float component, (byte, byte) sender) => system switch
    {
        Leave => now,
        Self => sender,
        Release => now == sender ? default : now,
        >= 0 and <= 255 when component is >= 0 and <= 255 => ((byte)system, (byte)component),
        _ => now,
    };
}
