namespace Overflight.Authority.Documents;

/// <summary>What an instrument allows: where, how high, when, with what, what for.</summary>
public sealed record InstrumentScope
{
    /// <summary>Areas that the aircraft may be in; a place in any of them is within scope.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>Altitudes that it may be at.</summary>
    public required AltitudeBand Altitude { get; init; }

    /// <summary>When.</summary>
    public required IReadOnlyList<TimeWindow> Windows { get; init; }

    /// <summary>Kinds of sensors that may be used.</summary>
    public required IReadOnlyList<string> SensorKinds { get; init; }

    /// <summary>Purpose codes that it is for.</summary>
    public required IReadOnlyList<string> PurposeCodes { get; init; }
}
