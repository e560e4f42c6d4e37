namespace Overflight.Authority.Documents;

/// <summary>A State's conditions, in a form that a machine can check. What is null or empty is not limited.</summary>
public sealed record ConsentConditions
{
    /// <summary>Areas of its airspace that may be used.</summary>
    public IReadOnlyList<Area> Areas { get; init => field = value ?? []; } = [];

    /// <summary>Altitudes that may be used.</summary>
    public AltitudeBand? Altitude { get; init; }

    /// <summary>Registrations of the aircraft that may come.</summary>
    public IReadOnlyList<string> Registrations { get; init => field = value ?? []; } = [];

    /// <summary>Kinds of sensors that may be on over the State; null for any, empty for none.</summary>
    public IReadOnlyList<string>? SensorKinds { get; init; }

    /// <summary>Purpose codes that it is for.</summary>
    public IReadOnlyList<string> PurposeCodes { get; init => field = value ?? []; } = [];

    /// <summary>Most hours that one sortie may be in its airspace.</summary>
    public double? MostHours { get; init; }

    /// <summary>Parties that must take part while the aircraft is in its airspace, such as the State's own liaison.</summary>
    public IReadOnlyList<string> PresentParties { get; init => field = value ?? []; } = [];
}
