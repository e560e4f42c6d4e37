using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St1602;

/// <summary>The Composite Imaging Local Set (MISB ST 1602.1).</summary>
public static class St1602Set
{
    /// <summary>Its tags.</summary>
    public static SetDefinition Definition { get; } = new("ST 1602", "Composite Imaging Local Set", new(0x060E2B34020B0101, 0x0E01030302000000), 0, ChecksumKind.None,
        Unsigned(1, "Precision Time Stamp", 8, "us"),
        BerOid(2, "Document Version"),
        UpTo(3, "Source Image Rows", 8, "px"),
        UpTo(4, "Source Image Columns", 8, "px"),
        UpTo(5, "Source Image AOI Rows", 8, "px"),
        UpTo(6, "Source Image AOI Columns", 8, "px"),
        IntegerUpTo(7, "Source Image AOI Position X", 8, "px"),
        IntegerUpTo(8, "Source Image AOI Position Y", 8, "px"),
        UpTo(9, "Sub-Image Rows", 8, "px"),
        UpTo(10, "Sub-Image Columns", 8, "px"),
        IntegerUpTo(11, "Sub-Image Position X", 8, "px"),
        IntegerUpTo(12, "Sub-Image Position Y", 8, "px"),
        UpTo(13, "Active Sub-Image Rows", 8, "px"),
        UpTo(14, "Active Sub-Image Columns", 8, "px"),
        IntegerUpTo(15, "Active Sub-Image Offset X", 8, "px"),
        IntegerUpTo(16, "Active Sub-Image Offset Y", 8, "px"),
        Unsigned(17, "Transparency", 1),
        Unsigned(18, "Z-Order", 1));
}
