using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0102;

/// <summary>The Security Metadata Local Set (MISB ST 0102.12).</summary>
public static class St0102Set
{
    /// <summary>Its tags; 15 to 21 are deprecated.</summary>
    public static SetDefinition Definition { get; } = new("ST 0102", "Security Metadata Local Set",
        new(0x060E2B3402030101, 0x0E01030302000000), 0, ChecksumKind.None,
        Enumeration(1, "Security Classification", "", "UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET").Keyed(0x060E2B3401010103, 0x0208020100000000),
        Enumeration(2, "Classifying Country and Releasing Instructions Country Coding Method", CountryCodingMethod.Classifying).Keyed(0x060E2B3401010103, 0x0701200102070000),
        Utf8(3, "Classifying Country").Keyed(0x060E2B3401010103, 0x0701200102080000),
        Utf8(4, "Security-SCI/SHI Information").Keyed(0x060E2B3401010101, 0x0E01020302000000),
        Utf8(5, "Caveats").Keyed(0x060E2B3401010103, 0x0208020200000000),
        Utf8(6, "Releasing Instructions").Keyed(0x060E2B3401010103, 0x0701200102090000),
        Utf8(7, "Classified By").Keyed(0x060E2B3401010103, 0x0208020300000000),
        Utf8(8, "Derived From").Keyed(0x060E2B3401010103, 0x0208020600000000),
        Utf8(9, "Classification Reason").Keyed(0x060E2B3401010103, 0x0208020400000000),
        Utf8(10, "Declassification Date", 8).OfLength(8).Keyed(0x060E2B3401010103, 0x0208020500000000),
        Utf8(11, "Classification and Marking System").Keyed(0x060E2B3401010103, 0x0208020800000000),
        Enumeration(12, "Object Country Coding Method", CountryCodingMethod.Objects).Keyed(0x060E2B3401010103, 0x0701200102060000),
        Utf16(13, "Object Country Codes").Keyed(0x060E2B3401010103, 0x0701200102010100),
        Utf8(14, "Classification Comments").Keyed(0x060E2B3401010103, 0x0208020700000000),
        Bytes(15, "UMID Video", 32),
        Bytes(16, "UMID Audio", 32),
        Bytes(17, "UMID Data", 32),
        Bytes(18, "UMID System", 32),
        Unsigned(19, "Stream ID", 1).Keyed(0x060E2B3401010103, 0x0103040200000000),
        Unsigned(20, "Transport Stream ID", 2).Keyed(0x060E2B3401010103, 0x0103040300000000),
        Bytes(21, "Item Designator ID", 16).Keyed(0x060E2B3401010103, 0x0103060100000000),
        Unsigned(22, "Version", 2).Keyed(0x060E2B3401010101, 0x0E01020504000000),
        Utf8(23, "Classifying Country and Releasing Instructions Country Coding Method Version Date", 10).Keyed(0x060E2B3401010101, 0x0E01040303000000),
        Utf8(24, "Object Country Coding Method Version Date", 10).Keyed(0x060E2B3401010101, 0x0E01040304000000));

    /// <summary>The universal set of the same items. There the classification and the coding methods are text (ST 0102.12 table 1).</summary>
    public static SetDefinition Universal { get; } = new("ST 0102", "Security Metadata Universal Set",
        new(0x060E2B3402010101, 0x0208020000000000), 0, ChecksumKind.None,
        [.. Definition.Items.Where(i => i.Key != default).Select(i => i.Coding == Coding.Enumeration ? Utf8(i.Tag, i.Name).Keyed(i.Key.High, i.Key.Low) : i)]);
}
