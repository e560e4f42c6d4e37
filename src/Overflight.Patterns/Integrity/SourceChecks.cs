using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Integrity;

/// <summary>Holds what the aircraft says of itself against what it said before and what others say of it.</summary>
internal static class SourceChecks
{
    private const double LeastFeetApart = 2_500;
    private const double LeastSeconds = 30;
    private const int LeastFixes = 5;

    // NIC 7 is 370 m (DO-260B table 2-14).
    private const int GoodNic = 7;
    private const int GoodNacP = 8;
    private const double MlatSeconds = 15;
    private const double MlatMetres = 4_000;
    private const double LongestBreakSeconds = 120;

    public static void Find(PreparedFlight flight, List<IntegrityFinding> found)
    {
        Altitudes(flight, found);
        Integrity(flight, found);
        Mlat(flight, found);
    }

    /// <summary>The difference of both altitudes changes slowly with the weather; it is held against its own mean so far.</summary>
    private static void Altitudes(PreparedFlight flight, List<IntegrityFinding> found)
    {
        var (mean, count) = (0.0, 0);
        var (first, worst, fixes) = (-1, 0.0, 0);
        for (var i = 0; i < flight.Count; i++)
        {
            var at = flight.IndexInTrack(i);
            double difference = flight.Track.GeometricAltitudesFeet[at] - flight.Track.BarometricAltitudesFeet[at];
            if (double.IsNaN(difference))
                continue;
            var apart = Math.Abs(difference - mean);
            if (count >= LeastFixes && apart > LeastFeetApart)
            {
                (first, fixes, worst) = (first < 0 ? i : first, fixes + 1, Math.Max(worst, apart));
                continue;
            }
            Close(flight, IntegrityKind.AltitudesPart, first, i - 1, fixes, worst, found);
            (first, fixes, worst) = (-1, 0, 0);
            count++;
            mean += (difference - mean) / Math.Min(count, 60);
        }
        Close(flight, IntegrityKind.AltitudesPart, first, flight.Count - 1, fixes, worst, found);
    }

    private static void Integrity(PreparedFlight flight, List<IntegrityFinding> found)
    {
        if (!StatedIntegrity.IsIn(flight.Track))
            return;
        var nics = flight.Track.NavigationIntegrityCategories;
        var accuracies = flight.Track.NavigationAccuracyCategories;
        var (good, first, fixes) = (0, -1, 0);
        for (var i = 0; i < flight.Count; i++)
        {
            var at = flight.IndexInTrack(i);
            var (nic, accuracy) = (nics[at], accuracies[at]);
            var isLost = StatedIntegrity.IsLost(nic, accuracy);
            if (isLost && good >= LeastFixes)
                (first, fixes) = (first < 0 ? i : first, fixes + 1);
            else if (!isLost)
            {
                Close(flight, IntegrityKind.IntegrityLost, first, i - 1, fixes, double.NaN, found);
                (first, fixes) = (-1, 0);
            }
            good += nic >= GoodNic || nic < 0 && accuracy >= GoodNacP ? 1 : 0;
        }
        Close(flight, IntegrityKind.IntegrityLost, first, flight.Count - 1, fixes, double.NaN, found);
    }

    /// <summary>
    /// Neighbouring fixes, one of the aircraft's own and one by multilateration, farther apart than it can have flown between
    /// them. Of all that was received: one of the two was likely set aside.
    /// </summary>
    private static void Mlat(PreparedFlight flight, List<IntegrityFinding> found)
    {
        var track = flight.Track;
        var sources = track.Sources;
        if (!sources.Contains(FixSource.Mlat))
            return;
        var (first, last, fixes, worst) = (-1, -1, 0, 0.0);
        for (var i = 1; i < track.Count; i++)
        {
            var isPair = (sources[i - 1], sources[i]) is (FixSource.Mlat, FixSource.Adsb) or (FixSource.Adsb, FixSource.Mlat);
            if (!isPair || track.TimeAt(i).SecondsSince(track.TimeAt(i - 1)) > MlatSeconds)
                continue;
            var (a, b) = (track[i - 1], track[i]);
            var seconds = b.Time.SecondsSince(a.Time);
            var speed = float.IsNaN(b.GroundSpeedKnots) ? flight.Speed.MetresPerSecond : b.GroundSpeedKnots * SiUnits.MetresPerSecondPerKnot;
            var apart = Geodesic.DistanceMetres(a.Position, b.Position) - 1.2 * speed * seconds;
            if (apart < MlatMetres)
                continue;
            if (first >= 0 && b.Time.SecondsSince(track.TimeAt(last)) > LongestBreakSeconds)
            {
                Add(first, last, fixes, worst);
                (first, fixes, worst) = (-1, 0, 0);
            }
            (first, last, fixes, worst) = (first < 0 ? i - 1 : first, i, fixes + 1, Math.Max(worst, apart));
        }
        Add(first, last, fixes, worst);

        void Add(int first, int last, int fixes, double worst)
        {
            if (first >= 0 && fixes >= LeastFixes && track.TimeAt(last).SecondsSince(track.TimeAt(first)) >= LeastSeconds)
                found.Add(new IntegrityFinding(IntegrityKind.MlatDisagrees, track.TimeAt(first), track.TimeAt(last), first, last, fixes, track.PositionAt(first), worst));
        }
    }

    private static void Close(PreparedFlight flight, IntegrityKind kind, int first, int last, int fixes, double magnitude, List<IntegrityFinding> found)
    {
        if (first >= 0 && fixes >= LeastFixes && flight.TimeAt(last).SecondsSince(flight.TimeAt(first)) >= LeastSeconds)
            found.Add(new IntegrityFinding(kind, flight.TimeAt(first), flight.TimeAt(last), flight.IndexInTrack(first), flight.IndexInTrack(last), fixes, flight.PositionAt(first), magnitude));
    }
}
