using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.Asterix;

/// <summary>Makes a fix of a target report.</summary>
internal static class ReportedFix
{
    private const int AdsB = 21;

    public static Fix Of(int category, in TargetReport report, GeoPoint position, long time, long record)
    {
        var (nic, containment, accuracy) = Quality(report);
        return new Fix
        {
            Time = new UtcInstant(time),
            Position = position,
            BarometricAltitudeFeet = report.BarometricAltitudeFeet,
            GeometricAltitudeFeet = report.GeometricAltitudeFeet,
            GroundSpeedKnots = report.GroundSpeedKnots,
            // On the ground it is where the nose points, which is no track.
            TrackDegrees = report.IsOnGround ? float.NaN : report.TrackDegrees,
            VerticalRateFeetPerMinute = report.VerticalRateFeetPerMinute,
            AccuracyMetres = accuracy,
            ContainmentMetres = containment,
            Nic = nic,
            NacP = report.IsDoubtful || report.NacP > 11 ? (sbyte)-1 : report.NacP,
            Sil = report.Sil,
            Squawk = report.Squawk,
            Source = category == AdsB ? FixSource.Adsb : FixSource.Radar,
            Status = (report.IsOnGround ? FixStatus.OnGround : 0)
                | (report.IsGeometricRate ? FixStatus.GeometricRate : 0)
                | (report.TimeStands == TimeRank.Transmission ? FixStatus.TimeIsOfRecord : 0),
            Record = record,
        };
    }

    /// <summary>
    /// NIC, containment and accuracy. A report that its source doubts promises nothing (NIC 0). Where the MOPS
    /// version is not given, the code may be NUCp or NIC: it is read as whichever promises less.
    /// </summary>
    private static (sbyte Nic, float ContainmentMetres, float AccuracyMetres) Quality(in TargetReport report)
    {
        if (report.IsDoubtful)
            return (0, float.NaN, float.NaN);
        var code = report.IntegrityCode;
        if (!float.IsNaN(report.ContainmentMetres) || code < 0)
            return (code is >= 0 and <= 11 && report.MopsVersion > 0 ? code : (sbyte)-1, report.ContainmentMetres, report.AccuracyMetres);
        if (report.MopsVersion == 0 || (report.MopsVersion < 0 && code == 2))
        {
            var (containment, accuracy) = PositionQuality.OfNucp(code);
            return (code == 0 ? (sbyte)0 : (sbyte)-1, containment, accuracy);
        }
        return (code <= 11 ? code : (sbyte)-1, float.NaN, report.AccuracyMetres);
    }
}
