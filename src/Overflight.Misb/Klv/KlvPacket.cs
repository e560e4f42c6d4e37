namespace Overflight.Misb.Klv;

/// <summary>A key, its length and its value within a run of bare KLV; nothing is copied.</summary>
public readonly ref struct KlvPacket
{
    internal KlvPacket(ReadOnlySpan<byte> bytes, int headerSize, long offset)
    {
        Bytes = bytes;
        HeaderSize = headerSize;
        Offset = offset;
    }

    /// <summary>The whole packet: key, length and value.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>How many bytes key and length take.</summary>
    public int HeaderSize { get; }

    /// <summary>Where the packet begins, in bytes from the start of what was read.</summary>
    public long Offset { get; }

    /// <summary>The universal key.</summary>
    public UniversalKey Key => UniversalKey.Read(Bytes);

    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Value => Bytes[HeaderSize..];

    /// <summary>The value of a packet as <see cref="KlvReader"/> finds them: what stands behind key and length.</summary>
    /// <exception cref="ArgumentException">The bytes are no packet.</exception>
    public static ReadOnlyMemory<byte> ValueOf(ReadOnlyMemory<byte> packet) =>
        packet.Length > UniversalKey.Size && Ber.TryReadLength(packet.Span[UniversalKey.Size..], out var length, out var size) && length <= packet.Length - UniversalKey.Size - size
            ? packet.Slice(UniversalKey.Size + size, (int)length)
            : throw new ArgumentException("The bytes are no packet.", nameof(packet));
}
