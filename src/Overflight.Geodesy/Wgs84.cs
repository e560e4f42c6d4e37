namespace Overflight.Geodesy;

/// <summary>Constants of the WGS-84 ellipsoid (NGA.STND.0036, section 3.4) and of the sphere that bounds go over.</summary>
public static class Wgs84
{
    /// <summary>Semi-major axis in metres.</summary>
    public const double SemiMajorAxisMetres = 6_378_137.0;

    /// <summary>Flattening.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>Semi-minor axis in metres.</summary>
    public const double SemiMinorAxisMetres = SemiMajorAxisMetres * (1 - Flattening);

    /// <summary>First eccentricity squared.</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>Mean radius (2a + b)/3 in metres: the sphere of <see cref="UnitVector"/> and the great-circle forms.</summary>
    public const double MeanRadiusMetres = 6_371_008.8;

    /// <summary>Metres in a degree on the mean sphere.</summary>
    public const double MetresPerDegree = Math.PI / 180 * MeanRadiusMetres;

    /// <summary>No degree of a meridian is shorter, metres: at the equator it is 110,574.</summary>
    public const double LeastMetresPerDegree = 110_567;

    /// <summary>No degree of a meridian or parallel is longer, metres: of a meridian at a pole it is 111,694.</summary>
    public const double GreatestMetresPerDegree = 111_700;

    /// <summary>
    /// No geodesic distance is less than this times the great-circle distance on the mean sphere between the same
    /// geodetic coordinates. Exactly b²/(aR) = 0.994416979…, rounded down: the coordinates carry one surface to the
    /// other stretching north-south by M/R and east-west by N/R, and b²/a ≤ M ≤ N ≤ a²/b. Reached by short meridional
    /// lines at the equator.
    /// </summary>
    public const double LeastRatioToSphere = 0.994416;

    /// <summary>
    /// No geodesic distance is more than this times the great-circle distance on the mean sphere. Exactly
    /// a²/(bR) = 1.004486703…, rounded up; reached by short lines at the poles.
    /// </summary>
    public const double GreatestRatioToSphere = 1.00449;

    /// <summary>Metres in one international nautical mile.</summary>
    public const double MetresPerNauticalMile = 1852;
}
