namespace Overflight.Airspace.Watching;

/// <summary>What a watch looks at and when it speaks.</summary>
public sealed record WatchOptions
{
    /// <summary>The regions watched.</summary>
    public required IReadOnlyList<AirspaceRegion> Regions { get; init; }

    /// <summary>A speed bound that the user gives, knots; null to take it from type or observation.</summary>
    public double? MaxSpeedKnots { get; init; }

    /// <summary>An aircraft is said to approach when it reaches the boundary within this time on its present course, seconds.</summary>
    public double ApproachSeconds { get; init; } = 600;

    /// <summary>An aircraft is silent when nothing was heard of it for this time, seconds.</summary>
    public double SilenceSeconds { get; init; } = 60;

    /// <summary>A silence is told only where the boundary can be reached within this time of the last fix, seconds.</summary>
    public double SilenceReachSeconds { get; init; } = 1_800;

    /// <summary>Names what a flight is doing by its last fixes, or nothing; asked once a minute of flights inside or near; null for not to ask.</summary>
    public Func<Tracks.Preparing.PreparedFlight, WatchedBehaviour?>? Behaviour { get; init; }

    /// <summary>Loss of integrity and behaviour are told within this distance of the boundary, metres.</summary>
    public double NearMetres { get; init; } = 50_000;

    /// <summary>Aircraft followed at most; over that, those longest unheard are dropped, and counted.</summary>
    public int MaximumAircraft { get; init; } = 500_000;

    /// <summary>Fixes held at most, over all aircraft; over that, flights lose their earliest ones, and say so.</summary>
    public int MaximumHeldFixes { get; init; } = 5_000_000;
}
