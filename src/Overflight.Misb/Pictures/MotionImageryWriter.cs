using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>Writes a video and its metadata as motion imagery of STANAG 4609: a transport stream of one programme by MISB ST 1402, the video as it is.</summary>
public sealed class MotionImageryWriter
{
    private const int VideoPid = 0x100;
    private const int MapPid = 0x1000;

    // Bit 7: whether the clock is locked to its reference is not known here. The lower bits are reserved, as ones (MISB ST 0603).
    private const byte UnknownLock = 0x9F;

    private readonly PictureSource _source;
    private readonly MotionImageryOptions _options;
    private readonly TsStreamInfo _video;
    private readonly TsStreamInfo _metadata;
    private readonly HashSet<int> _kept = [];
    private readonly TsProgram _program;

    /// <summary>Plans the stream.</summary>
    /// <param name="source">The video.</param>
    /// <param name="options">How it is written; as the defaults say if null.</param>
    public MotionImageryWriter(PictureSource source, MotionImageryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_source, _options) = (source, options ?? new MotionImageryOptions());
        _video = source.Stream ?? TsStreamInfo.Video(VideoPid, source.StreamType);
        var streams = new List<TsStreamInfo> { _video };
        if (_options.KeepsMetadata && source.Program is { } program)
            streams.AddRange(program.Streams.Where(s => s.Carriage != KlvCarriage.None));
        _kept.UnionWith(streams.Skip(1).Select(s => s.Pid));
        var mapPid = source.Program?.MapPid ?? MapPid;
        var pid = _video.Pid;
        do
            pid = pid + 1 >= TsPid.Null ? 32 : pid + 1;
        while (pid == mapPid || pid == _video.Pid || _kept.Contains(pid));
        _metadata = _options.Carriage == KlvCarriage.Asynchronous ? TsStreamInfo.AsynchronousKlv(pid) : TsStreamInfo.SynchronousKlv(pid);
        streams.Add(_metadata);
        _program = new TsProgram(source.Program?.Number ?? 1, mapPid, _video.Pid, 0, source.Program?.Descriptors ?? default, streams, 0);
    }

    /// <summary>The PID of the metadata.</summary>
    public int MetadataPid => _metadata.Pid;

    /// <summary>Pictures into which a time stamp was put.</summary>
    public long Stamped { get; private set; }

    /// <summary>KLV units of the source that were written.</summary>
    public long KeptUnits { get; private set; }

    /// <summary>KLV units of the source that could not be kept: parts of them are missing, or they have no time where one is needed.</summary>
    public long LostUnits { get; private set; }

    /// <summary>Writes the stream.</summary>
    /// <param name="output">Where to; it is not closed.</param>
    /// <param name="metadata">The packets, in any order; those of one picture stay in the order given.</param>
    public void Write(Stream output, IReadOnlyList<PlacedMetadata> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var muxer = new TsMuxer(output, [_program]);
        var pictures = _source.Pictures;
        var order = Enumerable.Range(0, metadata.Count).OrderBy(i => pictures[metadata[i].Picture].Pts).ToArray();
        var next = 0;
        var decoded = long.MinValue;
        _source.Read(
            (index, bytes) =>
            {
                var picture = pictures[index];
                // Metadata has no decoding time but that of presentation: it goes in that order, when the clock comes to it.
                decoded = Math.Max(decoded, picture.Dts);
                for (; next < order.Length && pictures[metadata[order[next]].Picture].Pts <= decoded; next++)
                    Write(muxer, metadata[order[next]]);
                var stamp = picture.Stamp is null && _options.Stamps is { } clock && VideoTimeWriter.CanInsert(bytes, _video.StreamType) ? new MispTimeStamp((ulong)clock.TimeOf(index), MispTimeUnit.Microseconds, UnknownLock, 0) : default(MispTimeStamp?);
                Stamped += stamp is null ? 0 : 1;
                muxer.WriteVideo(_video.Pid, bytes, Wrapped(picture.Pts), picture.Dts == picture.Pts ? null : Wrapped(picture.Dts), picture.IsRandomAccess, stamp);
            },
            _kept.Count == 0 ? null : (in unit) => Keep(muxer, unit));
        for (; next < order.Length; next++)
            Write(muxer, metadata[order[next]]);
    }

    private static long Wrapped(long ticks) => ticks & (1L << 33) - 1;

    private void Write(TsMuxer muxer, PlacedMetadata placed) => muxer.WriteKlv(_metadata.Pid, placed.Packet.Span, Wrapped(_source.Pictures[placed.Picture].Pts));

    private void Keep(TsMuxer muxer, in KlvAccessUnit unit)
    {
        if (!_kept.Contains(unit.Pid))
            return;
        if (!unit.IsWhole || unit.Bytes.IsEmpty || unit.StreamType == Descriptor.MetadataPesType && unit.Pts is null)
        {
            LostUnits++;
            return;
        }
        muxer.WriteKlv(unit.Pid, unit.Bytes, unit.Pts);
        KeptUnits++;
    }
}
