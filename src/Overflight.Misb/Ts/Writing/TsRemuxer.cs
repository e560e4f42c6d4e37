namespace Overflight.Misb.Ts;

/// <summary>
/// Copies a transport stream packet by packet into packets of 188 bytes. What is kept stays as it was: PIDs, times, clocks, continuity
/// counters, the carriage of KLV with its cells, descriptors byte for byte. Bytes that are no packet and packets marked as damaged are
/// left out. Where streams are left out the tables are written anew, in the places of the old ones.
/// </summary>
public sealed class TsRemuxer
{
    private readonly TsDemuxer _demuxer;

    /// <summary>Begins a copy.</summary>
    /// <param name="output">Where it is written to; it is not closed.</param>
    /// <param name="options">What is left out; nothing if null.</param>
    /// <param name="sink">Takes what the input holds, as from a <see cref="TsDemuxer"/>; nobody if null.</param>
    public TsRemuxer(Stream output, TsRemuxOptions? options = null, TsSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        var copier = new PacketCopier(output, options ?? new TsRemuxOptions(), sink);
        _demuxer = new TsDemuxer(copier);
        copier.TransportStreamId = () => _demuxer.TransportStreamId;
    }

    /// <summary>Counts of what was read so far.</summary>
    public TsStatistics Statistics => _demuxer.Statistics;

    internal TsDemuxer Demuxer => _demuxer;

    /// <summary>Copies a stream from where it stands to its end.</summary>
    /// <exception cref="IOException">The input cannot be read or the output not written.</exception>
    public void Read(Stream stream) => _demuxer.Read(stream);

    /// <summary>Copies the next bytes of a stream.</summary>
    /// <exception cref="InvalidOperationException">The stream was completed.</exception>
    public void Write(ReadOnlySpan<byte> bytes) => _demuxer.Write(bytes);

    /// <summary>The input has ended.</summary>
    public void Complete() => _demuxer.Complete();
}
