using Overflight.Geodesy;

namespace Overflight.Tracks.Tests;

/// <summary>Small tracks: a flight eastwards at even speed, a fix every few seconds, and what a test changes of it.</summary>
internal static class Made
{
    public const double Knots = 400;
    public static readonly GeoPoint Start = new(48, 10);

    public static Track Track(IEnumerable<Fix> fixes, string type = "")
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0x4b1234)) { TypeDesignator = type }, "made");
        foreach (var fix in fixes)
            builder.Add(fix);
        return builder.Build();
    }

    public static IEnumerable<Fix> East(double fromSeconds, double toSeconds, double step = 5, GeoPoint? start = null, double knots = Knots) =>
        Straight(start ?? Start, 90, knots, fromSeconds, toSeconds, step);

    public static IEnumerable<Fix> Straight(GeoPoint start, double azimuth, double knots, double fromSeconds, double toSeconds, double step)
    {
        for (var t = fromSeconds; t < toSeconds; t += step)
        {
            var end = Geodesic.DirectWithAzimuth(start, azimuth, knots * (1852 / 3600.0) * t);
            yield return new Fix
            {
                Time = UtcInstant.FromUnixSeconds(1_700_000_000 + t),
                Position = end.Point.Normalised(),
                GroundSpeedKnots = (float)knots,
                TrackDegrees = (float)((end.FinalAzimuthDegrees + 360) % 360),
                BarometricAltitudeFeet = 30_000,
                Source = FixSource.Adsb,
            };
        }
    }

    public static Fix At(Fix fix, GeoPoint place) => fix with { Position = place };
}
