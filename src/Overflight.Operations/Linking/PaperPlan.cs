using Overflight.Authority.Documents;
using Overflight.Mavlink;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Operations.Flying;

namespace Overflight.Operations.Linking;

/// <summary>A paper's route as a mission, and its instrument's area as a fence, for an autopilot that is not ours.</summary>
internal static class PaperPlan
{
    /// <summary>Take-off, the points, and home.</summary>
    public static MissionPlan Mission(PlannedRoute route)
    {
        var points = route.Points;
        List<PlanItem> items = [PlanItem.At(MavCmd.NavTakeoff, points[0].Latitude, points[0].Longitude, (float)points[1].AltitudeMetres, MavFrame.Global)];
        items.AddRange(PaperRoute.Legs(route).Select(leg => PlanItem.At(MavCmd.NavWaypoint, leg.To.Latitude, leg.To.Longitude, (float)leg.To.AltitudeMetres, MavFrame.Global)));
        items.Add(new(MavCmd.NavReturnToLaunch, MavFrame.Mission));
        return new(items);
    }

    /// <summary>The corners of each area as an inclusion polygon; empty where there is no instrument.</summary>
    public static MissionPlan Fence(Instrument? instrument) => new(
        [.. (instrument?.Scope.Areas ?? []).Select(area => area.Corners).SelectMany(corners => corners.Select(corner =>
            PlanItem.At(MavCmd.NavFencePolygonVertexInclusion, corner.LatitudeDegrees, corner.LongitudeDegrees, 0, MavFrame.Global) with { Param1 = corners.Count }))]);
}
