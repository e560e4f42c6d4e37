using Overflight.Geodesy;
using Overflight.Mavlink;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Sorties.Routes;

namespace Overflight.Operations.Linking;

/// <summary>A mission as a ground station uploads it, as a route. What the simulator does not fly is refused, never passed over.</summary>
internal static class PlanRoute
{
    private const double UnitsPerDegree = 1e7;
    private const double UsualRadiusMetres = 2_000;

    /// <summary>The route; null where an item cannot be flown, with the reason.</summary>
    public static Route? Of(MissionPlan plan, double homeAltitudeMetres, out MavMissionResult result)
    {
        var legs = new List<RouteLeg>();
        foreach (var item in plan.Items)
        {
            if (item.Command == MavCmd.NavTakeoff)
                continue;
            var altitude = item.Frame is MavFrame.GlobalRelativeAlt or MavFrame.GlobalRelativeAltInt ? homeAltitudeMetres + item.Z : (double)item.Z;
            var place = new GeoPoint(item.X / UnitsPerDegree, item.Y / UnitsPerDegree);
            RouteLeg? leg = item.Command switch
            {
                MavCmd.NavWaypoint => new WaypointLeg(place) { AltitudeMetres = altitude },
                MavCmd.NavLoiterTurns => new OrbitLeg(place, Radius(item), item.Param3 >= 0, Turns: Math.Max(0.1, item.Param1)) { AltitudeMetres = altitude },
                MavCmd.NavLoiterTime => new OrbitLeg(place, Radius(item), item.Param3 >= 0, DurationSeconds: Math.Max(1, item.Param1)) { AltitudeMetres = altitude },
                MavCmd.NavReturnToLaunch => new ReturnLeg(),
                _ => null,
            };
            if (leg is null || (leg is not ReturnLeg && !place.IsValid))
            {
                result = leg is null ? MavMissionResult.Unsupported : MavMissionResult.Invalid;
                return null;
            }
            legs.Add(leg);
        }
        result = legs.Count > 0 ? MavMissionResult.Accepted : MavMissionResult.Invalid;
        return legs.Count > 0 ? new(legs) : null;
    }

    private static double Radius(PlanItem item) => item.Param3 is var radius && Math.Abs(radius) >= 10 ? Math.Abs(radius) : UsualRadiusMetres;
}
