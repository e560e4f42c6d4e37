namespace Overflight.Authority.Documents;

/// <summary>The measures of a programme: a significant change is one beyond them.</summary>
public sealed record ProgrammeExtent
{
    /// <summary>The areas that it watches or flies over.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>States whose airspace it enters, ISO 3166 alpha-3.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Kinds of aircraft.</summary>
    public required IReadOnlyList<string> AircraftKinds { get; init; }

    /// <summary>Kinds of sensors.</summary>
    public required IReadOnlyList<string> SensorKinds { get; init; }

    /// <summary>Other agencies and third parties that take part.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>Classes of what is watched, such as <c>drug-laboratory</c>; never a person.</summary>
    public required IReadOnlyList<string> TargetClasses { get; init; }

    /// <summary>Longest sortie, hours.</summary>
    public required double LongestSortieHours { get; init; }

    /// <summary>Altitudes in which it watches.</summary>
    public required AltitudeBand Altitude { get; init; }
}
