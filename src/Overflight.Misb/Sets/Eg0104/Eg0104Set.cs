using Overflight.Misb.Sets.St0102;
using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.Eg0104;

/// <summary>The Predator UAV Basic Universal Metadata Set (MISB EG 0104.5), which ST 0601 replaced: keys of 16 bytes and IEEE numbers.</summary>
public static class Eg0104Set
{
    /// <summary>Its items, under the tags of their successors in ST 0601; 49 and 144, which have none, are this library's. Azimuth and obliquity are of the line of sight against north and the horizon, not the platform.</summary>
    public static SetDefinition Definition { get; } = new("EG 0104", "Predator UAV Basic Universal Metadata Set",
        new(0x060E2B3402010101, 0x0E01010201010000), 0, ChecksumKind.None,
        Unsigned(2, "User Defined Time Stamp", 8, "us").Keyed(0x060E2B3401010101, 0x0702010101050000),
        Utf8(3, "Episode Number").Keyed(0x060E2B3401010101, 0x0105050000000000),
        Float(5, "Platform Heading Angle", "deg").Keyed(0x060E2B3401010107, 0x0701100106000000),
        Float(6, "Platform Pitch Angle", "deg").Keyed(0x060E2B3401010107, 0x0701100105000000),
        Float(7, "Platform Roll Angle", "deg").Keyed(0x060E2B3401010107, 0x0701100104000000),
        Utf8(10, "Device Designation").Keyed(0x060E2B3401010101, 0x0101200100000000),
        Utf8(11, "Image Source Device").Keyed(0x060E2B3401010101, 0x0420010201010000),
        Utf8(12, "Image Coordinate System").Keyed(0x060E2B3401010101, 0x0701010100000000),
        Float(13, "Device Latitude", "deg").Keyed(0x060E2B3401010103, 0x0701020102040200),
        Float(14, "Device Longitude", "deg").Keyed(0x060E2B3401010103, 0x0701020102060200),
        Float(15, "Device Altitude", "m").Keyed(0x060E2B3401010101, 0x0701020102020000),
        Float(16, "Field of View (Horizontal)", "deg").Keyed(0x060E2B3401010102, 0x0420020101080000),
        Float(17, "Field of View (Vertical)", "deg").Keyed(0x060E2B3401010107, 0x04200201010A0100),
        Float(18, "Angle to North", "deg").Keyed(0x060E2B3401010101, 0x0701100102000000),
        Float(19, "Obliquity Angle", "deg").Keyed(0x060E2B3401010101, 0x0701100103000000),
        Float(20, "Sensor Roll Angle", "deg").Keyed(0x060E2B3401010101, 0x0701100101000000),
        Float(21, "Slant Range", "m").Keyed(0x060E2B3401010101, 0x0701080101000000),
        Float(22, "Target Width", "m").Keyed(0x060E2B3401010101, 0x0701090201000000),
        Float(23, "Frame Center Latitude", "deg").Keyed(0x060E2B3401010101, 0x0701020103020000),
        Float(24, "Frame Center Longitude", "deg").Keyed(0x060E2B3401010101, 0x0701020103040000),
        Float(25, "Frame Center Elevation", "m").Keyed(0x060E2B340101010A, 0x0701020103160000),
        Set(48, "Security Local Set", () => St0102Set.Definition).Keyed(0x060E2B3402030101, 0x0E01030302000000),
        UniversalSet(49, "Security Universal Set", () => St0102Set.Universal).Keyed(0x060E2B3402010101, 0x0208020000000000),
        Utf8(72, "Event Start Date Time - UTC").Keyed(0x060E2B3401010101, 0x0702010207010000),
        Float(82, "Corner Latitude Point 1", "deg").Keyed(0x060E2B3401010103, 0x0701020103070100),
        Float(83, "Corner Longitude Point 1", "deg").Keyed(0x060E2B3401010103, 0x07010201030B0100),
        Float(84, "Corner Latitude Point 2", "deg").Keyed(0x060E2B3401010103, 0x0701020103080100),
        Float(85, "Corner Longitude Point 2", "deg").Keyed(0x060E2B3401010103, 0x07010201030C0100),
        Float(86, "Corner Latitude Point 3", "deg").Keyed(0x060E2B3401010103, 0x0701020103090100),
        Float(87, "Corner Longitude Point 3", "deg").Keyed(0x060E2B3401010103, 0x07010201030D0100),
        Float(88, "Corner Latitude Point 4", "deg").Keyed(0x060E2B3401010103, 0x07010201030A0100),
        Float(89, "Corner Longitude Point 4", "deg").Keyed(0x060E2B3401010103, 0x07010201030E0100),
        Utf8(144, "Start Date Time - UTC").Keyed(0x060E2B3401010101, 0x0702010201010000));
}
