namespace Overflight.Authority.Documents;

/// <summary>A stretch of time in which a sensor is on.</summary>
/// <param name="SensorKind">The kind, as in the payload.</param>
/// <param name="During">When.</param>
/// <param name="Hull">The ground that it saw; null in a plan.</param>
public sealed record SensorUse(string SensorKind, TimeWindow During, Area? Hull = null);
