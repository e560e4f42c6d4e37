namespace Overflight.Mavlink.Messages;

#pragma warning disable CA1720 // They are types, and called by their names.
/// <summary>Types of fields; all are little-endian.</summary>
public enum FieldType
{
    /// <summary>A byte of text.</summary>
    Char,
    /// <summary>8 bits, unsigned.</summary>
    UInt8,
    /// <summary>8 bits, signed.</summary>
    Int8,
    /// <summary>16 bits, unsigned.</summary>
    UInt16,
    /// <summary>16 bits, signed.</summary>
    Int16,
    /// <summary>32 bits, unsigned.</summary>
    UInt32,
    /// <summary>32 bits, signed.</summary>
    Int32,
    /// <summary>64 bits, unsigned.</summary>
    UInt64,
    /// <summary>64 bits, signed.</summary>
    Int64,
    /// <summary>32-bit float.</summary>
    Float32,
    /// <summary>64-bit float.</summary>
    Float64,
}
