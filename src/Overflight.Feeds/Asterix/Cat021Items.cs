namespace Overflight.Feeds.Asterix;

/// <summary>Reads the items of category 021 from edition 1.0 on (EUROCONTROL-SPEC-0149-12, section 5).</summary>
internal static class Cat021Items
{
    private const double Degrees23 = 180.0 / (1 << 23);
    private const double Degrees30 = 180.0 / (1 << 30);
    private const int GreaterThanScale = 0x7fff;

    public static void Take(int item, ReadOnlySpan<byte> data, ref TargetReport report)
    {
        switch (item)
        {
            case 10:
                report.DataSource = Octets.Unsigned16(data);
                break;
            case 40:
                TakeDescriptor(data, ref report);
                break;
            case 71:
                report.TakeTime(data, TimeRank.Applicability);
                break;
            case 73:
                report.TakeTime(data, TimeRank.Reception);
                break;
            case 74:
                TakePreciseTime(Octets.Unsigned32(data), ref report);
                break;
            case 77:
                report.TakeTime(data, TimeRank.Transmission);
                break;
            case 80:
                report.Address = Octets.Unsigned24(data);
                break;
            case 130 when !report.HasPosition:
                report.LatitudeDegrees = Octets.Signed24(data) * Degrees23;
                report.LongitudeDegrees = Octets.Signed24(data[3..]) * Degrees23;
                break;
            case 131:
                report.LatitudeDegrees = Octets.Signed32(data) * Degrees30;
                report.LongitudeDegrees = Octets.Signed32(data[4..]) * Degrees30;
                break;
            case 161:
                report.TrackNumber = Octets.Unsigned16(data) & 0xfff;
                break;
            case 140:
                TakeGeometricHeight(data, ref report);
                break;
            case 145:
                report.BarometricAltitudeFeet = Octets.Signed16(data) * 25f;
                break;
            case 90:
                TakeQuality(data, ref report);
                break;
            case 210:
                report.MopsVersion = (sbyte)(data[0] >> 3 & 7);
                break;
            case 70:
                report.TakeModeA(Octets.Unsigned16(data) & 0xfff);
                break;
            case 155:
                TakeRate(data, isGeometric: false, ref report);
                break;
            case 157:
                TakeRate(data, isGeometric: true, ref report);
                break;
            case 160:
                // The first bit says that the speed exceeds the scale.
                if ((data[0] & 0x80) == 0)
                    TakeGroundVector(data, ref report);
                break;
            case 170:
                report.Identification = Octets.Unsigned48(data);
                break;
            case 20:
                report.EmitterCategory = data[0];
                break;
        }
    }

    /// <summary>Ground speed in units of 2⁻¹⁴ NM/s and track angle in units of 360/2¹⁶ degrees.</summary>
    public static void TakeGroundVector(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        report.GroundSpeedKnots = Octets.Unsigned16(data) * (3600f / (1 << 14));
        report.TrackDegrees = Octets.Unsigned16(data[2..]) * (360f / (1 << 16));
    }

    public static void TakeGeometricHeight(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        if (Octets.Unsigned16(data) != GreaterThanScale)
            report.GeometricAltitudeFeet = Octets.Signed16(data) * 6.25f;
    }

    private static void TakeDescriptor(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        report.IsIcaoAddress = data[0] >> 5 is 0 or 1;
        report.IsNoAircraft = (data[0] & 0x02) != 0;
        // The validation of the compact position is still pending.
        report.IsDoubtful = (data[0] & 0x04) != 0;
        if (data.Length > 1)
        {
            report.IsOnGround = (data[1] & 0x40) != 0;
            report.IsNoAircraft |= (data[1] & 0x30) != 0;
            report.IsDoubtful |= (data[1] >> 1 & 3) == 1;
        }
        // List look-up, independent position check, CPR validation, position jump and range check, failed each.
        if (data.Length > 2)
            report.IsDoubtful |= (data[2] & 0x6e) != 0;
    }

    private static void TakePreciseTime(uint data, ref TargetReport report)
    {
        if (report.TimeStands != TimeRank.Reception || data >> 30 == 3)
            return;
        var second = report.TimeOfDayMicroseconds / 1_000_000 + (data >> 30) switch { 1 => 1, 2 => -1, _ => 0 };
        second = (second + 86_400) % 86_400;
        report.TimeOfDayMicroseconds = second * 1_000_000 + (long)((data & 0x3fff_ffff) * 1e6 / (1 << 30));
        report.TimeStands = TimeRank.PreciseReception;
    }

    private static void TakeQuality(ReadOnlySpan<byte> data, ref TargetReport report)
    {
        report.IntegrityCode = (sbyte)(data[0] >> 1 & 0xf);
        if (data.Length > 1)
        {
            report.Sil = (sbyte)(data[1] >> 5 & 3);
            report.NacP = (sbyte)(data[1] >> 1 & 0xf);
        }
        if (data.Length > 3)
            report.ContainmentMetres = PositionQuality.ContainmentOfPic(data[3] >> 4);
    }

    /// <summary>The first bit says that the rate exceeds the scale; fifteen bits of 6.25 feet per minute follow.</summary>
    private static void TakeRate(ReadOnlySpan<byte> data, bool isGeometric, ref TargetReport report)
    {
        if ((data[0] & 0x80) != 0 || (isGeometric && !float.IsNaN(report.VerticalRateFeetPerMinute)))
            return;
        report.VerticalRateFeetPerMinute = (short)(Octets.Unsigned16(data) << 1) / 2 * 6.25f;
        report.IsGeometricRate = isGeometric;
    }
}
