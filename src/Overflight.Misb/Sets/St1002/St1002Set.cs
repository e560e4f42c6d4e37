using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St1002;

/// <summary>The Range Image Local Set (MISB ST 1002.2).</summary>
public static class St1002Set
{
    /// <summary>Its tags. Tag 12 packs three enumerations: bits 0-2 compression, 3-5 data type, 6 source.</summary>
    public static SetDefinition Definition { get; } = new("ST 1002", "Range Image Local Set", new(0x060E2B34020B0101, 0x0E0103030C000000), 21, ChecksumKind.Crc16,
        Unsigned(1, "Precision Time Stamp", 8, "us"),
        BerOid(11, "Document Version"),
        BerOid(12, "Range Image Enumerations"),
        Float(13, "Single Point Range Measurement", "m"),
        Float(14, "Single Point Range Measurement Uncertainty", "m"),
        Float(15, "Single Point Range Measurement Row", "px"),
        Float(16, "Single Point Range Measurement Column", "px"),
        BerOid(17, "Number of Sections in X"),
        BerOid(18, "Number of Sections in Y"),
        Set(19, "Generalized Transformation Local Set", () => St1202.St1202Set.Definition),
        Pack(20, "Section Data Pack",
            BerOid(1, "Section Number X").Prefixed(), BerOid(2, "Section Number Y").Prefixed(),
            Array(3, "Range Measurements", Float(1, "Range", "m")).Prefixed(), Array(4, "Uncertainties", Float(1, "Uncertainty", "m")).Prefixed(),
            Float(5, "Plane X Scale Factor").Prefixed(), Float(6, "Plane Y Scale Factor").Prefixed(), Float(7, "Plane Constant").Prefixed()).Many(),
        Unsigned(21, "CRC-16-CCITT", 2));
}
