using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>What a vehicle says of its versions, capabilities and modes.</summary>
internal static class Identity
{
    /// <summary>MAVLink 2.0, times 100.</summary>
    private const ushort Version2 = 200;

    public static AutopilotVersion Version(VehicleOptions options) => new()
    {
        Capabilities = MavProtocolCapability.MissionInt | MavProtocolCapability.CommandInt | MavProtocolCapability.ParamEncodeBytewise | MavProtocolCapability.Mavlink2
            | MavProtocolCapability.MissionFence | MavProtocolCapability.MissionRally | MavProtocolCapability.ComponentImplementsGimbalManager,
        FlightSwVersion = Firmware(),
        Uid = options.UniqueId,
    };

    public static ProtocolVersion Protocol() => new() { Version = Version2, MinVersion = 100, MaxVersion = Version2 };

    public static AvailableModes[] Modes(FlightModes modes)
    {
        var all = modes.Modes.ToArray();
        return [.. all.Select((mode, i) => new AvailableModes
        {
            NumberModes = (byte)all.Length,
            ModeIndex = (byte)(i + 1),
            StandardMode = mode switch
            {
                VehicleMode.Mission => MavStandardMode.Mission,
                VehicleMode.Return => MavStandardMode.SafeRecovery,
                VehicleMode.Land => MavStandardMode.Land,
                VehicleMode.TakeOff => MavStandardMode.Takeoff,
                _ => MavStandardMode.NonStandard,
            },
            CustomMode = modes.CodeOf(mode) ?? 0,
            Properties = mode == VehicleMode.Manual ? 0 : MavModeProperty.AutoMode,
            ModeName = mode.ToString(),
        })];
    }

    // Major, minor and patch of this library, a byte each from the top; the lowest byte is the kind of release: a development one.
    private static uint Firmware()
    {
        var version = typeof(Identity).Assembly.GetName().Version ?? new(0, 0, 0);
        return (uint)version.Major << 24 | (uint)version.Minor << 16 | (uint)Math.Max(0, version.Build) << 8;
    }
}
