using Overflight.Geodesy;

namespace Overflight.Tracks.Integrity;

/// <summary>How far the aircraft may have been from a fix at the fix's time.</summary>
/// <param name="Metres95">The radius that holds it 95 times in 100, latency included, metres.</param>
/// <param name="BoundMetres">The radius that verdicts use: the integrity bound, latency included, metres.</param>
/// <param name="IsStated">Whether the source stated accuracy or integrity, rather than a default being taken.</param>
public readonly record struct PositionRadius(double Metres95, double BoundMetres, bool IsStated)
{
    /// <summary>Uncompensated latency allowed to an ADS-B system, seconds (DO-260B 2.2.3.2.3.7; FAA AC 20-165B 3.3).</summary>
    public const double LatencySeconds = 0.6;

    /// <summary>Age allowed to a position whose row gives only the time of the row, seconds.</summary>
    public const double RecordLatencySeconds = 2;

    /// <summary>The bound where a source states that it can promise nothing (NIC 0 and NACp 0): 10 NM.</summary>
    public const double NoPromiseMetres = 10 * Wgs84.MetresPerNauticalMile;

    /// <summary>The radius of a fix, from what it states, else from its source's default.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="fallbackSpeedKnots">Speed for the latency where the fix states none.</param>
    public static PositionRadius Of(in Fix fix, double fallbackSpeedKnots) =>
        Of(fix.AccuracyMetres, fix.ContainmentMetres, fix.Nic, fix.NacP, fix.GroundSpeedKnots, fix.Source, fix.Status, fallbackSpeedKnots);

    internal static PositionRadius Of(
        float accuracyMetres, float containmentMetres, int nic, int nacP, float groundSpeedKnots, FixSource source, FixStatus status, double fallbackSpeedKnots)
    {
        var (accuracy, bound, isStated) = Stated(accuracyMetres, containmentMetres, nic, nacP);
        if (!isStated)
            (accuracy, bound) = Default(source);
        var speedKnots = float.IsNaN(groundSpeedKnots) ? fallbackSpeedKnots : groundSpeedKnots;
        if ((status & FixStatus.OnGround) != 0)
            speedKnots = Math.Min(speedKnots, 60);
        var latency = source switch
        {
            FixSource.Telemetry or FixSource.Gnss => 0,
            _ when (status & FixStatus.TimeIsOfRecord) != 0 => RecordLatencySeconds,
            _ => LatencySeconds,
        };
        var drift = speedKnots * (Wgs84.MetresPerNauticalMile / 3600) * latency;
        return new PositionRadius(accuracy + drift, Math.Max(accuracy, bound) + drift, isStated);
    }

    private static (double Accuracy, double Bound, bool IsStated) Stated(float accuracyMetres, float containmentMetres, int nic, int nacP)
    {
        double bound = containmentMetres > 0 ? containmentMetres : nic > 0 ? NavigationIntegrity.ContainmentMetres(nic) : double.NaN;
        double accuracy = accuracyMetres > 0 ? accuracyMetres : nacP > 0 ? NavigationAccuracy.UncertaintyMetres(nacP) : double.NaN;
        if (double.IsNaN(bound) && double.IsNaN(accuracy))
            return nic == 0 ? (NoPromiseMetres / 2, NoPromiseMetres, true) : (0, 0, false);
        // Containment at 1e-5 or better is at least 4.4 sigma of a circular normal error; 95 % is 2.45 sigma.
        if (double.IsNaN(accuracy))
            accuracy = bound * 0.5;
        // Two and a half times the 95 % radius stands for the bound where no integrity is stated.
        if (double.IsNaN(bound))
            bound = accuracy * 2.5;
        return (accuracy, bound, true);
    }

    private static (double Accuracy, double Bound) Default(FixSource source) => source switch
    {
        FixSource.Adsb or FixSource.Adsr or FixSource.Adsc or FixSource.Unknown => (92.6, 370.4),
        FixSource.Gnss => (15, 50),
        FixSource.Telemetry => (5, 15),
        _ => (250, 500),
    };
}
