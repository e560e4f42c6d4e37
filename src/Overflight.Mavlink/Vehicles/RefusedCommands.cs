using System.Collections.Frozen;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>Commands that release, drop, throw or move what a vehicle carries, or outputs that could. This library refuses them, alone and in missions.</summary>
public static class RefusedCommands
{
    private static readonly FrozenSet<uint> s_ids = new uint[]
    {
        (uint)MavCmd.NavPayloadPlace, (uint)MavCmd.DoSetServo, (uint)MavCmd.DoGripper, (uint)MavCmd.DoParachute,
        (uint)MavCmd.PayloadPrepareDeploy, (uint)MavCmd.PayloadControlDeploy, (uint)MavCmd.DoWinch,
        181, 182, // DO_SET_RELAY, DO_REPEAT_RELAY
        184, // DO_REPEAT_SERVO
        187, // DO_SET_ACTUATOR
        209, // DO_MOTOR_TEST
        216, // DO_SPRAYER
    }.ToFrozenSet();

    /// <summary>Whether a command is refused, whatever its params.</summary>
    public static bool Contains(MavCmd command) => s_ids.Contains((uint)command);
}
