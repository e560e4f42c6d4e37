namespace Overflight.Authority.Documents;

/// <summary>A thing that an aircraft carries.</summary>
/// <param name="Name">What it is.</param>
/// <param name="SensorKind">The kind of sensor, such as <c>eo-ir</c>, <c>sar</c>, <c>radar</c>, <c>sigint</c>; null where it is none.</param>
public sealed record PayloadItem(string Name, string? SensorKind = null);
