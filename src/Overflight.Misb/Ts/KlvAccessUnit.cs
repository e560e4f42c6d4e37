namespace Overflight.Misb.Ts;

/// <summary>
/// A KLV access unit: the payload of a PES packet (asynchronous), or the content of one access unit cell or of the cells it
/// was fragmented into (synchronous). It may hold several KLV packets one after another.
/// </summary>
public readonly ref struct KlvAccessUnit
{
    private readonly OffsetMap _map;
    private readonly int _start;

    internal KlvAccessUnit(in PesContext pes, KlvCarriage carriage, ReadOnlySpan<byte> bytes, OffsetMap map, int start)
    {
        (Pid, StreamType, StreamId, Pts, UnwrappedPts, PesOffset) = (pes.Pid, pes.StreamType, pes.Header.StreamId, pes.Header.Pts, pes.UnwrappedPts, pes.Offset);
        (Carriage, _map, _start) = (carriage, map, start);
        Bytes = bytes;
    }

    /// <summary>The PID of the stream.</summary>
    public int Pid { get; }

    /// <summary>The declared stream type: 0x06 or 0x15.</summary>
    public byte StreamType { get; }

    /// <summary>The stream id of the PES packet: 0xFC or 0xBD where the stream conforms to MISB ST 1402.</summary>
    public byte StreamId { get; }

    /// <summary>How the unit was carried.</summary>
    public KlvCarriage Carriage { get; }

    /// <summary>The presentation time as it stands in the PES header: ticks of 90 kHz, 0 to 2^33 - 1; null where it has none.</summary>
    public long? Pts { get; }

    /// <summary>The presentation time without wraps, on one line with all times of the programme; null where there is none.</summary>
    public long? UnwrappedPts { get; }

    /// <summary>Where the packet with the PES header begins, in bytes from the start of the stream.</summary>
    public long PesOffset { get; }

    /// <summary>The metadata service id of the cell; null where there are no cells.</summary>
    public int? ServiceId { get; init; }

    /// <summary>The sequence number of the first cell, 0 to 255; null where there are no cells.</summary>
    public int? SequenceNumber { get; init; }

    /// <summary>The bytes of the unit, good during the call only.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Whether nothing of the unit is known to be missing.</summary>
    public bool IsWhole => IntactBytes == Bytes.Length && !IsCutShort;

    /// <summary>The bytes before the first place where packets are missing; the length of <see cref="Bytes"/> where none are.</summary>
    public int IntactBytes { get; init; }

    /// <summary>Whether the end of the unit is missing.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Where the first byte of the unit lies, in bytes from the start of the stream.</summary>
    public long Offset => OffsetOf(0);

    /// <summary>Where a byte of the unit lies, in bytes from the start of the stream.</summary>
    /// <param name="index">The index of the byte, 0 to the length of <see cref="Bytes"/>.</param>
    public long OffsetOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)Bytes.Length, nameof(index));
        return _map.OffsetOf(_start + index);
    }
}
