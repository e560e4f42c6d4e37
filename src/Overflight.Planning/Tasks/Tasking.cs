using Overflight.Authority.Documents;

namespace Overflight.Planning.Tasks;

/// <summary>What is to be watched, with what, from where: what a planner is asked.</summary>
/// <param name="CorridorMetres">How far an aircraft may be from its route, metres.</param>
/// <param name="AltitudeToleranceMetres">How far from its altitude, metres.</param>
/// <param name="OrbitRadiusMetres">Radius of the orbits on station, metres.</param>
/// <param name="ReserveMinutes">Fuel that is not planned away: for so many minutes on station.</param>
public sealed record Tasking(double CorridorMetres = 2_000, double AltitudeToleranceMetres = 150, double OrbitRadiusMetres = 6_000, double ReserveMinutes = 60)
{
    /// <summary>Its form; "tasking".</summary>
    public required string Kind { get; init; }

    /// <summary>Its id; sorties that are planned from it are called after it.</summary>
    public required string Id { get; init; }

    /// <summary>From when until when; every flight lies within.</summary>
    public required TimeWindow Period { get; init; }

    /// <summary>What the sorties are flown for, each with its hours.</summary>
    public required IReadOnlyList<TaskOperation> Operations { get; init; }

    /// <summary>What is to be watched.</summary>
    public required IReadOnlyList<TaskArea> Areas { get; init; }

    /// <summary>What it can be watched with.</summary>
    public required IReadOnlyList<TaskAircraft> Aircraft { get; init; }

    /// <summary>Where they start, and where they can divert to.</summary>
    public required IReadOnlyList<TaskBase> Bases { get; init; }

    /// <summary>Areas that no flight may touch, such as restricted ones.</summary>
    public IReadOnlyList<Area> Avoid { get; init => field = value ?? []; } = [];

    /// <summary>The wind, the same everywhere; none where not given.</summary>
    public TaskWind Wind { get; init => field = value ?? new(0, 0); } = new(0, 0);

    /// <summary>Other ways that are to be compared.</summary>
    public IReadOnlyList<TaskAlternative> Alternatives { get; init => field = value ?? []; } = [];
}
