namespace Overflight.Airspace.Nearest;

/// <summary>A place of a <see cref="LocalPlane"/>, metres.</summary>
internal readonly record struct LocalPoint(double East, double North);
