using static Overflight.Misb.Klv.SpecialValue;
using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0903;

/// <summary>A target of ST 0903: where it is in the picture and on the ground, and what is known of it.</summary>
internal static class VTargetSet
{
    public static SetDefinition Definition { get; } = Make(
        Offset, Imapb(12, "Target Location Height Above Ellipsoid", -900, 19000, 2, "m"), VmtiParts.Location);

    public static SetDefinition Legacy { get; } = Make(
        LegacyOffset, Linear(12, "Target Location Height Above Ellipsoid", -900, 19000, 2, "m"), VmtiParts.LegacyLocation);

    private static SetDefinition Make(Func<ulong, string, ItemDefinition> offset, ItemDefinition height, Func<ulong, string, ItemDefinition> location) => new("ST 0903", "VTarget", default, 0, ChecksumKind.None,
        UpTo(1, "Target Centroid Pixel Number", 6),
        UpTo(2, "Boundary Top Left Pixel Number", 6),
        UpTo(3, "Boundary Bottom Right Pixel Number", 6),
        Unsigned(4, "Target Priority", 1),
        Unsigned(5, "Target Confidence Level", 1, "%"),
        UpTo(6, "Target History", 2),
        Unsigned(7, "Percentage of Target Pixels", 1, "%"),
        Pack(8, "Target Color", Unsigned(1, "Red", 1).Fixed(), Unsigned(2, "Green", 1).Fixed(), Unsigned(3, "Blue", 1).Fixed()),
        UpTo(9, "Target Intensity", 3),
        offset(10, "Target Location Latitude Offset"),
        offset(11, "Target Location Longitude Offset"),
        height,
        offset(13, "Boundary Top Left Latitude Offset"),
        offset(14, "Boundary Top Left Longitude Offset"),
        offset(15, "Boundary Bottom Right Latitude Offset"),
        offset(16, "Boundary Bottom Right Longitude Offset"),
        location(17, "Target Location"),
        Series(18, "Target Boundary Series", location(1, "Vertex").Prefixed()),
        UpTo(19, "Target Centroid Pixel Row", 4),
        UpTo(20, "Target Centroid Pixel Column", 4),
        Pack(21, "FPA Index", Unsigned(1, "Row", 1).Fixed(), Unsigned(2, "Column", 1).Fixed()),
        UpTo(22, "Algorithm ID", 3),
        Set(101, "VMask", () => VmtiParts.Mask),
        Set(102, "VObject", () => VmtiParts.Object),
        Set(103, "VFeature", () => VmtiParts.Feature),
        Set(104, "VTracker", () => VmtiParts.Tracker),
        Set(105, "VChip", () => VmtiParts.Chip),
        Series(106, "VChip Series", Set(1, "VChip", () => VmtiParts.Chip).Prefixed()),
        Series(107, "VObject Series", Set(1, "VObject", () => VmtiParts.Object).Prefixed()));

    // Codes of three bytes whose leading sign bytes may be left off: so the recorded stream of version 3 writes small offsets.
    private static ItemDefinition LegacyOffset(ulong tag, string name) => Symmetric(tag, name, 19.2, 3, "deg", OutOfRange) with { Length = 0 };

    private static ItemDefinition Offset(ulong tag, string name) => Imapb(tag, name, -19.2, 19.2, 3, "deg");
}
