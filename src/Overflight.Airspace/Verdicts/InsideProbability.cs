using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// The probability of having been inside, where metres decide. The boundary's error is one and the same for all fixes,
/// and successive position errors of one receiver hang together, so fixes are not multiplied: the best single fix speaks.
/// </summary>
internal static class InsideProbability
{
    /// <summary>A circular normal error exceeds 2.448 standard deviations 5 times in 100.</summary>
    private const double CircularSigmas95 = 2.448;

    private const double LinearSigmas95 = 1.960;

    /// <summary>Standard deviation of the latency left in ADS-B positions, seconds.</summary>
    private const double LatencySigmaSeconds = 0.35;

    public static double Of(FlightPath path, AirspaceRegion region, Classification classes)
    {
        var greatest = 0.0;
        for (var i = 0; i < path.Count; i++)
            if (classes.Fixes[i] != FixClass.Outside)
                greatest = Math.Max(greatest, OfFix(path, region, i));
        return greatest;
    }

    private static double OfFix(FlightPath path, AirspaceRegion region, int i)
    {
        var place = path.Flight.PositionAt(i);
        var distance = region.DistanceTo(place);
        var fix = path.Flight.Track[path.Flight.IndexInTrack(i)];
        var towards = Geodesic.Inverse(place, distance.Nearest).InitialAzimuthDegrees;
        var speed = float.IsNaN(fix.GroundSpeedKnots) ? 0 : fix.GroundSpeedKnots * (Wgs84.MetresPerNauticalMile / 3600);
        var across = float.IsNaN(fix.TrackDegrees) ? speed : speed * Math.Cos(double.DegreesToRadians(fix.TrackDegrees - towards));
        var position = path.Flight.RadiusAt(i).Metres95 / CircularSigmas95;
        var boundary = distance.Edge.UncertaintyMetres / LinearSigmas95;
        var latency = across * LatencySigmaSeconds;
        return Normal.Cumulative(distance.SignedMetres / Math.Sqrt(position * position + boundary * boundary + latency * latency));
    }
}
