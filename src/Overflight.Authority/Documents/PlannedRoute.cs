namespace Overflight.Authority.Documents;

/// <summary>A route: geodesics between points, flown at even speed, with how far the aircraft may be from it.</summary>
public sealed record PlannedRoute
{
    /// <summary>Half the corridor's width, metres: how far the aircraft may be from the line.</summary>
    public required double CorridorMetres { get; init; }

    /// <summary>How far it may be from the altitude, metres.</summary>
    public required double AltitudeToleranceMetres { get; init; }

    /// <summary>The points, in time order, from take-off to landing; at least two.</summary>
    public required IReadOnlyList<RoutePoint> Points { get; init; }
}
