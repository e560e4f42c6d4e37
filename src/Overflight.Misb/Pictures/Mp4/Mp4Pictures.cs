using System.Runtime.InteropServices;
using Overflight.Misb.Pictures.Elementary;

namespace Overflight.Misb.Pictures.Mp4;

/// <summary>The video of an MP4 or MOV file (ISO/IEC 14496-12 and 14496-15): NAL units get start codes, and parameter sets come before pictures that decoding can begin with.</summary>
internal sealed class Mp4Pictures : IndexedPictures
{
    private const int MostMovieBytes = 512 << 20;
    private const int TicksPerSecond = 90_000;
    private const long FirstTicks = 90_000;
    private const long MostTicks = 366L * 86_400 * TicksPerSecond;

    private readonly DecoderConfiguration _configuration;

    private Mp4Pictures(string path, DecoderConfiguration configuration)
        : base(path, configuration.StreamType) => _configuration = configuration;

    public static new Mp4Pictures Open(string path, Rate? framesPerSecond = null)
    {
        var (movie, fileBytes) = MovieOf(path);
        if (!BoxReader.TryFind(movie, "mvhd", out var header))
            throw new InvalidDataException("is damaged: its movie has no header");
        var track = VideoOf(movie);
        var mediaScale = ScaleOf(BoxReader.TryFind(track, "mdia/mdhd", out var media) ? media : throw new InvalidDataException("is damaged: its video has no header"), "mdhd");
        if (!BoxReader.TryFind(track, "mdia/minf/stbl", out var table) || !BoxReader.TryFind(table, "stsd", out var descriptions) || descriptions.Length < 8)
            throw new InvalidDataException("is damaged: its video has no sample table");
        var entry = new BoxReader(descriptions[8..]);
        if (!entry.Read())
            throw new InvalidDataException("is damaged: its video has no sample entry");
        var configuration = DecoderConfiguration.Read(entry.Type, entry.Body);
        var samples = SampleTable.Read(table, fileBytes);
        if (samples.Length == 0)
            throw new InvalidDataException(BoxReader.TryFind(movie, "mvex", out _)
                ? "is a fragmented MP4, which is not read here; copy it first: ffmpeg -i FILE -c copy COPY.mp4"
                : "holds no picture");
        if (Array.Exists(samples, s => s.Description != 1))
            throw new InvalidDataException("changes its coding on the way (several sample entries), which is not read here");
        var shift = EditList.ShiftOf(track, ScaleOf(header, "mvhd"), mediaScale);
        var pictures = new Mp4Pictures(path, configuration);
        try
        {
            pictures.Add(samples, shift, mediaScale);
            pictures.FindStamps();
            return pictures;
        }
        catch
        {
            pictures.Dispose();
            throw;
        }
    }

    protected override ReadOnlySpan<byte> Convert(ReadOnlySpan<byte> stored, bool isRandomAccess, List<byte> room)
    {
        room.AddRange(NalUnit.DelimiterOf(StreamType));
        if (isRandomAccess)
            foreach (var set in _configuration.ParameterSets)
            {
                room.AddRange(NalUnit.LongStartCode);
                room.AddRange(set);
            }
        while (stored.Length > _configuration.LengthBytes)
        {
            long length = 0;
            foreach (var b in stored[.._configuration.LengthBytes])
                length = length << 8 | b;
            stored = stored[_configuration.LengthBytes..];
            if (length > stored.Length)
                throw new InvalidDataException($"is damaged: a NAL unit of {length:N0} bytes reaches past its picture");
            var unit = stored[..(int)length];
            stored = stored[(int)length..];
            if (unit.IsEmpty || NalUnit.IsDelimiter(unit[0], StreamType))
                continue;
            room.AddRange(NalUnit.LongStartCode);
            room.AddRange(unit);
        }
        return CollectionsMarshal.AsSpan(room);
    }

    private void Add(SampleTable.Sample[] samples, long shift, uint scale)
    {
        // Decoding begins at the first tick, and nothing is presented before it.
        var earliest = samples.Min(s => Math.Min(s.Composition, s.Decoding)) + shift;
        var origin = Math.Min(0, earliest);
        foreach (var sample in samples)
            Add(sample.Offset, sample.Length, Ticks(sample.Composition + shift - origin), Ticks(sample.Decoding + shift - origin), sample.IsSync);

        long Ticks(long time) => (2 * (Int128)time * TicksPerSecond + scale) / (2 * (Int128)scale) is var ticks && ticks <= MostTicks
            ? FirstTicks + (long)ticks
            : throw new InvalidDataException("is damaged: its pictures reach over more than a year");
    }

    private static (byte[] Movie, long FileBytes) MovieOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[16];
        var fragmented = false;
        for (long at = 0; at < file.Length;)
        {
            file.Position = at;
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (!BoxReader.TryReadHeader(head.AsSpan(0, read), file.Length - at, out var type, out var size, out var header))
                throw new InvalidDataException($"is cut short or damaged: the box at {at} reaches past the end of the file");
            fragmented |= type == BoxReader.Named("moof");
            if (type == BoxReader.Named("moov"))
            {
                if (size > MostMovieBytes)
                    throw new InvalidDataException($"has a movie box of {size:N0} bytes; at most {MostMovieBytes:N0} are read");
                var movie = new byte[size - header];
                file.Position = at + header;
                file.ReadExactly(movie);
                return (movie, file.Length);
            }
            at += size;
        }
        throw new InvalidDataException(fragmented ? "is a part of a fragmented MP4, without its movie box" : "holds no movie box: it is cut short, or was never finished");
    }

    private static ReadOnlySpan<byte> VideoOf(ReadOnlySpan<byte> movie)
    {
        var tracks = new BoxReader(movie);
        while (tracks.Read())
            if (tracks.Type == BoxReader.Named("trak") && BoxReader.TryFind(tracks.Body, "mdia/hdlr", out var handler) && handler.Length >= 12 && handler[8..12].SequenceEqual("vide"u8))
                return tracks.Body;
        throw new InvalidDataException("holds no video");
    }

    private static uint ScaleOf(ReadOnlySpan<byte> body, string name)
    {
        var reader = new TableReader(body, name);
        reader.Take(reader.Version() == 1 ? 16 : 8);
        return reader.UInt32() is > 0 and var scale ? scale : throw new InvalidDataException($"is damaged: the time scale in box {name} is 0");
    }
}
