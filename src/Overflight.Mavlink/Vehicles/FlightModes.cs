using System.Collections.Frozen;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>How an autopilot codes its modes in the custom mode of HEARTBEAT.</summary>
public sealed class FlightModes
{
    private readonly FrozenDictionary<VehicleMode, uint> _codes;
    private readonly FrozenDictionary<uint, VehicleMode> _modes;

    private FlightModes(MavAutopilot autopilot, params (VehicleMode Mode, uint Code)[] codes)
    {
        Autopilot = autopilot;
        _codes = codes.ToFrozenDictionary(c => c.Mode, c => c.Code);
        _modes = codes.GroupBy(c => c.Code).ToFrozenDictionary(g => g.Key, g => g.First().Mode);
    }

    /// <summary>PX4: main mode in the third byte, submode in the fourth.</summary>
    public static FlightModes Px4 { get; } = new(MavAutopilot.Px4,
        (VehicleMode.Manual, Px4Code(1, 0)), (VehicleMode.TakeOff, Px4Code(4, 2)), (VehicleMode.Hold, Px4Code(4, 3)),
        (VehicleMode.Mission, Px4Code(4, 4)), (VehicleMode.Return, Px4Code(4, 5)), (VehicleMode.Land, Px4Code(4, 6)),
        (VehicleMode.Guided, Px4Code(4, 3)), (VehicleMode.Orbit, Px4Code(3, 1)));

    /// <summary>ArduPilot's aeroplanes.</summary>
    public static FlightModes ArduPlane { get; } = new(MavAutopilot.Ardupilotmega,
        (VehicleMode.Manual, 0), (VehicleMode.Mission, 10), (VehicleMode.Return, 11), (VehicleMode.Hold, 12),
        (VehicleMode.TakeOff, 13), (VehicleMode.Guided, 15), (VehicleMode.Orbit, 15));

    /// <summary>ArduPilot's multicopters and helicopters.</summary>
    public static FlightModes ArduCopter { get; } = new(MavAutopilot.Ardupilotmega,
        (VehicleMode.Manual, 0), (VehicleMode.Mission, 3), (VehicleMode.Guided, 4), (VehicleMode.Hold, 5),
        (VehicleMode.Return, 6), (VehicleMode.Orbit, 7), (VehicleMode.Land, 9));

    /// <summary>Whose codes they are.</summary>
    public MavAutopilot Autopilot { get; }

    /// <summary>All modes that have a code.</summary>
    public IEnumerable<VehicleMode> Modes => _codes.Keys.Order();

    /// <summary>The codes of the autopilot that sent a heartbeat; null: not known.</summary>
    public static FlightModes? Of(Heartbeat heartbeat) => heartbeat.Autopilot switch
    {
        MavAutopilot.Px4 => Px4,
        MavAutopilot.Ardupilotmega when heartbeat.Type == MavType.FixedWing => ArduPlane,
        MavAutopilot.Ardupilotmega when heartbeat.Type is MavType.Quadrotor or MavType.Hexarotor or MavType.Octorotor or MavType.Tricopter or MavType.Helicopter or MavType.Coaxial => ArduCopter,
        _ => null,
    };

    /// <summary>The code of a mode; null: it has none.</summary>
    public uint? CodeOf(VehicleMode mode) => _codes.TryGetValue(mode, out var code) ? code : null;

    /// <summary>The mode of a code. Where two share a code, the first of them.</summary>
    public VehicleMode ModeOf(uint code) => _modes.GetValueOrDefault(code);

    /// <summary>The params of MAV_CMD_DO_SET_MODE: custom mode and submode, which PX4 wants apart.</summary>
    public (float Custom, float Submode)? CommandOf(VehicleMode mode) => CodeOf(mode) switch
    {
        null => null,
        { } code when Autopilot == MavAutopilot.Px4 => (code >> 16 & 0xFF, code >> 24),
        { } code => (code, 0),
    };

    /// <summary>The mode that the params of MAV_CMD_DO_SET_MODE ask for.</summary>
    public VehicleMode ModeOfCommand(float custom, float submode)
    {
        if (custom is not (>= 0 and < 16_777_216))
            return VehicleMode.Other;
        return ModeOf(Autopilot == MavAutopilot.Px4 && submode is >= 0 and <= 255 ? Px4Code((uint)custom, (uint)submode) : (uint)custom);
    }

    /// <summary>The base mode that goes with a mode.</summary>
    public static MavModeFlag BaseModeOf(VehicleMode mode, bool isArmed)
    {
        var flags = MavModeFlag.CustomModeEnabled | (isArmed ? MavModeFlag.SafetyArmed : 0);
        return flags | mode switch
        {
            VehicleMode.Manual => MavModeFlag.ManualInputEnabled,
            VehicleMode.Other => 0,
            VehicleMode.Guided => MavModeFlag.GuidedEnabled | MavModeFlag.StabilizeEnabled,
            _ => MavModeFlag.AutoEnabled | MavModeFlag.GuidedEnabled | MavModeFlag.StabilizeEnabled,
        };
    }

    private static uint Px4Code(uint main, uint sub) => main << 16 | sub << 24;
}
