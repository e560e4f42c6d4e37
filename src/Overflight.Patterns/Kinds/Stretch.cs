namespace Overflight.Patterns.Kinds;

/// <summary>Neighbouring fixes that stay together although much was flown.</summary>
/// <param name="First">The first fix.</param>
/// <param name="Last">The last fix.</param>
/// <param name="ScaleMetres">The side of the box that every window within it fits into.</param>
internal readonly record struct Stretch(int First, int Last, double ScaleMetres);
