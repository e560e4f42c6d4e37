using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>One thing that a watch has to tell, with what it rests on.</summary>
public sealed record WatchAlert
{
    /// <summary>What happened.</summary>
    public required WatchAlertKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required Aircraft Aircraft { get; init; }

    /// <summary>The call sign in use, or empty.</summary>
    public required string Callsign { get; init; }

    /// <summary>The airspace: an ISO 3166 alpha-3 code or a zone's name.</summary>
    public required string Airspace { get; init; }

    /// <summary>When it was known: the time of the fix, or of the silence.</summary>
    public required UtcInstant Time { get; init; }

    /// <summary>The last fix.</summary>
    public required Fix Fix { get; init; }

    /// <summary>The radius of that fix that verdicts use, metres.</summary>
    public required double RadiusMetres { get; init; }

    /// <summary>Distance of the last fix from the nearest legal edge, inside positive, metres.</summary>
    public required double SignedMetres { get; init; }

    /// <summary>The speed bound used.</summary>
    public required SpeedBound Speed { get; init; }

    /// <summary>The boundary set used.</summary>
    public required string BoundarySet { get; init; }

    /// <summary>When it entered, or left, or may have been inside; null for other kinds.</summary>
    public TimeBounds? Crossing { get; init; }

    /// <summary>The likely place of the crossing.</summary>
    public GeoPoint? CrossingPlace { get; init; }

    /// <summary>Where entry is only possible: a place and a time that show it.</summary>
    public Witness? Witness { get; init; }

    /// <summary>For <see cref="WatchAlertKind.Approaching"/>: seconds to the boundary.</summary>
    public double? SecondsToBoundary { get; init; }

    /// <summary>For <see cref="WatchAlertKind.Silent"/>: since when by then it can have been at the boundary.</summary>
    public UtcInstant? ReachableSince { get; init; }

    /// <summary>Whether it rests on the speed bound and the map alone: the boundary separates two fixes that are both outside.</summary>
    public bool IsForced { get; init; }

    /// <summary>For <see cref="WatchAlertKind.IntegrityLost"/>: how many fixes were set aside, 0 where the position became vague.</summary>
    public int SetAsideCount { get; init; }

    /// <summary>For <see cref="WatchAlertKind.Pattern"/>: what it does.</summary>
    public WatchedBehaviour? Behaviour { get; init; }

    /// <summary>For <see cref="WatchAlertKind.FlightEnded"/>: the flight, by the fixes held of it, with its one verdict.</summary>
    public FlightAnalysis? Flight { get; init; }

    /// <summary>For <see cref="WatchAlertKind.FlightEnded"/>: whether its earliest fixes were dropped for want of room, so that the verdict is of its later part only.</summary>
    public bool IsCut { get; init; }
}
