using System.Buffers;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>
/// The first video of a transport stream, with its own times. PES packets are taken for pictures, as MISB ST 1402 has them; one without a
/// time goes on with the picture before it.
/// </summary>
internal sealed class TsPictures : PictureSource
{
    private const long TimeMask = (1L << 33) - 1;

    private readonly string _path;
    private readonly List<CodedPicture> _pictures = [];

    private TsPictures(string path, TsProgram program, TsStreamInfo stream) => (_path, Program, Stream) = (path, program, stream);

    public override byte StreamType => Stream.StreamType;

    public override IReadOnlyList<CodedPicture> Pictures => _pictures;

    public override TsProgram Program { get; }

    public override TsStreamInfo Stream { get; }

    public static new TsPictures Open(string path, Rate? framesPerSecond = null)
    {
        var finder = new Finder();
        Demux(path, finder);
        if (finder.Statistics!.Packets == 0)
            throw new InvalidDataException("is no video that is read here: a transport stream, MP4 or MOV, or an elementary stream of H.264, H.265 or MPEG-2");
        if (finder.Program is not { } program)
            throw new InvalidDataException("is a transport stream without video of H.264, H.265 or MPEG-2");
        var pictures = new TsPictures(path, program, program.Streams.First(IsReadable));
        Demux(path, new Gatherer(pictures.Stream.Pid, (in picture, _) => pictures.Add(picture), null));
        return pictures._pictures.Count > 0 ? pictures : throw new InvalidDataException("is a transport stream whose video has no picture with a time");
    }

    public override void Read(PictureHandler onPicture, KlvHandler? onKlv = null)
    {
        var index = 0;
        Demux(_path, new Gatherer(Stream.Pid, (in _, bytes) => onPicture(index++, bytes), onKlv));
    }

    private static bool IsReadable(TsStreamInfo stream) => stream.StreamType is 0x01 or 0x02 or VideoTimeReader.H264 or VideoTimeReader.H265;

    private static void Demux(string path, TsSink sink)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var demuxer = new TsDemuxer(sink);
        var buffer = new byte[1 << 18];
        while (sink is not Finder { Program: not null } && file.Read(buffer) is > 0 and var count)
            demuxer.Write(buffer.AsSpan(0, count));
        demuxer.Complete();
        switch (sink)
        {
            case Finder finder:
                finder.Statistics = demuxer.Statistics;
                break;
            case Gatherer gatherer:
                gatherer.Flush();
                break;
        }
    }

    private void Add(in CodedPicture picture)
    {
        if (_pictures.Count == MostPictures)
            throw new InvalidDataException($"has more than {MostPictures:N0} pictures; cut it into parts");
        _pictures.Add(picture);
    }

    private sealed class Finder : TsSink
    {
        public TsProgram? Program { get; private set; }

        public TsStatistics? Statistics { get; set; }

        public override void OnProgram(TsProgram program) => Program ??= program.Streams.Any(IsReadable) ? program : null;
    }

    private delegate void Taker(in CodedPicture picture, ReadOnlySpan<byte> bytes);

    private sealed class Gatherer(int pid, Taker take, KlvHandler? onKlv) : TsSink
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();
        private CodedPicture? _picture;

        public override void OnVideo(in VideoUnit unit)
        {
            if (unit.Pid != pid || unit.Pts is null && _picture is null)
                return;
            if (unit.Pts is { } pts)
            {
                Flush();
                var presented = unit.UnwrappedPts!.Value;
                // The reordering delay is far below half the range of the times.
                var delay = unit.Dts is { } dts ? pts - dts & TimeMask : 0;
                _picture = new(presented, presented - (delay > TimeMask / 2 ? 0 : delay), unit.IsRandomAccess, unit.TimeStamps.IsEmpty ? null : unit.TimeStamps[0]);
            }
            else if (_picture is { Stamp: null } picture && !unit.TimeStamps.IsEmpty)
                _picture = picture with { Stamp = unit.TimeStamps[0] };
            if (_bytes.WrittenCount + unit.Bytes.Length <= MostPictureBytes)
                _bytes.Write(unit.Bytes);
        }

        public override void OnKlv(in KlvAccessUnit unit) => onKlv?.Invoke(unit);

        public void Flush()
        {
            if (_picture is { } picture && _bytes.WrittenCount > 0)
                take(picture, _bytes.WrittenSpan);
            _bytes.ResetWrittenCount();
            _picture = null;
        }
    }
}
