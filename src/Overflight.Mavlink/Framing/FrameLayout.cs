namespace Overflight.Mavlink.Framing;

/// <summary>Where the parts of a frame lie (MAVLink guide, "Packet Serialization").</summary>
internal static class FrameLayout
{
    public const byte Magic1 = 0xFE;
    public const byte Magic2 = 0xFD;
    public const int Header1 = 6;
    public const int Header2 = 10;
    public const int Checksum = 2;

    /// <summary>Link id, 48 bits of time, 48 bits of hash.</summary>
    public const int Signature = 13;

    /// <summary>The longest frame: a signed one of 255 bytes of payload.</summary>
    public const int Longest = Header2 + 255 + Checksum + Signature;

    public const byte SignedFlag = 0x01;
}
