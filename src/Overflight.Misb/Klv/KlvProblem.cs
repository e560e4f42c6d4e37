namespace Overflight.Misb.Klv;

/// <summary>One thing that is wrong with a piece of KLV. It costs the item that it names, never the packet.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Tag">The item's tag in its local set; 0 where no item is meant.</param>
/// <param name="Offset">Where it begins, in bytes from the start of what was read.</param>
/// <param name="Found">What was found, as a number: the length, or the bytes of junk.</param>
/// <param name="Expected">What was expected, as a number; the upper end where a range is allowed; 0 where it does not apply.</param>
public readonly record struct KlvProblem(KlvReason Reason, ulong Tag, long Offset, long Found = 0, long Expected = 0)
{
    /// <summary>The problem as a sentence for people.</summary>
    public string Text => Reason switch
    {
        KlvReason.Junk => $"{Found} bytes that start no key were skipped",
        KlvReason.TruncatedKey => "the bytes end inside a key or tag",
        KlvReason.BadLength => "the length cannot be read",
        KlvReason.LengthPastEnd => $"the length of {Found} bytes reaches past the end, which is {Expected} bytes away",
        KlvReason.WrongLength => $"the value has {Found} bytes; its standard allows {Expected}",
        KlvReason.BadValue => "the value breaks its coding",
        KlvReason.UnknownTag => "the standard lists no such tag; kept as bytes",
        KlvReason.Repeated => "the tag occurs again",
        KlvReason.WrongChecksum => $"the stated checksum is {Found:x4}, that of the bytes {Expected:x4}",
        KlvReason.TooDeep => "sets lie too deep within sets; kept as bytes",
        _ => Reason.ToString(),
    };
}
