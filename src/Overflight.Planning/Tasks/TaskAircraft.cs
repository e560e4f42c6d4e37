namespace Overflight.Planning.Tasks;

/// <summary>An aircraft that can be sent.</summary>
/// <param name="TurnaroundHours">Hours on the ground between two sorties.</param>
public sealed record TaskAircraft(double TurnaroundHours = 4)
{
    /// <summary>Its registration.</summary>
    public required string Registration { get; init; }

    /// <summary>Its type, as the library of types names it.</summary>
    public required string Type { get; init; }

    /// <summary>Id of the base that it starts from and comes back to.</summary>
    public required string Base { get; init; }

    /// <summary>The altitude that it watches from, metres above mean sea level.</summary>
    public required double AltitudeMetres { get; init; }

    /// <summary>Its sensors.</summary>
    public required IReadOnlyList<TaskSensor> Sensors { get; init; }

    /// <summary>What else it carries.</summary>
    public IReadOnlyList<string> Payload { get; init => field = value ?? []; } = [];

    /// <summary>Whether its link is by satellite; otherwise it needs the line of sight to its base.</summary>
    public bool HasSatelliteLink { get; init; }

    /// <summary>The party that controls it.</summary>
    public required string ControlledBy { get; init; }

    /// <summary>The control station.</summary>
    public required string ControlStation { get; init; }

    /// <summary>The pilot's office or licence number, never a name.</summary>
    public required string Pilot { get; init; }
}
