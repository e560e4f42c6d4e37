namespace Overflight.Feeds.Asterix;

/// <summary>Reads the items of category 021 up to edition 0.26, which have other places, lengths and meanings than the later ones.</summary>
internal static class Cat021EarlyItems
{
    private const double Degrees25 = 180.0 / (1 << 25);
    private const int IcaoAddress = 1;

    public static void Take(int item, ReadOnlySpan<byte> data, ref TargetReport report)
    {
        switch (item)
        {
            case 10:
                report.DataSource = Octets.Unsigned16(data);
                break;
            case 40:
                report.IsOnGround = (data[0] & 0x40) != 0;
                report.IsNoAircraft = (data[0] & 0x38) != 0;
                report.IsIcaoAddress = data[1] >> 5 == IcaoAddress;
                break;
            case 30:
                report.TakeTime(data, TimeRank.Applicability);
                break;
            case 130:
                report.LatitudeDegrees = Octets.Signed32(data) * Degrees25;
                report.LongitudeDegrees = Octets.Signed32(data[4..]) * Degrees25;
                break;
            case 80:
                report.Address = Octets.Unsigned24(data);
                break;
            case 140:
                Cat021Items.TakeGeometricHeight(data, ref report);
                break;
            case 90:
                // Figure of merit: bits 4 to 1 are NUCp, of the first MOPS only.
                report.IntegrityCode = (sbyte)(data[1] & 0xf);
                report.MopsVersion = 0;
                break;
            case 145:
                report.BarometricAltitudeFeet = Octets.Signed16(data) * 25f;
                break;
            case 155:
                report.VerticalRateFeetPerMinute = Octets.Signed16(data) * 6.25f;
                break;
            case 157 when float.IsNaN(report.VerticalRateFeetPerMinute):
                report.VerticalRateFeetPerMinute = Octets.Signed16(data) * 6.25f;
                report.IsGeometricRate = true;
                break;
            case 160:
                if ((data[0] & 0x80) == 0)
                    Cat021Items.TakeGroundVector(data, ref report);
                break;
            case 170:
                report.Identification = Octets.Unsigned48(data);
                break;
            case 20:
                report.EmitterCategory = data[0];
                break;
            case 70 when (data[0] & 0xc0) == 0:
                report.TakeModeA(Octets.Unsigned16(data) & 0xfff);
                break;
        }
    }
}
