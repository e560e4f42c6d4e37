using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Missions;

/// <summary>An upload that a vehicle is taking, or has taken.</summary>
internal sealed class MissionUpload(byte system, byte component, MavMissionType type, int count)
{
    public byte System => system;

    public byte Component => component;

    public MavMissionType Type => type;

    public int Count => count;

    public List<PlanItem> Items { get; } = [];

    /// <summary>Times that the awaited item was asked for in vain.</summary>
    public int Asked { get; set; }

    public MavMissionResult Result { get; set; }

    public ITimer? Timer { get; set; }

    public bool IsFrom(MavlinkFrame frame) => frame.SystemId == system && frame.ComponentId == component;
}
