namespace Overflight.Misb.Ts;

/// <summary>
/// A PES packet of video. MISB ST 1402 and common practice put one access unit in each, but its bounds are not sought:
/// the bytes are handed on as they came.
/// </summary>
public readonly ref struct VideoUnit
{
    private readonly OffsetMap _map;
    private readonly int _start;

    internal VideoUnit(in PesContext pes, ReadOnlySpan<byte> bytes, OffsetMap map, int start, ReadOnlySpan<MispTimeStamp> timeStamps)
    {
        (Pid, StreamType, Pts, UnwrappedPts, Dts, PesOffset) = (pes.Pid, pes.StreamType, pes.Header.Pts, pes.UnwrappedPts, pes.Header.Dts, pes.Offset);
        (StreamId, IsRandomAccess, _map, _start) = (pes.Header.StreamId, pes.IsRandomAccess, map, start);
        Bytes = bytes;
        TimeStamps = timeStamps;
    }

    /// <summary>The PID of the stream.</summary>
    public int Pid { get; }

    /// <summary>The declared stream type, such as 0x1B for H.264 or 0x24 for H.265.</summary>
    public byte StreamType { get; }

    /// <summary>The stream id of the PES packet, 0xE0 to 0xEF for most video.</summary>
    public byte StreamId { get; }

    /// <summary>The presentation time as it stands in the PES header: ticks of 90 kHz, 0 to 2^33 - 1; null where it has none.</summary>
    public long? Pts { get; }

    /// <summary>The presentation time without wraps, on one line with all times of the programme; null where there is none.</summary>
    public long? UnwrappedPts { get; }

    /// <summary>The decoding time, as <see cref="Pts"/>; null where it is that of presentation.</summary>
    public long? Dts { get; }

    /// <summary>Whether the packet says that decoding can begin here (random_access_indicator).</summary>
    public bool IsRandomAccess { get; }

    /// <summary>Where the packet with the PES header begins, in bytes from the start of the stream.</summary>
    public long PesOffset { get; }

    /// <summary>The bytes of the elementary stream, good during the call only.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The MISB ST 0604 time stamps in these bytes, in order; mostly one or none.</summary>
    public ReadOnlySpan<MispTimeStamp> TimeStamps { get; }

    /// <summary>Whether nothing is known to be missing.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where a byte lies, in bytes from the start of the stream.</summary>
    /// <param name="index">The index of the byte, 0 to the length of <see cref="Bytes"/>.</param>
    public long OffsetOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)Bytes.Length, nameof(index));
        return _map.OffsetOf(_start + index);
    }
}
