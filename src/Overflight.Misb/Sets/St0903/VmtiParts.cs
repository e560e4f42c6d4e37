using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0903;

/// <summary>The sets and packs that nest in targets of ST 0903.</summary>
internal static class VmtiParts
{
    public static SetDefinition Mask { get; } = Part("VMask",
        Series(1, "Pixel Contour", UpTo(1, "Pixel Number", 6).Prefixed()),
        Series(2, "Bitmask Series", Pack(1, "Run", UpTo(1, "First Pixel Number", 6).Prefixed(), BerNumber(2, "Pixels")).Prefixed()));

    public static SetDefinition Object { get; } = Part("VObject",
        Utf8(1, "Ontology"), Utf8(2, "Ontology Class"), UpTo(3, "Ontology ID", 3), Imapb(4, "Confidence", 0, 100, 2, "%"));

    public static SetDefinition Feature { get; } = Part("VFeature",
        Utf8(1, "Schema"), Utf8(2, "Schema Feature"), UpTo(3, "Ontology ID", 3), Imapb(4, "Confidence", 0, 100, 2, "%"));

    public static SetDefinition Chip { get; } = Part("VChip",
        Utf8(1, "Image Type"), Utf8(2, "Image IRI"), Bytes(3, "Embedded Image"));

    public static SetDefinition Algorithm { get; } = Part("Algorithm",
        UpTo(1, "ID", 3), Utf8(2, "Name"), Utf8(3, "Version"), Utf8(4, "Class"), UpTo(5, "Number of Frames", 3));

    public static SetDefinition Ontology { get; } = Part("Ontology",
        UpTo(1, "ID", 3), UpTo(2, "Parent ID", 3), Utf8(3, "Ontology IRI"), Utf8(4, "Entity IRI"), Utf8(5, "Version IRI"), Utf8(6, "Label"));

    public static SetDefinition Tracker { get; } = Part("VTracker",
        Bytes(1, "Track ID", 16),
        Enumeration(2, "Detection Status", "inactive", "active", "dropped", "stopped"),
        Unsigned(3, "First Observation Time", 8, "us"),
        Unsigned(4, "Latest Observation Time", 8, "us"),
        Series(5, "Track Boundary Series", Location(1, "Vertex").Prefixed()),
        Utf8(6, "Algorithm"),
        Unsigned(7, "Confidence Level", 1, "%"),
        UpTo(8, "Number of Track Points", 2),
        Series(9, "Track History Series", Location(1, "Point").Prefixed()),
        Motion(10, "Velocity", "m/s"),
        Motion(11, "Acceleration", "m/s2"),
        UpTo(12, "Algorithm ID", 3));

    public static ItemDefinition Location(ulong tag, string name) => Pack(tag, name,
        [FixedImapb(1, "Latitude", -90, 90, 4, "deg"), FixedImapb(2, "Longitude", -180, 180, 4, "deg"), FixedImapb(3, "Height Above Ellipsoid", -900, 19000, 2, "m"), .. Uncertainty("m")]);

    public static ItemDefinition LegacyLocation(ulong tag, string name) => Pack(tag, name,
        Linear(1, "Latitude", -90, 90, 4, "deg").Fixed(), Linear(2, "Longitude", -180, 180, 4, "deg").Fixed(), Linear(3, "Height Above Ellipsoid", -900, 19000, 2, "m").Fixed(),
        Linear(4, "Standard Deviation East", 0, 650, 2, "m").Fixed(), Linear(5, "Standard Deviation North", 0, 650, 2, "m").Fixed(), Linear(6, "Standard Deviation Up", 0, 650, 2, "m").Fixed(),
        Linear(7, "Correlation East North", -1, 1, 2).Fixed(), Linear(8, "Correlation East Up", -1, 1, 2).Fixed(), Linear(9, "Correlation North Up", -1, 1, 2).Fixed());

    private static ItemDefinition Motion(ulong tag, string name, string unit) => Pack(tag, name,
        [FixedImapb(1, "East", -900, 900, 2, unit), FixedImapb(2, "North", -900, 900, 2, unit), FixedImapb(3, "Up", -900, 900, 2, unit), .. Uncertainty(unit)]);

    private static ItemDefinition[] Uncertainty(string unit) =>
    [
        FixedImapb(4, "Standard Deviation East", 0, 650, 2, unit), FixedImapb(5, "Standard Deviation North", 0, 650, 2, unit), FixedImapb(6, "Standard Deviation Up", 0, 650, 2, unit),
        FixedImapb(7, "Correlation East North", -1, 1, 2), FixedImapb(8, "Correlation East Up", -1, 1, 2), FixedImapb(9, "Correlation North Up", -1, 1, 2),
    ];

    private static SetDefinition Part(string name, params ItemDefinition[] items) => new("ST 0903", name, default, 0, ChecksumKind.None, items);
}
