using Overflight.Geodesy;

namespace Overflight.Feeds.Asterix;

/// <summary>Reads the items of category 062 (EUROCONTROL-SPEC-0149-9, section 5.2).</summary>
internal static class Cat062Items
{
    private const double Degrees25 = 180.0 / (1 << 25);
    private const double KnotsPerVelocityUnit = 0.25 * Units.KnotsPerMetrePerSecond;

    public static void Take(int item, ReadOnlySpan<byte> data, ref TargetReport report)
    {
        switch (item)
        {
            case 10:
                report.DataSource = Octets.Unsigned16(data);
                break;
            case 70:
                report.TakeTime(data, TimeRank.Applicability);
                break;
            case 105:
                report.LatitudeDegrees = Octets.Signed32(data) * Degrees25;
                report.LongitudeDegrees = Octets.Signed32(data[4..]) * Degrees25;
                break;
            case 185:
                TakeVelocity(Octets.Signed16(data), Octets.Signed16(data[2..]), ref report);
                break;
            case 60 when (data[0] & 0xc0) == 0:
                report.TakeModeA(Octets.Unsigned16(data) & 0xfff);
                break;
            case 245:
                report.Identification = Octets.Unsigned48(data[1..]);
                break;
            case 380:
                TakeAircraftDerived(data, ref report);
                break;
            case 390:
                TakeFlightPlan(data, ref report);
                break;
            case 40:
                report.TrackNumber = Octets.Unsigned16(data);
                break;
            case 80:
                TakeStatus(data, ref report);
                break;
            case 136:
                report.BarometricAltitudeFeet = Octets.Signed16(data) * 25f;
                break;
            case 135 when (data[0] & 0x80) == 0 && float.IsNaN(report.BarometricAltitudeFeet):
                // The first bit says that the altitude is corrected to a local pressure, which is no flight level.
                report.BarometricAltitudeFeet = (short)(Octets.Unsigned16(data) << 1) / 2 * 25f;
                break;
            case 130:
                report.GeometricAltitudeFeet = Octets.Signed16(data) * 6.25f;
                break;
            case 220:
                report.VerticalRateFeetPerMinute = Octets.Signed16(data) * 6.25f;
                break;
            case 500:
                TakeAccuracies(data, ref report);
                break;
        }
    }

    private static void TakeVelocity(int east, int north, ref TargetReport report)
    {
        report.GroundSpeedKnots = (float)(Math.Sqrt((double)east * east + (double)north * north) * KnotsPerVelocityUnit);
        if (east == 0 && north == 0)
            return;
        var degrees = (float)(Math.Atan2(east, north) * (180 / Math.PI));
        report.TrackDegrees = degrees < 0 ? degrees + 360 : degrees;
    }

    /// <summary>I062/080: simulated (1st extension), tentative, begun, ended, and coasting (3rd extension).</summary>
    private static void TakeStatus(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        report.IsDoubtful = (data[0] & 0x02) != 0;
        if (data.Length > 1)
        {
            report.IsNoAircraft = (data[1] & 0x80) != 0;
            report.TrackEnds = (data[1] & 0x40) != 0;
            report.TrackBegins = (data[1] & 0x20) != 0;
        }
        if (data.Length > 3)
            report.IsExtrapolated = (data[3] & 0x80) != 0;
    }

    private static void TakeAircraftDerived(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        var parts = new CompoundWalker(Profiles.AircraftDerived, data);
        while (parts.MoveNext())
        {
            switch (parts.Part)
            {
                case 1:
                    report.Address = Octets.Unsigned24(parts.Data);
                    break;
                case 2:
                    report.Identification = Octets.Unsigned48(parts.Data);
                    break;
                case 10:
                    report.IsOnGround = (parts.Data[0] >> 2 & 7) is 1 or 3;
                    break;
                case 21:
                    report.EmitterCategory = parts.Data[0];
                    break;
            }
        }
    }

    private static void TakeFlightPlan(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        var parts = new CompoundWalker(Profiles.FlightPlan, data);
        while (parts.MoveNext())
        {
            if (parts.Part == 5)
                report.TypeDesignator = Octets.Unsigned32(parts.Data);
        }
    }

    /// <summary>I062/500: standard deviations, in half metres (APC) or units of 180/2²⁵ degree (APW).</summary>
    private static void TakeAccuracies(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        var parts = new CompoundWalker(Profiles.Accuracies, data);
        while (parts.MoveNext())
        {
            var first = parts.Part is 1 or 3 ? Octets.Unsigned16(parts.Data) : 0;
            var second = parts.Part is 1 or 3 ? Octets.Unsigned16(parts.Data[2..]) : 0;
            if (parts.Part == 1)
                report.AccuracyMetres = PositionQuality.Radius95(Math.Max(first, second) * 0.5);
            else if (parts.Part == 3 && float.IsNaN(report.AccuracyMetres))
                report.AccuracyMetres = PositionQuality.Radius95(Math.Max(first, second) * Degrees25 * Wgs84.MetresPerNauticalMile * 60);
        }
    }
}
