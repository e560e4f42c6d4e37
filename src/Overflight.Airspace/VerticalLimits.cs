namespace Overflight.Airspace;

/// <summary>Floor and ceiling of a zone in feet of pressure altitude; both are in the zone.</summary>
/// <param name="FloorFeet">Lowest altitude; negative infinity from the ground.</param>
/// <param name="CeilingFeet">Highest altitude; infinity without limit.</param>
public readonly record struct VerticalLimits(double FloorFeet, double CeilingFeet);
