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
        var limits = type.Limits;
        List<RouteLeg> legs = [.. Legs(route).Select(leg => new WaypointLeg(new(leg.To.Latitude, leg.To.Longitude))
        {
            Name = $"{leg.Number}",
            AltitudeMetres = leg.To.AltitudeMetres,
            AltitudePlan = leg.To.AltitudeMetres < leg.From.AltitudeMetres - LandingMetres ? AltitudePlan.ByEnd : AltitudePlan.AtOnce,
            TrueAirspeedMetresPerSecond = Math.Min(leg.Metres / leg.To.At.SecondsSince(leg.From.At), limits.MaximumTrueAirspeedMetresPerSecond.Value),
        })];
        // It comes down on the way, as the paper has it, and not in a spiral over the field.
        legs.Add(new ReturnLeg { Name = "home", AltitudeMetres = route.Points[^1].AltitudeMetres + CircuitMetres, AltitudePlan = AltitudePlan.ByEnd });
        return new(legs);
    }

    /// <summary>The legs that an autopilot is given, from the field up to the way home: those too short to be flown one by one are part of the next.</summary>
    public static IEnumerable<(int Number, RoutePoint From, RoutePoint To, double Metres)> Legs(PlannedRoute route)
    {
        var last = route.Points[0];
        for (var i = 1; i < route.Points.Count - 1; i++)
        {
            var point = route.Points[i];
            var metres = Geodesic.DistanceMetres(new(last.Latitude, last.Longitude), new(point.Latitude, point.Longitude));
            if (metres < LeastLegMetres)
                continue;
            yield return (i + 1, last, point, metres);
            last = point;
        }
    }
}
