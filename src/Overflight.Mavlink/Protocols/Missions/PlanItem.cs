using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Missions;

/// <summary>An item of a mission, a fence or a list of rally points.</summary>
/// <param name="Command">What to do.</param>
/// <param name="Frame">What X, Y and Z mean.</param>
public sealed record PlanItem(MavCmd Command, MavFrame Frame)
{
    /// <summary>Param 1.</summary>
    public float Param1 { get; init; }

    /// <summary>Param 2.</summary>
    public float Param2 { get; init; }

    /// <summary>Param 3.</summary>
    public float Param3 { get; init; }

    /// <summary>Param 4; often a yaw, NaN: as the vehicle likes.</summary>
    public float Param4 { get; init; }

    /// <summary>Latitude in degrees times 1e7, local x in metres times 1e4, or another number, as the frame says.</summary>
    public int X { get; init; }

    /// <summary>Longitude in degrees times 1e7, local y in metres times 1e4, or another number, as the frame says.</summary>
    public int Y { get; init; }

    /// <summary>Altitude in metres, as the frame says, or another number.</summary>
    public float Z { get; init; }

    /// <summary>Whether the vehicle goes on to the next item by itself.</summary>
    public bool AutoContinue { get; init; } = true;

    /// <summary>An item at a place.</summary>
    /// <param name="command">What to do there.</param>
    /// <param name="latitude">Degrees.</param>
    /// <param name="longitude">Degrees.</param>
    /// <param name="altitude">Metres, as the frame says.</param>
    /// <param name="frame">One of the global frames.</param>
    public static PlanItem At(MavCmd command, double latitude, double longitude, float altitude, MavFrame frame = MavFrame.GlobalRelativeAlt) =>
        new(command, frame) { X = Coordinates.Encode(latitude, frame), Y = Coordinates.Encode(longitude, frame), Z = altitude };

    internal static PlanItem From(MissionItemInt m) => new(m.Command, m.Frame)
    {
        Param1 = m.Param1,
        Param2 = m.Param2,
        Param3 = m.Param3,
        Param4 = m.Param4,
        X = m.X,
        Y = m.Y,
        Z = m.Z,
        AutoContinue = m.Autocontinue != 0,
    };

    internal static PlanItem From(MissionItem m) => new(m.Command, m.Frame)
    {
        Param1 = m.Param1,
        Param2 = m.Param2,
        Param3 = m.Param3,
        Param4 = m.Param4,
        X = Coordinates.Encode(m.X, m.Frame),
        Y = Coordinates.Encode(m.Y, m.Frame),
        Z = m.Z,
        AutoContinue = m.Autocontinue != 0,
    };

    internal MissionItemInt ToMessage(byte system, byte component, int seq, MavMissionType type, bool isCurrent) => new()
    {
        TargetSystem = system,
        TargetComponent = component,
        Seq = (ushort)seq,
        MissionType = type,
        Current = isCurrent ? (byte)1 : (byte)0,
        Autocontinue = AutoContinue ? (byte)1 : (byte)0,
        Frame = Frame,
        Command = Command,
        Param1 = Param1,
        Param2 = Param2,
        Param3 = Param3,
        Param4 = Param4,
        X = X,
        Y = Y,
        Z = Z,
    };
}
