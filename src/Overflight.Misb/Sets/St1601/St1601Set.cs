using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St1601;

/// <summary>The Geo-Registration Local Set (MISB ST 1601.1).</summary>
public static class St1601Set
{
    /// <summary>Its tags. Rows of the uncertainty arrays have ranges of their own (ST 1601 section 6).</summary>
    public static SetDefinition Definition { get; } = new("ST 1601", "Geo-Registration Local Set", new(0x060E2B34020B0101, 0x0E01030301000000), 0, ChecksumKind.None,
        UpTo(1, "Document Version", 2),
        Utf8(2, "Algorithm Name"),
        Utf8(3, "Algorithm Version"),
        Array(4, "Correspondence Points Row Column", UpTo(1, "Pixel", 8, "px")),
        Array(5, "Correspondence Points Latitude Longitude", Float(1, "Angle", "deg")),
        Utf8(6, "Second Image Name"),
        Bytes(7, "Algorithm Configuration Identifier", 16),
        Array(8, "Correspondence Points Elevation", Float(1, "Elevation", "m")),
        Array(9, "Correspondence Points SDCC Row Column", Sigma(100), Sigma(100), Rho, Sigma(100), Sigma(100), Rho),
        Array(10, "Correspondence Points SDCC Latitude Longitude Elevation", Sigma(650), Sigma(650), Rho, Sigma(1000), Rho, Rho));

    private static ItemDefinition Rho => Imapb(1, "Correlation", -1, 1, 2);

    private static ItemDefinition Sigma(double max) => Imapb(1, "Standard Deviation", 0, max, 2);
}
