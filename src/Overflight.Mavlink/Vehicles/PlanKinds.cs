using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>Which kind of plan a command belongs to.</summary>
internal static class PlanKinds
{
    public static MavMissionType Of(MavCmd command) => command switch
    {
        MavCmd.NavRallyPoint => MavMissionType.Rally,
        MavCmd.NavFenceReturnPoint or MavCmd.NavFencePolygonVertexInclusion or MavCmd.NavFencePolygonVertexExclusion
            or MavCmd.NavFenceCircleInclusion or MavCmd.NavFenceCircleExclusion => MavMissionType.Fence,
        _ => MavMissionType.Mission,
    };
}
