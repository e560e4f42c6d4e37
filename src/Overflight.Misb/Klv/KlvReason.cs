namespace Overflight.Misb.Klv;

/// <summary>What is wrong with a piece of KLV.</summary>
public enum KlvReason
{
    /// <summary>Bytes between packets that start no universal key.</summary>
    Junk,
    /// <summary>The bytes end inside a key or a tag.</summary>
    TruncatedKey,
    /// <summary>A length that cannot be read: cut short, indefinite, or beyond 63 bits.</summary>
    BadLength,
    /// <summary>A length that reaches past the end of what holds it.</summary>
    LengthPastEnd,
    /// <summary>A value whose number of bytes its standard does not allow.</summary>
    WrongLength,
    /// <summary>A value that its coding does not allow.</summary>
    BadValue,
    /// <summary>A tag that the set's standard does not list; the item is kept as bytes.</summary>
    UnknownTag,
    /// <summary>A second item of a tag that may occur once; both are kept.</summary>
    Repeated,
    /// <summary>The checksum that the packet states is not the one of its bytes.</summary>
    WrongChecksum,
    /// <summary>Sets within sets deeper than this library follows; the item is kept as bytes.</summary>
    TooDeep,
}
