using Overflight.Feeds.ModeS;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>The sender's side of compact position reporting (DO-260B A.1.7.3), and NL by its defining formula: oracles for the decoder.</summary>
internal static class CprCoding
{
    public static CprCode Encode(double latitude, double longitude, bool isOdd, bool isSurface)
    {
        var scale = isSurface ? 1 << 19 : 1 << 17;
        var zone = 360.0 / (isOdd ? 59 : 60);
        var y = Math.Floor(scale * Modulo(latitude, zone) / zone + 0.5);
        var sent = zone * (y / scale + Math.Floor(latitude / zone));
        var width = 360.0 / Math.Max(Zones(sent) - (isOdd ? 1 : 0), 1);
        var x = Math.Floor(scale * Modulo(longitude, width) / width + 0.5);
        return new CprCode((int)y & 0x1FFFF, (int)x & 0x1FFFF, isOdd, isSurface);
    }

    public static ulong Message(int typeCode, double latitude, double longitude, bool isOdd, int altitudeCode = 0xC38)
    {
        var code = Encode(latitude, longitude, isOdd, typeCode is >= 5 and <= 8);
        var middle = typeCode is >= 5 and <= 8 ? 1UL << 44 : (ulong)altitudeCode << 36;
        return (ulong)typeCode << 51 | middle | (isOdd ? 1UL << 34 : 0) | (ulong)code.Latitude << 17 | (uint)code.Longitude;
    }

    public static int Zones(double latitude)
    {
        var size = Math.Abs(latitude);
        if (size >= 87)
            return size > 87 ? 1 : 2;
        if (size < 1e-9)
            return 59;
        var part = (1 - Math.Cos(Math.PI / 30)) / Math.Pow(Math.Cos(Math.PI / 180 * size), 2);
        return (int)Math.Floor(2 * Math.PI / Math.Acos(1 - part));
    }

    private static double Modulo(double value, double divisor) => value - divisor * Math.Floor(value / divisor);
}
