using Overflight.Misb.Klv;
using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0806;

/// <summary>The Remote Video Terminal Local Set (MISB ST 0806.4).</summary>
public static class St0806Set
{
    private static readonly string[] s_interest = ["", "friendly", "hostile", "target", "unknown"];

    private static readonly SetDefinition s_user = Part("User Defined",
        Unsigned(1, "Numeric ID and Data Type", 1), Bytes(2, "User Data"));

    private static readonly SetDefinition s_point = Part("Point of Interest",
        Unsigned(1, "POI Number", 2),
        Symmetric(2, "POI Latitude", 90, 4, "deg", SpecialValue.Reserved),
        Symmetric(3, "POI Longitude", 180, 4, "deg", SpecialValue.Reserved),
        Linear(4, "POI Altitude", -900, 19000, 2, "m"),
        Enumeration(5, "POI Type", s_interest),
        Utf8(6, "POI Text"), Utf8(7, "POI Source Icon"), Utf8(8, "POI Source ID"), Utf8(9, "POI Label"), Utf8(10, "Operation ID"));

    private static readonly SetDefinition s_area = Part("Area of Interest",
        Unsigned(1, "AOI Number", 2),
        Symmetric(2, "Corner Latitude Point 1", 90, 4, "deg", SpecialValue.Reserved),
        Symmetric(3, "Corner Longitude Point 1", 180, 4, "deg", SpecialValue.Reserved),
        Symmetric(4, "Corner Latitude Point 3", 90, 4, "deg", SpecialValue.Reserved),
        Symmetric(5, "Corner Longitude Point 3", 180, 4, "deg", SpecialValue.Reserved),
        Enumeration(6, "AOI Type", s_interest),
        Utf8(7, "AOI Text"), Utf8(8, "AOI Source ID"), Utf8(9, "AOI Label"), Utf8(10, "Operation ID"));

    /// <summary>Its tags.</summary>
    public static SetDefinition Definition { get; } = new("ST 0806", "RVT Local Set", new(0x060E2B34020B0101, 0x0E01030102000000), 1, ChecksumKind.Crc32,
        Unsigned(1, "Checksum", 4),
        Unsigned(2, "Precision Time Stamp", 8, "us"),
        Unsigned(3, "Platform True Airspeed", 2, "m/s"),
        Unsigned(4, "Platform Indicated Airspeed", 2, "m/s"),
        Bytes(5, "Telemetry Accuracy Indicator"),
        Unsigned(6, "Frag Circle Radius", 2, "m"),
        Unsigned(7, "Frame Code", 4),
        Unsigned(8, "RVT LS Version Number", 1),
        Unsigned(9, "Video Data Rate", 4),
        Utf8(10, "Digital Video File Format"),
        Set(11, "User Defined Local Set", () => s_user).Many(),
        Set(12, "Point of Interest Local Set", () => s_point).Many(),
        Set(13, "Area of Interest Local Set", () => s_area).Many(),
        Unsigned(14, "MGRS Zone", 1),
        Utf8(15, "MGRS Latitude Band and Grid Square"),
        Unsigned(16, "MGRS Easting", 3, "m"),
        Unsigned(17, "MGRS Northing", 3, "m"),
        Unsigned(18, "Frame Center MGRS Zone", 1),
        Utf8(19, "Frame Center MGRS Latitude Band and Grid Square"),
        Unsigned(20, "Frame Center MGRS Easting", 3, "m"),
        Unsigned(21, "Frame Center MGRS Northing", 3, "m"));

    private static SetDefinition Part(string name, params ItemDefinition[] items) => new("ST 0806", name, default, 0, ChecksumKind.None, items);
}
