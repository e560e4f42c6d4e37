namespace Overflight.Sorties.Routes;

/// <summary>How an aircraft lies to the path that it is to follow.</summary>
/// <param name="CrossTrackMetres">Right of the path positive.</param>
/// <param name="CourseDegrees">Course of the path at the nearest place, clockwise from true north.</param>
/// <param name="CurvaturePerMetre">1/radius, right turn positive; 0 on a straight.</param>
/// <param name="AlongMetres">From the segment's start.</param>
/// <param name="ToGoMetres">To the segment's end, along the path; infinite where it has none.</param>
public readonly record struct Guidance(double CrossTrackMetres, double CourseDegrees, double CurvaturePerMetre, double AlongMetres, double ToGoMetres);
