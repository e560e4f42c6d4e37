using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Mavlink;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;

namespace Overflight.Operations.Linking;

/// <summary>A paper's route as a mission, and its instrument's area as a fence, for an autopilot that is not ours.</summary>
internal static class PaperPlan
{
    /// <summary>Points nearer to the one before say nothing to an autopilot.</summary>
    private const double LeastLegMetres = 300;

    /// <summary>Take-off, the points, and home.</summary>
    public static MissionPlan Mission(PlannedRoute route)
    {
        var points = route.Points;
        List<PlanItem> items = [PlanItem.At(MavCmd.NavTakeoff, points[0].Latitude, points[0].Longitude, (float)points[1].AltitudeMetres, MavFrame.Global)];
        var last = points[0];
        foreach (var point in points.Skip(1).SkipLast(1))
        {
            if (Geodesic.DistanceMetres(new(last.Latitude, last.Longitude), new(point.Latitude, point.Longitude)) < LeastLegMetres)
                continue;
            items.Add(PlanItem.At(MavCmd.NavWaypoint, point.Latitude, point.Longitude, (float)point.AltitudeMetres, MavFrame.Global));
            last = point;
        }
        items.Add(new(MavCmd.NavReturnToLaunch, MavFrame.Mission));
        return new(items);
    }

    /// <summary>The corners of each area as an inclusion polygon; empty where there is no instrument.</summary>
    public static MissionPlan Fence(Instrument? instrument) => new(
        [.. (instrument?.Scope.Areas ?? []).SelectMany(area => Open(area.Ring).Select((corner, _) =>
            PlanItem.At(MavCmd.NavFencePolygonVertexInclusion, corner[1], corner[0], 0, MavFrame.Global) with { Param1 = Open(area.Ring).Count }))]);

    private static IReadOnlyList<IReadOnlyList<double>> Open(IReadOnlyList<IReadOnlyList<double>> ring) =>
        ring.Count > 3 && ring[0][0] == ring[^1][0] && ring[0][1] == ring[^1][1] ? [.. ring.Take(ring.Count - 1)] : ring;
}
