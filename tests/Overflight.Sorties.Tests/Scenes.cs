using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;
using Overflight.Tracks;

namespace Overflight.Sorties.Tests;

/// <summary>Setups that tests start from.</summary>
internal static class Scenes
{
    public static readonly UtcInstant Start = UtcInstant.From(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
    public static readonly Airfield Home = new("home", new GeoPoint(31, -113), 200, 90);

    /// <summary>From the ground at home along a route.</summary>
    public static SortieSetup FromHome(string type, params RouteLeg[] legs) => new()
    {
        Type = AircraftTypes.Find(type),
        Start = Start,
        Home = Home,
        Route = new Route(legs),
    };

    /// <summary>In the air already, at a place, heading somewhere.</summary>
    public static SortieSetup InAir(string type, GeoPoint at, double altitude, double heading, params RouteLeg[] legs) =>
        FromHome(type, legs) with { Airborne = new AirborneStart(at, altitude, heading) };

    /// <summary>A place so many metres east and north of another, by geodesics.</summary>
    public static GeoPoint Off(GeoPoint from, double east, double north) =>
        Geodesic.Direct(from, double.RadiansToDegrees(Math.Atan2(east, north)), Math.Sqrt(east * east + north * north));

    public static List<SortieEventKind> Kinds(this SortieSimulation simulation) => [.. simulation.Events.Select(e => e.Kind)];

    public static SortieEvent First(this SortieSimulation simulation, SortieEventKind kind) =>
        simulation.Events.FirstOrDefault(e => e.Kind == kind) ?? throw new InvalidOperationException($"no {kind} among {string.Join(", ", simulation.Events.Select(e => $"{e.Kind} {e.Subject} {e.Detail}"))}");
}
