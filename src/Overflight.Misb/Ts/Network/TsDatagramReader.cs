namespace Overflight.Misb.Ts;

/// <summary>
/// Reads a transport stream from datagrams: bare, or in RTP packets (RFC 2250). Which it is shows in each datagram. RTP packets that are
/// missing, late or doubled are told as faults of the kind <see cref="TsFaultKind.Datagram"/>; late ones are not read, because
/// what follows them was read already. Offsets count the bytes of the stream, without the headers.
/// </summary>
public sealed class TsDatagramReader
{
    private readonly TsDemuxer _demuxer;
    private uint _source;
    private int _next = -1;

    /// <summary>Makes a reader.</summary>
    /// <param name="demuxer">Takes the stream; completing it is left to the caller.</param>
    public TsDatagramReader(TsDemuxer demuxer)
    {
        ArgumentNullException.ThrowIfNull(demuxer);
        _demuxer = demuxer;
    }

    /// <summary>Reads a datagram.</summary>
    /// <exception cref="InvalidOperationException">The stream was completed.</exception>
    public void Write(ReadOnlySpan<byte> datagram)
    {
        if (!RtpHeader.TryReadTransportStream(datagram, out var header))
            _demuxer.Write(datagram);
        else if (IsDue(header))
            _demuxer.Write(datagram[header.PayloadStart..header.PayloadEnd]);
    }

    private bool IsDue(RtpHeader header)
    {
        var ahead = _next < 0 || header.Source != _source ? 0 : (short)(header.Sequence - _next);
        if (ahead < 0)
        {
            _demuxer.Report(TsFaultKind.Datagram, "an RTP packet is late or came twice; it is not read");
            return false;
        }
        if (ahead > 0)
            _demuxer.Report(TsFaultKind.Datagram, "RTP packets are missing");
        (_source, _next) = (header.Source, (ushort)(header.Sequence + 1));
        return true;
    }
}
