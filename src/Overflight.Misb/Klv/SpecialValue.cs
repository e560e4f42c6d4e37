namespace Overflight.Misb.Klv;

/// <summary>What a code that stands for no number says (MISB ST 1201.5 table 1; ST 0601).</summary>
public enum SpecialValue
{
    /// <summary>None: the code stands for a number.</summary>
    None,
    /// <summary>ST 0601: the value lies outside the range of its item.</summary>
    OutOfRange,
    /// <summary>ST 0601: there is no value, because the line of sight misses the earth.</summary>
    OffEarth,
    /// <summary>A code that the standard reserves, or one beyond the top of an IMAPB range.</summary>
    Reserved,
    /// <summary>IMAPB: positive infinity.</summary>
    PositiveInfinity,
    /// <summary>IMAPB: negative infinity.</summary>
    NegativeInfinity,
    /// <summary>IMAPB: a quiet NaN, sign positive.</summary>
    PositiveQuietNaN,
    /// <summary>IMAPB: a quiet NaN, sign negative.</summary>
    NegativeQuietNaN,
    /// <summary>IMAPB: a signalling NaN, sign positive.</summary>
    PositiveSignallingNaN,
    /// <summary>IMAPB: a signalling NaN, sign negative.</summary>
    NegativeSignallingNaN,
    /// <summary>IMAPB: a code that MISB standards define (0xE0 and 0xE1 below and above the range, others reserved).</summary>
    MisbDefined,
    /// <summary>IMAPB: a code left to users.</summary>
    UserDefined,
    /// <summary>IMAPB: the value lies below the range.</summary>
    BelowRange,
    /// <summary>IMAPB: the value lies above the range.</summary>
    AboveRange,
}
