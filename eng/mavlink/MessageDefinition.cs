using System.Text;

namespace Overflight.MavlinkGenerator;

/// <summary>A message with its fields as they lie on the wire: greater types first, extensions behind, as they were written.</summary>
internal sealed record MessageDefinition(uint Id, string Name, string Description, IReadOnlyList<FieldDefinition> Fields)
{
    public IReadOnlyList<FieldDefinition> WireOrder { get; } =
        [.. Fields.Where(f => !f.IsExtension).OrderByDescending(f => f.Type.Size), .. Fields.Where(f => f.IsExtension)];

    public int Length => Fields.Sum(f => f.Size);

    public int MinimumLength => Fields.Where(f => !f.IsExtension).Sum(f => f.Size);

    public int OffsetOf(FieldDefinition field) => WireOrder.TakeWhile(f => f != field).Sum(f => f.Size);

    /// <summary>The byte that makes both ends agree on the fields: a check value of names and types, extensions left out.</summary>
    public byte CrcExtra
    {
        get
        {
            ushort crc = 0xFFFF;
            Add($"{Name} ");
            foreach (var part in WireOrder.Where(f => !f.IsExtension))
            {
                Add($"{part.Type.Name} {part.Name} ");
                if (part.ArrayLength > 0)
                    crc = Next(crc, (byte)part.ArrayLength);
            }
            return (byte)(crc & 0xFF ^ crc >> 8);

            void Add(string text)
            {
                foreach (var b in Encoding.ASCII.GetBytes(text))
                    crc = Next(crc, b);
            }
        }
    }

    // CRC-16/MCRF4XX: polynomial 0x1021, reflected.
    private static ushort Next(ushort crc, byte value)
    {
        crc ^= value;
        for (var bit = 0; bit < 8; bit++)
            crc = (ushort)((crc & 1) != 0 ? crc >> 1 ^ 0x8408 : crc >> 1);
        return crc;
    }
}

internal sealed record FieldDefinition(string Name, WireType Type, int ArrayLength, bool IsExtension, string? Enum, string? Units, string? Invalid, string? Fixed, string Description)
{
    public int Size => Type.Size * Math.Max(1, ArrayLength);

    public bool IsText => Type.Name == "char" && ArrayLength > 0;
}
