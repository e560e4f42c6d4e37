namespace Overflight.Misb.Sets;

/// <summary>How the bytes of an item stand for its value.</summary>
public enum Coding
{
    /// <summary>Bytes that this library does not read further.</summary>
    Bytes,
    /// <summary>An unsigned integer, most significant byte first.</summary>
    UnsignedInteger,
    /// <summary>A two's complement integer, most significant byte first.</summary>
    SignedInteger,
    /// <summary>An unsigned integer that numbers the labels of a list.</summary>
    Enumeration,
    /// <summary>An unsigned integer whose bits, lowest first, have labels of their own.</summary>
    Flags,
    /// <summary>A range spread evenly over all codes of fixed length (ST 0601).</summary>
    Linear,
    /// <summary>IMAPB of ST 1201, of any length up to the longest allowed.</summary>
    Imapb,
    /// <summary>An IEEE 754 number of 2, 4 or 8 bytes.</summary>
    Ieee754,
    /// <summary>Text in UTF-8, of which ISO 646 is part.</summary>
    Utf8,
    /// <summary>Text in UTF-16, most significant byte first.</summary>
    Utf16,
    /// <summary>A BER-OID number.</summary>
    BerOid,
    /// <summary>A number written as BER writes lengths.</summary>
    BerNumber,
    /// <summary>A motion imagery identifier (ST 1204).</summary>
    MiisIdentifier,
    /// <summary>A local set.</summary>
    LocalSet,
    /// <summary>A universal set: items named by keys of 16 bytes.</summary>
    UniversalSet,
    /// <summary>Fields in a fixed order; the last may be left off.</summary>
    Pack,
    /// <summary>Standard deviations and correlation coefficients (ST 1010).</summary>
    Sdcc,
    /// <summary>A multi-dimensional array of numbers (ST 1303).</summary>
    Array,
    /// <summary>Any number of elements of one kind.</summary>
    Series,
}
