using System.Security.Cryptography;

namespace Overflight.Misb.Ts;

/// <summary>What a sender of RTP keeps from packet to packet: source, sequence and timestamps begin at random (RFC 3550, 5.1).</summary>
internal sealed class RtpSession(byte payloadType, TimeProvider? time = null)
{
    private const long TicksPerSecond = 90_000;

    private readonly uint _source = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    private readonly uint _origin = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private ushort _sequence = BitConverter.ToUInt16(RandomNumberGenerator.GetBytes(2));
    private long? _began;

    /// <summary>Writes the header of the next packet, of the time at which it is sent (RFC 2250, 2).</summary>
    public void WriteHeader(Span<byte> bytes)
    {
        var now = _time.GetTimestamp();
        _began ??= now;
        var ticks = (long)((Int128)(now - _began.Value) * TicksPerSecond / _time.TimestampFrequency);
        WriteHeader(bytes, isMarked: false, (uint)ticks);
    }

    /// <summary>Writes the header of the next packet, of a time in ticks of 90 kHz.</summary>
    public void WriteHeader(Span<byte> bytes, bool isMarked, uint ticks) => RtpHeader.Write(bytes, isMarked, payloadType, _sequence++, _origin + ticks, _source);
}
