namespace Overflight.Misb.Sets;

/// <summary>How the checksum that ends a packet is made, always from the first byte of its key to the length of its checksum item.</summary>
public enum ChecksumKind
{
    /// <summary>The set has none.</summary>
    None,
    /// <summary>The running 16-bit sum (ST 0601, ST 0903).</summary>
    Running16,
    /// <summary>CRC-16-CCITT (ST 1002, ST 1107, ST 1108).</summary>
    Crc16,
    /// <summary>CRC-32 of MPEG-2 (ST 0806).</summary>
    Crc32,
}
