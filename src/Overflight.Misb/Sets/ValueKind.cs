namespace Overflight.Misb.Sets;

/// <summary>What the value of an item turned out to be.</summary>
public enum ValueKind
{
    /// <summary>No bytes: the item is there and says nothing (ST 0107).</summary>
    Empty,
    /// <summary>A number in the item's unit.</summary>
    Number,
    /// <summary>A signed integer.</summary>
    SignedInteger,
    /// <summary>An unsigned integer, also of enumerations and flags.</summary>
    UnsignedInteger,
    /// <summary>A code that stands for no number.</summary>
    Special,
    /// <summary>Text.</summary>
    Text,
    /// <summary>Bytes: an unknown item, one without further meaning, or one that breaks its coding.</summary>
    Bytes,
    /// <summary>A set, local or universal.</summary>
    Set,
    /// <summary>A pack or series.</summary>
    Structure,
}
