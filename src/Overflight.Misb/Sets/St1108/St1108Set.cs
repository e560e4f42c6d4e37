using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St1108;

/// <summary>The Interpretability and Quality Local Set (MISB ST 1108.3).</summary>
public static class St1108Set
{
    private static readonly SetDefinition s_metric = new("ST 1108", "Metric Local Set", default, 0, ChecksumKind.None,
        Utf8(1, "Metric Name"),
        Utf8(2, "Metric Version"),
        Utf8(3, "Metric Implementer"),
        Utf8(4, "Metric Parameters"),
        Unsigned(5, "Metric Time", 8, "us"),
        Float(6, "Metric Value"));

    /// <summary>Its tags.</summary>
    public static SetDefinition Definition { get; } = new("ST 1108", "Interpretability and Quality Local Set", new(0x060E2B3402030101, 0x0E0103031C000000), 11, ChecksumKind.Crc16,
        Enumeration(1, "Assessment Point", "", "sensor", "sensor encoder", "GCS received", "GCS transmitted", "archive"),
        Pack(2, "Metric Period Pack", Unsigned(1, "Start Time", 8, "us").Fixed(), Unsigned(2, "Time Offset", 4, "us").Fixed()),
        Pack(3, "Window Corners Pack", BerOid(1, "Start Row"), BerOid(2, "Start Column"), BerOid(3, "End Row"), BerOid(4, "End Column")),
        Set(4, "Metric Local Set", () => s_metric).Many(),
        Enumeration(5, "Compression Type", "uncompressed", "H.262", "H.264", "H.265", "JPEG 2000"),
        Enumeration(6, "Compression Profile", "uncompressed", "main (H.264)", "main 10 (H.265)", "constrained baseline (H.264)", "high (H.264)", "main 4:2:2 12 (H.265)", "main 4:4:4 12 (H.265)", "high 4:2:2 (H.264)", "high 4:4:4 predictive (H.264)"),
        Utf8(7, "Compression Level"),
        Float(8, "Compression Ratio"),
        Unsigned(9, "Stream Bitrate", 2, "kb/s"),
        Unsigned(10, "Document Version", 1),
        Unsigned(11, "CRC-16-CCITT", 2));
}
