namespace Overflight.Mavlink.Messages;

/// <summary>A field of a message.</summary>
/// <param name="Name">Its name in the definitions.</param>
/// <param name="Type">Its type, or that of its elements.</param>
/// <param name="ArrayLength">How many elements; 0 where it is no array.</param>
/// <param name="Offset">Its first byte in the payload.</param>
/// <param name="IsExtension">Whether MAVLink 1 does not have it.</param>
/// <param name="Units">Its unit as the definitions write it: degE7, cm/s, mm …</param>
/// <param name="Enum">The enum that it holds.</param>
/// <param name="Invalid">The value that says that it is not known.</param>
public sealed record MessageField(string Name, FieldType Type, int ArrayLength, int Offset, bool IsExtension, string? Units, string? Enum, string? Invalid)
{
    /// <summary>Its size in bytes.</summary>
    public int Size => ElementSize * Math.Max(1, ArrayLength);

    /// <summary>The size of an element in bytes.</summary>
    public int ElementSize => Type switch
    {
        FieldType.Char or FieldType.UInt8 or FieldType.Int8 => 1,
        FieldType.UInt16 or FieldType.Int16 => 2,
        FieldType.UInt64 or FieldType.Int64 or FieldType.Float64 => 8,
        _ => 4,
    };
}
