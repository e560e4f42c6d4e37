using System.Buffers.Binary;

namespace Overflight.Record.Notes;

/// <summary>A signature line of a note.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The key's id.</param>
/// <param name="Bytes">What follows the id; its form is the algorithm's.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes)
{
    private const string Dash = "\u2014 ";

    /// <summary>The line without its newline.</summary>
    public string ToLine()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes.AsMemory(4));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>Reads a line; null where it is no signature line.</summary>
    public static NoteSignature? TryParse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!line.StartsWith(Dash, StringComparison.Ordinal))
            return null;
        var parts = line[Dash.Length..].Split(' ');
        if (parts.Length != 2 || !KeyName.IsValid(parts[0]) || StrictBase64.Decode(parts[1]) is not { Length: > 4 } bytes)
            return null;
        return new(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4));
    }
}
