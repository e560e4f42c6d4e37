namespace Overflight.Mavlink.Messages;

/// <summary>What the table tells of a message.</summary>
public sealed class MessageInfo
{
    internal MessageInfo(uint id, string name, int length, int minimumLength, byte crcExtra, MessageField[] fields)
    {
        Id = id;
        Name = name;
        Length = length;
        MinimumLength = minimumLength;
        CrcExtra = crcExtra;
        Fields = fields;
        TargetSystemOffset = OffsetOf("target_system");
        TargetComponentOffset = OffsetOf("target_component");
    }

    /// <summary>Its id, 24 bits.</summary>
    public uint Id { get; }

    /// <summary>Its name in the definitions.</summary>
    public string Name { get; }

    /// <summary>Bytes of its payload, extensions included.</summary>
    public int Length { get; }

    /// <summary>Bytes of its payload without extensions: its length in MAVLink 1.</summary>
    public int MinimumLength { get; }

    /// <summary>The byte that is added to the check value, so that both ends agree on the fields.</summary>
    public byte CrcExtra { get; }

    /// <summary>Its fields in the order of the wire.</summary>
    public IReadOnlyList<MessageField> Fields { get; }

    /// <summary>Where the addressed system stands; -1 where the message is for all.</summary>
    internal int TargetSystemOffset { get; }

    /// <summary>Where the addressed component stands; -1 where the message is for all of the system.</summary>
    internal int TargetComponentOffset { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Id})";

    private int OffsetOf(string field) => Fields.FirstOrDefault(f => f.Name == field)?.Offset ?? -1;
}
