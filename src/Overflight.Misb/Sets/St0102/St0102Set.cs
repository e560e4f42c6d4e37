using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0102;

/// <summary>The Security Metadata Local Set (MISB ST 0102.12).</summary>
public static class St0102Set
{
    /// <summary>Its tags; 15 to 21 are deprecated.</summary>
    public static SetDefinition Definition { get; } = new("ST 0102", "Security Metadata Local Set",
        new(0x060E2B3402030101, 0x0E01030302000000), 0,
        Enumeration(1, "Security Classification", "", "UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
        Enumeration(2, "Classifying Country and Releasing Instructions Country Coding Method", CountryCodingMethod.Labels),
        Utf8(3, "Classifying Country"),
        Utf8(4, "Security-SCI/SHI Information"),
        Utf8(5, "Caveats"),
        Utf8(6, "Releasing Instructions"),
        Utf8(7, "Classified By"),
        Utf8(8, "Derived From"),
        Utf8(9, "Classification Reason"),
        Utf8(10, "Declassification Date", 8) with { Length = 8 },
        Utf8(11, "Classification and Marking System"),
        Enumeration(12, "Object Country Coding Method", CountryCodingMethod.Labels),
        Utf16(13, "Object Country Codes"),
        Utf8(14, "Classification Comments"),
        Bytes(15, "UMID Video", 32),
        Bytes(16, "UMID Audio", 32),
        Bytes(17, "UMID Data", 32),
        Bytes(18, "UMID System", 32),
        Unsigned(19, "Stream ID", 1),
        Unsigned(20, "Transport Stream ID", 2),
        Bytes(21, "Item Designator ID", 16),
        Unsigned(22, "Version", 2),
        Utf8(23, "Classifying Country and Releasing Instructions Country Coding Method Version Date", 10),
        Utf8(24, "Object Country Coding Method Version Date", 10));
}
