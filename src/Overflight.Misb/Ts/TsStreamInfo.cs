namespace Overflight.Misb.Ts;

/// <summary>An elementary stream as a programme map table declares it (ISO/IEC 13818-1, 2.4.4.9).</summary>
public sealed class TsStreamInfo
{
    /// <summary>Makes the declaration of a stream.</summary>
    /// <param name="pid">16 to 8190.</param>
    /// <param name="streamType">The stream type, such as 0x1B for H.264.</param>
    /// <param name="descriptors">The descriptors byte for byte, at most 1,023 bytes.</param>
    public TsStreamInfo(int pid, byte streamType, ReadOnlyMemory<byte> descriptors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pid);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pid, TsPid.Null);
        (Pid, StreamType, Descriptors) = (pid, streamType, descriptors);
        Carriage = Descriptor.CarriageOf(streamType, descriptors.Span);
    }

    /// <summary>Declares video.</summary>
    /// <param name="pid">16 to 8190.</param>
    /// <param name="streamType">0x02 for MPEG-2, 0x1B for H.264, 0x24 for H.265.</param>
    public static TsStreamInfo Video(int pid, byte streamType) => new(pid, streamType, ReadOnlyMemory<byte>.Empty);

    /// <summary>Declares KLV without times of its own (MISB ST 1402): stream type 0x06, registration descriptor KLVA.</summary>
    /// <param name="pid">16 to 8190.</param>
    public static TsStreamInfo AsynchronousKlv(int pid) => new(pid, Descriptor.PrivatePesType, Descriptor.OfAsynchronousKlv);

    /// <summary>Declares KLV with presentation times (MISB ST 1402): stream type 0x15, a metadata descriptor for KLVA and a metadata STD descriptor.</summary>
    /// <param name="pid">16 to 8190.</param>
    public static TsStreamInfo SynchronousKlv(int pid) => new(pid, Descriptor.MetadataPesType, Descriptor.OfSynchronousKlv);

    /// <summary>The PID of the stream's packets.</summary>
    public int Pid { get; }

    /// <summary>The stream type (ISO/IEC 13818-1, table 2-34).</summary>
    public byte StreamType { get; }

    /// <summary>The descriptors of the stream, byte for byte.</summary>
    public ReadOnlyMemory<byte> Descriptors { get; }

    /// <summary>How KLV is declared to be carried, if it is.</summary>
    public KlvCarriage Carriage { get; }

    /// <summary>Whether the stream type is one of video.</summary>
    public bool IsVideo => StreamType is 0x01 or 0x02 or 0x10 or 0x1B or 0x1E or 0x1F or 0x20 or 0x21 or 0x24 or 0x33 or 0x42 or 0xD1 or 0xEA;

    internal bool Same(TsStreamInfo other) => Pid == other.Pid && StreamType == other.StreamType && Descriptors.Span.SequenceEqual(other.Descriptors.Span);
}
