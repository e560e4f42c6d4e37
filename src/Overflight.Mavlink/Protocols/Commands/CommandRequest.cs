using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Commands;

/// <summary>A command, however it came.</summary>
/// <param name="Command">Which one.</param>
public sealed record CommandRequest(MavCmd Command)
{
    /// <summary>System that asks.</summary>
    public byte SenderSystem { get; init; }

    /// <summary>Component that asks.</summary>
    public byte SenderComponent { get; init; }

    /// <summary>Whether the sender's signature was found true.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Whether it is for all components, not for this one by name.</summary>
    public bool IsBroadcast { get; init; }

    /// <summary>Param 1.</summary>
    public float Param1 { get; init; }

    /// <summary>Param 2.</summary>
    public float Param2 { get; init; }

    /// <summary>Param 3.</summary>
    public float Param3 { get; init; }

    /// <summary>Param 4.</summary>
    public float Param4 { get; init; }

    /// <summary>Param 5: a latitude in degrees, local x in metres, or another number; NaN: not given.</summary>
    public double X { get; init; }

    /// <summary>Param 6: a longitude in degrees, local y in metres, or another number; NaN: not given.</summary>
    public double Y { get; init; }

    /// <summary>Param 7: an altitude in metres, or another number; NaN: not given.</summary>
    public float Z { get; init; }

    /// <summary>What X, Y and Z mean; a COMMAND_LONG means GLOBAL (altitude above mean sea level).</summary>
    public MavFrame Frame { get; init; }

    internal static CommandRequest From(CommandLong m) => new(m.Command)
    {
        Param1 = m.Param1,
        Param2 = m.Param2,
        Param3 = m.Param3,
        Param4 = m.Param4,
        X = m.Param5,
        Y = m.Param6,
        Z = m.Param7,
        Frame = MavFrame.Global,
    };

    internal static CommandRequest From(CommandInt m) => new(m.Command)
    {
        Param1 = m.Param1,
        Param2 = m.Param2,
        Param3 = m.Param3,
        Param4 = m.Param4,
        X = Coordinates.Decode(m.X, m.Frame),
        Y = Coordinates.Decode(m.Y, m.Frame),
        Z = m.Z,
        Frame = m.Frame,
    };
}
