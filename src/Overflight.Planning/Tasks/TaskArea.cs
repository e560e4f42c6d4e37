namespace Overflight.Planning.Tasks;

/// <summary>A place on the ground that is to be watched.</summary>
/// <param name="Priority">What matters more has a greater number, 1 to 9.</param>
/// <param name="LeastSeen">The least part of the area that must be seen from the orbit, 0 to 1.</param>
public sealed record TaskArea(int Priority = 5, double LeastSeen = 0.9)
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the operation that it is watched for.</summary>
    public required string Operation { get; init; }

    /// <summary>Corners, [longitude, latitude] in degrees.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Ring { get; init; }

    /// <summary>How long from the beginning of a look to that of the next at most, hours; null for one look in the period.</summary>
    public double? RevisitHours { get; init; }

    /// <summary>How long a look takes, minutes.</summary>
    public required double DwellMinutes { get; init; }

    /// <summary>Kind of sensor.</summary>
    public required string SensorKind { get; init; }

    /// <summary>The coarsest picture that serves: metres of ground a pixel, the geometric mean along and across the line of sight.</summary>
    public required double MostGroundSampleMetres { get; init; }
}
