using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St1206;

/// <summary>The SAR Motion Imagery Local Set (MISB ST 1206.1).</summary>
public static class St1206Set
{
    /// <summary>Its tags.</summary>
    public static SetDefinition Definition { get; } = new("ST 1206", "SAR Motion Imagery Local Set", new(0x060E2B34020B0101, 0x0E0103030D000000), 0, ChecksumKind.None,
        Imapb(1, "Grazing Angle", 0, 90, 2, "deg"),
        Imapb(2, "Ground Plane Squint Angle", -90, 90, 2, "deg"),
        Enumeration(3, "Look Direction", "left", "right"),
        Enumeration(4, "Image Plane", "slant", "ground", "other"),
        Imapb(5, "Range Resolution", 0, 1e6, 4, "m"),
        Imapb(6, "Cross-Range Resolution", 0, 1e6, 4, "m"),
        Imapb(7, "Range Image Plane Pixel Size", 0, 1e6, 4, "m"),
        Imapb(8, "Cross-Range Image Plane Pixel Size", 0, 1e6, 4, "m"),
        Unsigned(9, "Image Rows", 2, "px"),
        Unsigned(10, "Image Columns", 2, "px"),
        Imapb(11, "Range Direction Angle", 0, 360, 2, "deg"),
        Imapb(12, "True North Direction", 0, 360, 2, "deg"),
        Imapb(13, "Range Layover Angle", 0, 360, 2, "deg"),
        Imapb(14, "Ground Aperture Angular Extent", 0, 90, 2, "deg"),
        Unsigned(15, "Aperture Duration", 4, "us"),
        Imapb(16, "Ground Track Angle", 0, 360, 2, "deg"),
        Imapb(17, "Minimum Detectable Velocity", 0, 100, 2, "m/s"),
        Imapb(18, "True Pulse Repetition Frequency", 0, 1e6, 4, "Hz"),
        Imapb(19, "Pulse Repetition Frequency Scale Factor", 0, 1, 2),
        Imapb(20, "Transmit RF Center Frequency", 0, 1e12, 4, "Hz"),
        Imapb(21, "Transmit RF Bandwidth", 0, 1e11, 4, "Hz"),
        Array(22, "Radar Cross Section Scale Factor Polynomial", Imapb(1, "Coefficient", 0, 1e6, 4)),
        Unsigned(23, "Reference Frame Precision Time Stamp", 8, "us"),
        Imapb(24, "Reference Frame Grazing Angle", 0, 90, 2, "deg"),
        Imapb(25, "Reference Frame Ground Plane Squint Angle", -90, 90, 2, "deg"),
        Imapb(26, "Reference Frame Range Direction Angle", 0, 360, 2, "deg"),
        Imapb(27, "Reference Frame Range Layover Angle", 0, 360, 2, "deg"),
        Unsigned(28, "Document Version", 1));
}
