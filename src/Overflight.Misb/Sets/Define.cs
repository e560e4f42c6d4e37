using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>Short forms in which the tables of the standards are written down.</summary>
internal static class Define
{
    public static ItemDefinition Bytes(ulong tag, string name, int length = 0) =>
        new() { Tag = tag, Name = name, Coding = Coding.Bytes, Length = length };

    public static ItemDefinition Unsigned(ulong tag, string name, int length, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.UnsignedInteger, Length = length, MaxLength = length, Unit = unit };

    public static ItemDefinition UpTo(ulong tag, string name, int maxLength, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.UnsignedInteger, MaxLength = maxLength, Unit = unit };

    public static ItemDefinition Integer(ulong tag, string name, int length, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.SignedInteger, Length = length, MaxLength = length, Unit = unit };

    public static ItemDefinition IntegerUpTo(ulong tag, string name, int maxLength, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.SignedInteger, MaxLength = maxLength, Unit = unit };

    public static ItemDefinition Linear(ulong tag, string name, double min, double max, int length, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.Linear, Length = length, MaxLength = length, Min = min, Max = max, Unit = unit, Linear = new(min, max, length, false) };

    public static ItemDefinition Symmetric(ulong tag, string name, double max, int length, string? unit, SpecialValue special) =>
        new() { Tag = tag, Name = name, Coding = Coding.Linear, Length = length, MaxLength = length, Min = -max, Max = max, Unit = unit, Special = special, Linear = new(-max, max, length, true) };

    public static ItemDefinition Imapb(ulong tag, string name, double min, double max, int length, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.Imapb, MaxLength = 8, DefaultLength = length, Min = min, Max = max, Unit = unit, Mappings = [.. Enumerable.Range(1, 8).Select(n => new Imapb(min, max, n))] };

    public static ItemDefinition FixedImapb(ulong tag, string name, double min, double max, int length, string? unit = null) =>
        Imapb(tag, name, min, max, length, unit) with { Length = length, MaxLength = length, Framing = Framing.Fixed };

    public static ItemDefinition Float(ulong tag, string name, string? unit = null) =>
        new() { Tag = tag, Name = name, Coding = Coding.Ieee754, MaxLength = 8, DefaultLength = 4, Unit = unit };

    public static ItemDefinition Utf8(ulong tag, string name, int maxLength = 0) =>
        new() { Tag = tag, Name = name, Coding = Coding.Utf8, MaxLength = maxLength };

    public static ItemDefinition Utf16(ulong tag, string name) => new() { Tag = tag, Name = name, Coding = Coding.Utf16 };

    public static ItemDefinition Enumeration(ulong tag, string name, params string[] labels) =>
        new() { Tag = tag, Name = name, Coding = Coding.Enumeration, Length = 1, MaxLength = 1, Labels = labels };

    public static ItemDefinition Flags(ulong tag, string name, params string[] labels) =>
        new() { Tag = tag, Name = name, Coding = Coding.Flags, Length = 1, MaxLength = 1, Labels = labels };

    public static ItemDefinition BerOid(ulong tag, string name) =>
        new() { Tag = tag, Name = name, Coding = Coding.BerOid, Framing = Framing.BerOid };

    public static ItemDefinition Array(ulong tag, string name, params ItemDefinition[] elements) =>
        new() { Tag = tag, Name = name, Coding = Coding.Array, Fields = elements };

    public static ItemDefinition Sdcc(ulong tag, string name) => new() { Tag = tag, Name = name, Coding = Coding.Sdcc };

    public static ItemDefinition Miis(ulong tag, string name) => new() { Tag = tag, Name = name, Coding = Coding.MiisIdentifier };

    public static ItemDefinition Set(ulong tag, string name, Func<SetDefinition> set) =>
        new() { Tag = tag, Name = name, Coding = Coding.LocalSet, Nested = set };

    public static ItemDefinition UniversalSet(ulong tag, string name, Func<SetDefinition> set) =>
        new() { Tag = tag, Name = name, Coding = Coding.UniversalSet, Nested = set };

    public static ItemDefinition Pack(ulong tag, string name, params ItemDefinition[] fields) =>
        new() { Tag = tag, Name = name, Coding = Coding.Pack, Fields = fields };

    public static ItemDefinition Series(ulong tag, string name, ItemDefinition element) =>
        new() { Tag = tag, Name = name, Coding = Coding.Series, Fields = [element] };

    public static ItemDefinition Prefixed(this ItemDefinition item) => item with { Framing = Framing.BerLength };

    public static ItemDefinition Fixed(this ItemDefinition item) => item with { Framing = Framing.Fixed };

    public static ItemDefinition Shared(this ItemDefinition item) => item with { Framing = Framing.Share };

    public static ItemDefinition Many(this ItemDefinition item) => item with { Repeats = true };

    public static ItemDefinition Keyed(this ItemDefinition item, ulong high, ulong low) => item with { Key = new(high, low) };

    public static ItemDefinition OfLength(this ItemDefinition item, int length) => item with { Length = length, MaxLength = length };

    public static ItemDefinition BerNumber(ulong tag, string name) => new() { Tag = tag, Name = name, Coding = Coding.BerNumber };

    public static ItemDefinition Deviating(this ItemDefinition item, double max) => item with { MaxDeviation = max };
}
