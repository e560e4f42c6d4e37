namespace Overflight.Misb.Ts;

/// <summary>Takes a KLV unit that came in RTP.</summary>
/// <param name="unit">The unit, good during the call only.</param>
public delegate void KlvRtpHandler(in KlvRtpUnit unit);

/// <summary>A KLV unit that came in RTP packets (RFC 6597): all KLV of one time.</summary>
public readonly ref struct KlvRtpUnit
{
    internal KlvRtpUnit(ReadOnlySpan<byte> bytes, uint timestamp, uint source, bool isWhole)
    {
        Bytes = bytes;
        (Timestamp, Source, IsWhole) = (timestamp, source, isWhole);
    }

    /// <summary>Its bytes, as far as they came.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The RTP timestamp, mostly ticks of 90 kHz from a random one; it wraps at 2^32.</summary>
    public uint Timestamp { get; }

    /// <summary>The synchronization source that sent it.</summary>
    public uint Source { get; }

    /// <summary>Whether it is known to be whole: its packets follow each other from behind the end of the unit before it to one with the marker bit.</summary>
    public bool IsWhole { get; }
}
