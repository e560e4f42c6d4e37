namespace Overflight.Misb.Sets;

/// <summary>What a packet's checksum says of it.</summary>
public enum ChecksumState
{
    /// <summary>The packet states no checksum.</summary>
    Absent,
    /// <summary>The stated checksum is that of the bytes.</summary>
    Valid,
    /// <summary>It is not.</summary>
    Invalid,
}
