namespace Overflight.Patterns.Score.Training;

/// <summary>Width and ridge of a kernel model.</summary>
/// <param name="Sharpness">γ times the number of features.</param>
/// <param name="Ridge">Added to the kernel's diagonal.</param>
internal sealed record KernelShape(double Sharpness, double Ridge);
