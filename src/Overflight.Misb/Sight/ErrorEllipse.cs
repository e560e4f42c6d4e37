namespace Overflight.Misb.Sight;

/// <summary>Where a place on the ground may be, in 95 of 100 cases.</summary>
/// <param name="SemiMajorMetres">Half the longer axis.</param>
/// <param name="SemiMinorMetres">Half the shorter axis.</param>
/// <param name="MajorAzimuthDegrees">Of the longer axis, 0 to 180 clockwise from north.</param>
/// <param name="Source">What it is from.</param>
public readonly record struct ErrorEllipse(double SemiMajorMetres, double SemiMinorMetres, double MajorAzimuthDegrees, ErrorSource Source)
{
    // Radius of a two-dimensional normal distribution that holds 95 and 90 of 100: sqrt(-2 ln 0.05), sqrt(-2 ln 0.1).
    internal const double Sigmas95 = 2.447746830680816;
    internal const double Sigmas90 = 2.145966026289347;

    /// <summary>The ellipse of a covariance, square metres.</summary>
    public static ErrorEllipse Of(double eastEast, double eastNorth, double northNorth, ErrorSource source)
    {
        var (middle, half) = (0.5 * (eastEast + northNorth), 0.5 * (northNorth - eastEast));
        var reach = Math.Sqrt(half * half + eastNorth * eastNorth);
        var azimuth = 0.5 * double.RadiansToDegrees(Math.Atan2(eastNorth, half));
        return new ErrorEllipse(
            Sigmas95 * Math.Sqrt(Math.Max(0, middle + reach)), Sigmas95 * Math.Sqrt(Math.Max(0, middle - reach)),
            azimuth < 0 ? azimuth + 180 : azimuth, source);
    }
}
