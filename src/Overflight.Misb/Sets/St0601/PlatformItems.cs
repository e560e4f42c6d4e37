using Overflight.Misb.Klv;
using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0601;

/// <summary>Tags 1 to 39: time, platform, sensor, frame centre, offset corners, weather.</summary>
internal static class PlatformItems
{
    public static ItemDefinition[] All { get; } =
    [
        Unsigned(1, "Checksum", 2),
        Unsigned(2, "Precision Time Stamp", 8, "us"),
        Utf8(3, "Mission ID"),
        Utf8(4, "Platform Tail Number"),
        Linear(5, "Platform Heading Angle", 0, 360, 2, "deg"),
        Symmetric(6, "Platform Pitch Angle", 20, 2, "deg", SpecialValue.OutOfRange),
        Symmetric(7, "Platform Roll Angle", 50, 2, "deg", SpecialValue.OutOfRange),
        Linear(8, "Platform True Airspeed", 0, 255, 1, "m/s"),
        Linear(9, "Platform Indicated Airspeed", 0, 255, 1, "m/s"),
        Utf8(10, "Platform Designation"),
        Utf8(11, "Image Source Sensor"),
        Utf8(12, "Image Coordinate System"),
        Symmetric(13, "Sensor Latitude", 90, 4, "deg", SpecialValue.Reserved),
        Symmetric(14, "Sensor Longitude", 180, 4, "deg", SpecialValue.Reserved),
        Linear(15, "Sensor True Altitude", -900, 19000, 2, "m"),
        Linear(16, "Sensor Horizontal Field of View", 0, 180, 2, "deg"),
        Linear(17, "Sensor Vertical Field of View", 0, 180, 2, "deg"),
        Linear(18, "Sensor Relative Azimuth Angle", 0, 360, 4, "deg"),
        Symmetric(19, "Sensor Relative Elevation Angle", 180, 4, "deg", SpecialValue.Reserved),
        Linear(20, "Sensor Relative Roll Angle", 0, 360, 4, "deg"),
        Linear(21, "Slant Range", 0, 5_000_000, 4, "m"),
        Linear(22, "Target Width", 0, 10_000, 2, "m"),
        Symmetric(23, "Frame Center Latitude", 90, 4, "deg", SpecialValue.OffEarth),
        Symmetric(24, "Frame Center Longitude", 180, 4, "deg", SpecialValue.OffEarth),
        Linear(25, "Frame Center Elevation", -900, 19000, 2, "m"),
        Symmetric(26, "Offset Corner Latitude Point 1", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(27, "Offset Corner Longitude Point 1", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(28, "Offset Corner Latitude Point 2", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(29, "Offset Corner Longitude Point 2", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(30, "Offset Corner Latitude Point 3", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(31, "Offset Corner Longitude Point 3", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(32, "Offset Corner Latitude Point 4", 0.075, 2, "deg", SpecialValue.OffEarth),
        Symmetric(33, "Offset Corner Longitude Point 4", 0.075, 2, "deg", SpecialValue.OffEarth),
        Enumeration(34, "Icing Detected", "detector off", "no icing detected", "icing detected"),
        Linear(35, "Wind Direction", 0, 360, 2, "deg"),
        Linear(36, "Wind Speed", 0, 100, 1, "m/s"),
        Linear(37, "Static Pressure", 0, 5000, 2, "hPa"),
        Linear(38, "Density Altitude", -900, 19000, 2, "m"),
        Integer(39, "Outside Air Temperature", 1, "degC"),
    ];
}
