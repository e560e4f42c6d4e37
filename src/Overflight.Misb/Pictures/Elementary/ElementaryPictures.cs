using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures.Elementary;

/// <summary>The pictures of an elementary stream: found by their start codes, at times worked out from rate and order.</summary>
internal sealed class ElementaryPictures : IndexedPictures
{
    // The clock runs before the times and must not begin below zero.
    private const long FirstTicks = 90_000;

    private ElementaryPictures(string path, byte streamType)
        : base(path, streamType)
    {
    }

    public static ElementaryPictures Open(string path, byte streamType, Rate? framesPerSecond)
    {
        AccessUnitReader reader = streamType switch { VideoTimeReader.H264 => new H264Units(), VideoTimeReader.H265 => new H265Units(), _ => new Mpeg2Units() };
        long length;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan))
        {
            StartCodeScanner.Scan(file, reader.Take);
            length = file.Length;
        }
        if (reader.Units.Count == 0)
            throw new InvalidDataException("is an elementary stream without a picture");
        if (reader.Refusal is { } reason)
            throw new InvalidDataException($"is an elementary stream whose times cannot be worked out: {reason}; give it as MP4 or transport stream, which state them");
        var rate = framesPerSecond ?? reader.Rate;
        if (!rate.IsUsable)
            throw new InvalidDataException("is an elementary stream that states no rate of pictures; give it with --fps");
        var places = PresentationOrder.Of(reader.Units)
            ?? throw new InvalidDataException("is an elementary stream in which two pictures have one order of presentation; give it as MP4 or transport stream, which state times");
        var delay = PresentationOrder.DelayOf(places);
        var pictures = new ElementaryPictures(path, reader is Mpeg2Units { IsMpeg2: false } ? (byte)0x01 : streamType);
        for (var i = 0; i < places.Length; i++)
        {
            var unit = reader.Units[i];
            var end = i + 1 < places.Length ? reader.Units[i + 1].Offset : length;
            pictures.Add(unit.Offset, end - unit.Offset, FirstTicks + rate.TicksOf(places[i] + delay), FirstTicks + rate.TicksOf(i), unit.IsRandomAccess);
        }
        pictures.FindStamps();
        return pictures;
    }

    protected override ReadOnlySpan<byte> Convert(ReadOnlySpan<byte> stored, bool isRandomAccess, List<byte> room)
    {
        if (NalUnit.DelimiterOf(StreamType).IsEmpty || NalUnit.BeginsWithDelimiter(stored, StreamType))
            return stored;
        room.AddRange(NalUnit.DelimiterOf(StreamType));
        room.AddRange(stored);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(room);
    }
}
