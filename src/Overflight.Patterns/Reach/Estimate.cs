namespace Overflight.Patterns.Reach;

/// <summary>A figure with its bounds under the stated uncertainty of altitude and position.</summary>
/// <param name="Lower">With the lowest altitude and the farthest position.</param>
/// <param name="Likely">As reported.</param>
/// <param name="Upper">With the highest altitude and the nearest position.</param>
public readonly record struct Estimate(double Lower, double Likely, double Upper)
{
    internal double At(Bound bound) => bound switch
    {
        Bound.Lower => Lower,
        Bound.Upper => Upper,
        _ => Likely,
    };
}
