namespace Overflight.Misb.Ts;

/// <summary>
/// Puts KLV units into RTP packets by themselves (RFC 6597): a unit takes one packet or several of the same timestamp, and the last has
/// the marker bit.
/// </summary>
public sealed class KlvRtpWriter
{
    private const int FirstDynamicType = 96;
    private const int LastType = 127;
    private const int LargestDatagram = 65_507;

    private readonly RtpSession _session;
    private readonly DatagramHandler _send;
    private readonly byte[] _packet;

    /// <summary>Makes a writer with a source, first sequence number and first timestamp at random.</summary>
    /// <param name="send">Takes the packets.</param>
    /// <param name="payloadType">The payload type that sender and receiver agreed upon, 96 to 127.</param>
    /// <param name="mostPacketBytes">The most bytes of a packet, header included; the default fits Ethernet.</param>
    public KlvRtpWriter(DatagramHandler send, int payloadType = FirstDynamicType, int mostPacketBytes = 1400)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentOutOfRangeException.ThrowIfLessThan(payloadType, FirstDynamicType);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloadType, LastType);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(mostPacketBytes, RtpHeader.FixedBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostPacketBytes, LargestDatagram);
        (_send, _packet, _session) = (send, new byte[mostPacketBytes], new RtpSession((byte)payloadType));
    }

    /// <summary>Sends a unit: all KLV packets of one time.</summary>
    /// <param name="unit">Its bytes, at least one.</param>
    /// <param name="ticks">Its time in ticks of 90 kHz. Units that follow each other must differ in it, as their packets are told apart by it.</param>
    /// <exception cref="ArgumentException">The unit is empty.</exception>
    public void Write(ReadOnlySpan<byte> unit, long ticks)
    {
        if (unit.IsEmpty)
            throw new ArgumentException("The unit is empty.", nameof(unit));
        while (!unit.IsEmpty)
        {
            var count = Math.Min(unit.Length, _packet.Length - RtpHeader.FixedBytes);
            unit[..count].CopyTo(_packet.AsSpan(RtpHeader.FixedBytes));
            unit = unit[count..];
            _session.WriteHeader(_packet, isMarked: unit.IsEmpty, (uint)ticks);
            _send(_packet.AsSpan(0, RtpHeader.FixedBytes + count));
        }
    }
}
