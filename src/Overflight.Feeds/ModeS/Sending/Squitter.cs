namespace Overflight.Feeds.ModeS.Sending;

/// <summary>
/// The squitters of an aircraft in the air, DO-260B appendix A, version 2: DF 17, capability 5 (level 2, airborne). The fields are those that
/// <see cref="AirbornePosition"/>, <see cref="AirborneVelocity"/>, <see cref="Identification"/> and <see cref="OperationalStatus"/> name.
/// </summary>
internal static class Squitter
{
    private const int Capability = 5;
    private const int EvenZones = 60;
    private const int OddZones = 59;
    private const int CprSteps = 1 << 17;

    /// <summary>A whole frame around 56 bits of message.</summary>
    public static ModeSFrame Frame(uint address, ulong message)
    {
        var first = (ulong)(17 << 3 | Capability) << 56 | (ulong)(address & 0xFFFFFF) << 32 | message >> 24;
        var rest = (message & 0xFFFFFF) << 24;
        // What is left of a message whose parity is zero is its parity.
        return new(first, rest | ParityCheck.Syndrome(new(first, rest, ModeSFrame.LongLength)), ModeSFrame.LongLength);
    }

    public static ulong Position(in AdsbReport report, bool isOdd, in AdsbQuality quality)
    {
        var (type, _, b) = TypeOf(quality.Nic);
        var (latitude, longitude) = Cpr(report.Place.LatitudeDegrees, report.Place.LongitudeDegrees, isOdd);
        return Put(5, type) | Put(8, b) | Put(20, Altitude(report.PressureAltitudeFeet)) | Put(22, isOdd ? 1 : 0) | Put(39, latitude) | Put(56, longitude);
    }

    public static ulong Velocity(in AdsbReport report, in AdsbQuality quality)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(report.TrackDegrees));
        var (east, north) = (Math.Round(report.GroundSpeedKnots * sin), Math.Round(report.GroundSpeedKnots * cos));
        var isSupersonic = Math.Max(Math.Abs(east), Math.Abs(north)) > 1_021;
        var step = isSupersonic ? 4 : 1;
        var rate = Math.Min(510, (int)Math.Round(Math.Abs(report.VerticalRateFeetPerMinute) / 64));
        var difference = Math.Min(126, (int)Math.Round(Math.Abs(report.GeometricMinusBarometricFeet) / 25));
        return Put(5, 19) | Put(8, isSupersonic ? 2 : 1) | Put(13, quality.NacV)
            | Put(14, east < 0 ? 1 : 0) | Put(24, Count(east, step)) | Put(25, north < 0 ? 1 : 0) | Put(35, Count(north, step))
            | Put(36, 1) | Put(37, report.VerticalRateFeetPerMinute < 0 ? 1 : 0) | Put(46, rate + 1)
            | Put(49, report.GeometricMinusBarometricFeet < 0 ? 1 : 0) | Put(56, difference + 1);
    }

    /// <summary>Call sign: letters, digits, spaces; what else is there becomes a space.</summary>
    /// <param name="callsign">Up to eight characters.</param>
    /// <param name="category">Emitter category of set B: 6 is an unmanned aircraft.</param>
    public static ulong Identification(string callsign, int category)
    {
        var message = Put(5, 3) | Put(8, category);
        for (var i = 0; i < 8; i++)
        {
            var character = i < callsign.Length ? char.ToUpperInvariant(callsign[i]) : ' ';
            var code = character switch { >= 'A' and <= 'Z' => character - 'A' + 1, >= '0' and <= '9' => character, _ => 32 };
            message |= Put(14 + 6 * i, code);
        }
        return message;
    }

    public static ulong Status(in AdsbQuality quality)
    {
        const int version = 2;
        const int designAssurance = 2;
        var (_, a, _) = TypeOf(quality.Nic);
        return Put(5, 31) | Put(32, designAssurance) | Put(43, version) | Put(44, a) | Put(48, quality.NacP) | Put(50, 2) | Put(52, quality.Sil) | Put(53, 1);
    }

    /// <summary>Type code and NIC supplements A and B of an airborne position with pressure altitude (DO-260B table 2-14).</summary>
    private static (int Type, int A, int B) TypeOf(int nic) => nic switch
    {
        11 => (9, 0, 0),
        10 => (10, 0, 0),
        9 => (11, 1, 1),
        8 => (11, 0, 0),
        7 => (12, 0, 0),
        6 => (13, 0, 1),
        5 => (14, 0, 0),
        4 => (15, 0, 0),
        3 => (16, 1, 1),
        2 => (16, 0, 0),
        1 => (17, 0, 0),
        _ => (18, 0, 0),
    };

    /// <summary>DO-260B A.1.7.3: the zones of the longitude are those of the latitude as it is sent.</summary>
    private static (int Latitude, int Longitude) Cpr(double latitude, double longitude, bool isOdd)
    {
        var height = 360.0 / (isOdd ? OddZones : EvenZones);
        var y = Math.Floor(CprSteps * Within(latitude, height) / height + 0.5);
        var sent = height * (y / CprSteps + Math.Floor(latitude / height));
        var width = 360.0 / Math.Max(CprZones.At(sent) - (isOdd ? 1 : 0), 1);
        var x = Math.Floor(CprSteps * Within(longitude, width) / width + 0.5);
        return ((int)y & (CprSteps - 1), (int)x & (CprSteps - 1));
    }

    /// <summary>Twelve bits with the Q bit: 25 ft from −1,000 ft; 0 where that does not hold it.</summary>
    private static int Altitude(double feet)
    {
        var steps = (int)Math.Round((feet + 1_000) / 25);
        return steps is < 0 or > 2_047 ? 0 : (steps & 0x7F0) << 1 | 0x10 | (steps & 0xF);
    }

    private static int Count(double speed, int step) => 1 + Math.Min(1_022, (int)Math.Round(Math.Abs(speed) / step));

    private static double Within(double value, double divisor) => value - divisor * Math.Floor(value / divisor);

    /// <summary>A field by its last bit, from 1.</summary>
    private static ulong Put(int last, int value) => (ulong)value << (56 - last);
}
