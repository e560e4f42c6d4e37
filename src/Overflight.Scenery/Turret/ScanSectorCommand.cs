namespace Overflight.Scenery.Turret;

/// <summary>Sweep to and fro through a sector.</summary>
/// <param name="CentreHeadingDegrees">Its middle, clockwise from true north.</param>
/// <param name="WidthDegrees">Its width, above 0 and up to 360.</param>
/// <param name="DepressionDegrees">Below the horizontal plane.</param>
/// <param name="RateDegreesPerSecond">How fast the heading goes.</param>
public sealed record ScanSectorCommand(double CentreHeadingDegrees, double WidthDegrees, double DepressionDegrees, double RateDegreesPerSecond = 5) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!double.IsFinite(CentreHeadingDegrees) || WidthDegrees is not (> 0 and <= 360) || DepressionDegrees is not (>= -90 and <= 90))
            return "a sector is a heading, a width above 0 and up to 360 degrees and a depression";
        return RateDegreesPerSecond > 0 && RateDegreesPerSecond <= type.SlewRateDegreesPerSecond ? null : $"{type.Name} turns at most {type.SlewRateDegreesPerSecond} degrees a second";
    }
}
