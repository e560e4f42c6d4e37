namespace Overflight.Misb.Ts;

/// <summary>What can be wrong with a transport stream. Clauses are of ISO/IEC 13818-1 unless said otherwise.</summary>
public enum TsFaultKind
{
    /// <summary>Bytes that are no packet: no sync byte (0x47) where one is due (2.4.3.3).</summary>
    SyncLoss,

    /// <summary>The stream ends inside a packet.</summary>
    PacketTruncated,

    /// <summary>A packet marked as damaged by whoever received it (transport_error_indicator); it is not read.</summary>
    TransportError,

    /// <summary>An adaptation field that does not fit its packet, or a reserved adaptation_field_control (2.4.3.4).</summary>
    AdaptationField,

    /// <summary>Packets of one PID are missing or repeated: the continuity counter is not the next one (2.4.3.3).</summary>
    Continuity,

    /// <summary>A scrambled payload; it is not read.</summary>
    Scrambled,

    /// <summary>A table section whose CRC-32 is wrong; it is not used (annex A).</summary>
    SectionCrc,

    /// <summary>A table section that breaks its syntax or was cut short; it is not used (2.4.4).</summary>
    SectionMalformed,

    /// <summary>A PES packet that breaks its syntax (2.4.3.6).</summary>
    PesMalformed,

    /// <summary>A PES packet that ends before the length it states; what there is of it is read.</summary>
    PesTruncated,

    /// <summary>A PES packet or metadata access unit longer than is kept; what was kept is read.</summary>
    PesTooLong,

    /// <summary>Bytes of an elementary stream that follow the end of its PES packet; they are not read.</summary>
    PesExcess,

    /// <summary>The clock (PCR) goes back, or forward by more than a second, without the discontinuity indicator (2.4.3.5).</summary>
    PcrJump,

    /// <summary>More than 100 ms between two PCR of a programme (2.7.2).</summary>
    PcrInterval,

    /// <summary>A metadata access unit cell that breaks its syntax (2.12.4).</summary>
    AuCellMalformed,

    /// <summary>Synchronous metadata without access unit cells; it is read as it is (2.12.4).</summary>
    AuCellMissing,

    /// <summary>Access unit cells in a stream not declared synchronous; they are read as cells (MISB ST 1402).</summary>
    AuCellUnexpected,

    /// <summary>The sequence number of an access unit cell is not the next one (2.12.4).</summary>
    AuCellSequence,

    /// <summary>A metadata access unit of which fragments are missing; what there is of it is read (2.12.4).</summary>
    AuCellFragment,

    /// <summary>A time stamp in the video that breaks its form; it is not read (MISB ST 0604).</summary>
    TimeStampMalformed,

    /// <summary>More programmes or buffered bytes than the options allow; the excess is not read.</summary>
    LimitReached,

    /// <summary>An RTP packet is missing, late or came twice (RFC 3550).</summary>
    Datagram,
}
