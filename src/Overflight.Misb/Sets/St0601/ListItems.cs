using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0601;

/// <summary>Tags that hold packs and lists: commands, countries, frame rate, wavelengths, airbases, payloads, waypoints, view domain, sub-stream.</summary>
internal static class ListItems
{
    public static ItemDefinition[] All { get; } =
    [
        Pack(115, "Control Command", BerOid(1, "Command ID"), Utf8(2, "Command").Prefixed(), Unsigned(3, "Time", 8, "us").Fixed()).Many(),
        Series(116, "Control Command Verification List", BerOid(1, "Command ID")),
        Series(121, "Active Wavelength List", BerOid(1, "Wavelength ID")),
        Pack(122, "Country Codes",
            new ItemDefinition { Tag = 1, Name = "Coding Method", Coding = Coding.Enumeration, MaxLength = 4, Framing = Framing.BerLength, Labels = CountryCodings },
            Utf8(2, "Overflight Country").Prefixed(), Utf8(3, "Operator Country").Prefixed(), Utf8(4, "Country of Manufacture").Prefixed()),
        Pack(127, "Sensor Frame Rate Pack", BerOid(1, "Numerator"), BerOid(2, "Denominator")),
        Series(128, "Wavelengths List", Pack(1, "Wavelength",
            BerOid(1, "ID"), FixedImapb(2, "Minimum", 0, 1e9, 4, "nm"), FixedImapb(3, "Maximum", 0, 1e9, 4, "nm"), Utf8(4, "Name")).Prefixed()),
        Pack(130, "Airbase Locations", Place(1, "Take-off Location"), Place(2, "Recovery Location")),
        Series(138, "Payload List", Pack(1, "Payload",
            BerOid(1, "ID"), BerOid(2, "Type") with { Labels = ["electro optical MI sensor", "LIDAR", "RADAR", "SIGINT"] }, Utf8(3, "Name").Prefixed()).Prefixed()) with { Counted = true },
        new() { Tag = 139, Name = "Active Payloads", Coding = Coding.Flags },
        Series(140, "Weapons Stores", Pack(1, "Weapon Store",
            BerOid(1, "Station ID"), BerOid(2, "Hardpoint ID"), BerOid(3, "Carriage ID"), BerOid(4, "Store ID"), BerOid(5, "Status"), Utf8(6, "Type").Prefixed()).Prefixed()),
        Series(141, "Waypoint List", Pack(1, "Waypoint",
            BerOid(1, "ID"), Integer(2, "Prosecution Order", 2).Fixed(),
            Flags(3, "Info", "manual mode", "ad-hoc source").Fixed(), Location(4, "Location")).Prefixed()),
        Pack(142, "View Domain",
            Interval(1, "Azimuth", 0, 360), Interval(2, "Elevation", -180, 180), Interval(3, "Roll", 0, 360)),
        Pack(143, "Metadata Substream ID", BerOid(1, "Local ID"), Bytes(2, "Universal ID", 16)),
    ];

    private static string[] CountryCodings => St0102.CountryCodingMethod.Objects;

    private static ItemDefinition Location(ulong tag, string name) => Pack(tag, name,
        FixedImapb(1, "Latitude", -90, 90, 4, "deg"), FixedImapb(2, "Longitude", -180, 180, 4, "deg"), FixedImapb(3, "Height Above Ellipsoid", -900, 9000, 3, "m"));

    private static ItemDefinition Place(ulong tag, string name) => Location(tag, name).Prefixed();

    private static ItemDefinition Interval(ulong tag, string name, double min, double max) => Pack(tag, name,
        Imapb(1, "Start", min, max, 3, "deg").Shared(), Imapb(2, "Range", 0, 360, 3, "deg").Shared()).Prefixed();
}
