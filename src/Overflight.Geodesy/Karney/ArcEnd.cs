namespace Overflight.Geodesy.Karney;

/// <summary>One end of a geodesic on the auxiliary sphere: its arc σ from the equator, and √(1 + e′² sin² β).</summary>
internal readonly record struct ArcEnd(double SinSigma, double CosSigma, double Dn);
