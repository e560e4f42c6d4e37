using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Tests.Shapes;

/// <summary>Flights of a few fixes with radii and a speed bound of our own.</summary>
internal static class MadeFlight
{
    public const double KnotsPerMetrePerSecond = 3600 / 1852.0;

    public static Track Track(params ReadOnlySpan<(double Seconds, GeoPoint Place, double Radius)> fixes)
    {
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.None) { Name = "made" }, "made");
        foreach (var (seconds, place, radius) in fixes)
            builder.Add(new Fix
            {
                Time = UtcInstant.FromUnixSeconds(seconds),
                Position = place.Normalised(),
                ContainmentMetres = (float)radius,
                Source = FixSource.Telemetry,
            });
        return builder.Build();
    }

    public static PreparedFlight Prepare(double metresPerSecond, params ReadOnlySpan<(double Seconds, GeoPoint Place, double Radius)> fixes) =>
        FlightPreparer.Prepare(Track(fixes), SpeedBound.Given(metresPerSecond * KnotsPerMetrePerSecond));
}
