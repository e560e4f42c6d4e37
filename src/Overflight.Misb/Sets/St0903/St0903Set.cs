using Overflight.Misb.Klv;
using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0903;

/// <summary>The Video Moving Target Indicator Local Set (MISB ST 0903), in its coding from version 4 on and in the one before it.</summary>
/// <remarks>Up to version 3 fields of view, offsets, heights and locations are linear, as in ST 0601; from version 4 on they are IMAPB. <see cref="VmtiState"/> tells which one bytes are in.</remarks>
public static class St0903Set
{
    /// <summary>The first version whose numbers are IMAPB.</summary>
    public const int FirstImapbVersion = 4;

    private static readonly UniversalKey s_key = new(0x060E2B34020B0101, 0x0E01030306000000);

    /// <summary>The set from version 4 on.</summary>
    public static SetDefinition Definition { get; } = Make(
        Imapb(11, "VMTI Horizontal FOV", 0, 180, 2, "deg"), Imapb(12, "VMTI Vertical FOV", 0, 180, 2, "deg"), VTargetSet.Definition);

    /// <summary>The set up to version 3.</summary>
    public static SetDefinition Legacy { get; } = Make(
        Linear(11, "VMTI Horizontal FOV", 0, 180, 2, "deg"), Linear(12, "VMTI Vertical FOV", 0, 180, 2, "deg"), VTargetSet.Legacy);

    private static SetDefinition Make(ItemDefinition horizontal, ItemDefinition vertical, SetDefinition target) => new("ST 0903", "VMTI Local Set", s_key, 1, ChecksumKind.Running16,
        Unsigned(1, "Checksum", 2),
        Unsigned(2, "Precision Time Stamp", 8, "us"),
        Utf8(3, "VMTI System Name", 32),
        UpTo(4, "VMTI LS Version Number", 2),
        UpTo(5, "Total Number of Targets Detected", 3),
        UpTo(6, "Number of Reported Targets", 3),
        UpTo(7, "Frame Number", 3),
        UpTo(8, "Frame Width", 3, "px"),
        UpTo(9, "Frame Height", 3, "px"),
        Utf8(10, "VMTI Source Sensor", 128),
        horizontal,
        vertical,
        Miis(13, "MIIS Core Identifier"),
        Series(101, "VTarget Series", Pack(1, "VTarget", BerOid(1, "Target ID"), Set(2, "VTarget Local Set", () => target)).Prefixed()),
        Series(102, "Algorithm Series", Set(1, "Algorithm", () => VmtiParts.Algorithm).Prefixed()),
        Series(103, "Ontology Series", Set(1, "Ontology", () => VmtiParts.Ontology).Prefixed()));
}
