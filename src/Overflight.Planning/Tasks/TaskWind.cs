namespace Overflight.Planning.Tasks;

/// <summary>A wind.</summary>
/// <param name="FromDegrees">Where it comes from, against true north.</param>
/// <param name="SpeedKnots">How fast.</param>
public sealed record TaskWind(double FromDegrees, double SpeedKnots);
