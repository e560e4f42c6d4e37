using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures.Mp4;

/// <summary>What a sample entry says of its video (ISO/IEC 14496-15, 5.3.3.1 and 8.3.3.1): coding, bytes of the lengths before NAL units, parameter sets.</summary>
internal sealed record DecoderConfiguration(byte StreamType, int LengthBytes, IReadOnlyList<byte[]> ParameterSets)
{
    // Reserved, index, predefined, size, resolution, compressor name, depth (ISO/IEC 14496-12, 12.1.3).
    private const int VisualEntryBytes = 78;

    /// <summary>Reads a sample entry.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a coding that is not read here.</exception>
    public static DecoderConfiguration Read(uint type, ReadOnlySpan<byte> entry)
    {
        var name = Letters(type);
        var (box, streamType) = name switch
        {
            "avc1" or "avc3" => ("avcC", VideoTimeReader.H264),
            "hvc1" or "hev1" => ("hvcC", VideoTimeReader.H265),
            "encv" => throw new InvalidDataException("holds encrypted video"),
            _ => throw new InvalidDataException($"holds video of the coding {name}; H.264 (avc1, avc3) and H.265 (hvc1, hev1) are read. Another coding goes into a transport stream by ffmpeg first"),
        };
        if (entry.Length < VisualEntryBytes || !BoxReader.TryFind(entry[VisualEntryBytes..], box, out var body))
            throw new InvalidDataException($"is damaged: its video has no box {box}");
        var reader = new TableReader(body, box);
        return streamType == VideoTimeReader.H264 ? OfH264(ref reader) : OfH265(ref reader);
    }

    private static string Letters(uint type) => string.Create(4, type, (letters, value) =>
    {
        for (var i = 3; i >= 0; i--, value >>= 8)
            letters[i] = (char)(value & 0xFF) is >= ' ' and <= '~' and var letter ? letter : '?';
    });

    private static DecoderConfiguration OfH264(ref TableReader reader)
    {
        reader.Take(4);
        var lengthBytes = (reader.Byte() & 3) + 1;
        var sets = new List<byte[]>();
        for (var kind = 0; kind < 2; kind++)
            for (var count = reader.Byte() & (kind == 0 ? 0x1F : 0xFF); count > 0; count--)
                sets.Add(reader.Take(reader.UInt16()).ToArray());
        return new(VideoTimeReader.H264, lengthBytes, sets);
    }

    private static DecoderConfiguration OfH265(ref TableReader reader)
    {
        reader.Take(21);
        var lengthBytes = (reader.Byte() & 3) + 1;
        var sets = new List<byte[]>();
        for (int arrays = reader.Byte(); arrays > 0; arrays--)
        {
            reader.Byte();
            for (int count = reader.UInt16(); count > 0; count--)
                sets.Add(reader.Take(reader.UInt16()).ToArray());
        }
        return new(VideoTimeReader.H265, lengthBytes, sets);
    }
}
