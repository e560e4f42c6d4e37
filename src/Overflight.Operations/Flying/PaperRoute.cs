using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Routes;

namespace Overflight.Operations.Flying;

/// <summary>A paper's route as an autopilot flies it: each leg at the airspeed that its times ask for, as far as the type can, and home at its end.</summary>
internal static class PaperRoute
{
    /// <summary>Points nearer to the one before are not flown one by one.</summary>
    private const double LeastLegMetres = 300;

    /// <summary>Above the field, where the approach begins.</summary>
    private const double CircuitMetres = 500;

    /// <summary>A descent this near to the end is the approach's.</summary>
    private const double LandingMetres = 1;

    public static Route Of(PlannedRoute route, AircraftType type)
    {
        var legs = new List<RouteLeg>();
        var (points, limits) = (route.Points, type.Limits);
        var last = points[0];
        for (var i = 1; i < points.Count - 1; i++)
        {
            var point = points[i];
            var metres = Geodesic.DistanceMetres(new(last.Latitude, last.Longitude), new(point.Latitude, point.Longitude));
            if (metres < LeastLegMetres)
                continue;
            var speed = metres / point.At.SecondsSince(last.At);
            legs.Add(new WaypointLeg(new(point.Latitude, point.Longitude))
            {
                Name = $"{i + 1}",
                AltitudeMetres = point.AltitudeMetres,
                AltitudePlan = point.AltitudeMetres < last.AltitudeMetres - LandingMetres ? AltitudePlan.ByEnd : AltitudePlan.AtOnce,
                TrueAirspeedMetresPerSecond = Math.Min(speed, limits.MaximumTrueAirspeedMetresPerSecond.Value),
            });
            last = point;
        }
        // It comes down on the way, as the paper has it, and not in a spiral over the field.
        legs.Add(new ReturnLeg { Name = "home", AltitudeMetres = points[^1].AltitudeMetres + CircuitMetres, AltitudePlan = AltitudePlan.ByEnd });
        return new(legs);
    }
}
