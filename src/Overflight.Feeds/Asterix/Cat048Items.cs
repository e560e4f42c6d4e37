using Overflight.Geodesy;

namespace Overflight.Feeds.Asterix;

/// <summary>Reads the items of category 048 (EUROCONTROL-SPEC-0149-4, section 5.2).</summary>
internal static class Cat048Items
{
    private const double MetresPerRangeUnit = Wgs84.MetresPerNauticalMile / 256;

    public static void Take(int item, ReadOnlySpan<byte> data, ref TargetReport report)
    {
        switch (item)
        {
            case 10:
                report.DataSource = Octets.Unsigned16(data);
                break;
            case 140:
                report.TakeTime(data, TimeRank.Applicability);
                break;
            case 20:
                // Simulated, or a report from the fixed transponder; in the first extension, a test target.
                report.IsNoAircraft = (data[0] & 0x12) != 0 || (data.Length > 1 && (data[1] & 0x80) != 0);
                break;
            case 40:
                report.SlantRangeMetres = Octets.Unsigned16(data) * MetresPerRangeUnit;
                report.AzimuthDegrees = Octets.Unsigned16(data[2..]) * (360.0 / (1 << 16));
                break;
            case 70 when (data[0] & 0xc0) == 0:
                report.TakeModeA(Octets.Unsigned16(data) & 0xfff);
                break;
            case 90 when (data[0] & 0xc0) == 0:
                // Not validated and garbled codes are left out; 14 bits of a quarter flight level follow.
                report.BarometricAltitudeFeet = (short)(Octets.Unsigned16(data) << 2) / 4 * 25f;
                break;
            case 110:
                report.GeometricAltitudeFeet = (short)(Octets.Unsigned16(data) << 2) / 4 * 25f;
                break;
            case 220:
                report.Address = Octets.Unsigned24(data);
                break;
            case 240:
                report.Identification = Octets.Unsigned48(data);
                break;
            case 161:
                report.TrackNumber = Octets.Unsigned16(data) & 0xfff;
                break;
            case 200:
                Cat021Items.TakeGroundVector(data, ref report);
                break;
            case 170:
                // Tentative, or a doubtful association; in the first extension the track's end and a suspected ghost.
                report.IsDoubtful = (data[0] & 0x90) != 0 || (data.Length > 1 && (data[1] & 0x40) != 0);
                report.TrackEnds = data.Length > 1 && (data[1] & 0x80) != 0;
                break;
            case 230:
                report.IsOnGround = (data[0] >> 2 & 7) is 1 or 3;
                break;
        }
    }
}
