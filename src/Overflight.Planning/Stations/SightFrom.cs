namespace Overflight.Planning.Stations;

/// <summary>How an area is seen from an orbit.</summary>
/// <param name="Seen">The part of the lines between places of the orbit and of the area along which the sensor sees, 0 to 1.</param>
/// <param name="GroundSampleMetres">Metres of ground a pixel at the worst place that is seen; the geometric mean along and across the line of sight.</param>
/// <param name="SlantRangeMetres">The longest line of sight.</param>
/// <param name="GrazingDegrees">The flattest line of sight against the ground.</param>
public sealed record SightFrom(double Seen, double GroundSampleMetres, double SlantRangeMetres, double GrazingDegrees);
