namespace Overflight.Sorties.Aircraft;

/// <summary>
/// A type of aircraft as data: figures, each with what it rests on. It has no field for weapons, and sensors are known by
/// name and mass only.
/// </summary>
public sealed record AircraftType
{
    /// <summary>Lower-case letters, digits and <c>-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its usual name.</summary>
    public required string Name { get; init; }

    /// <summary>What the figures as a whole rest on, and what they do not constrain.</summary>
    public required string Note { get; init; }

    /// <summary>Masses.</summary>
    public required Masses Masses { get; init; }

    /// <summary>Sensors that it carries where the loading does not say otherwise.</summary>
    public required IReadOnlyList<SensorMass> Sensors { get; init; }

    /// <summary>Wing and drag.</summary>
    public required Aerodynamics Aerodynamics { get; init; }

    /// <summary>What drives it.</summary>
    public required Propulsion Propulsion { get; init; }

    /// <summary>Limits.</summary>
    public required FlightLimits Limits { get; init; }

    /// <summary>Usual speeds.</summary>
    public required UsualSpeeds Speeds { get; init; }

    /// <summary>What was published of endurance and range; empty for a generic type.</summary>
    public required IReadOnlyList<PublishedFigure> Published { get; init; }
}
