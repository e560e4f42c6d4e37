namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Bytes of NAL units (H.264 and H.265, 7.3.1 and annex B).</summary>
internal static class NalUnit
{
    /// <summary>The start code of four bytes.</summary>
    public static ReadOnlySpan<byte> LongStartCode => [0, 0, 0, 1];

    /// <summary>The start code of three bytes.</summary>
    public static ReadOnlySpan<byte> StartCode => [0, 0, 1];

    /// <summary>Takes the 03 out of each 00 00 03, up to the next start code or as much as there is room for.</summary>
    /// <returns>The bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> unit, Span<byte> payload)
    {
        var (length, zeros) = (0, 0);
        foreach (var b in unit)
        {
            if (length == payload.Length || zeros >= 2 && b <= 1)
                break;
            if (zeros >= 2 && b == 3)
            {
                zeros = 0;
                continue;
            }
            payload[length++] = b;
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return length;
    }

    /// <summary>The access unit delimiter of a stream type, which ISO/IEC 13818-1 (2.14.1, 2.17.1) wants in every access unit; any kinds of slices may follow. Empty for MPEG-2.</summary>
    public static ReadOnlySpan<byte> DelimiterOf(byte streamType) => streamType switch
    {
        Ts.VideoTimeReader.H264 => [0, 0, 0, 1, 0x09, 0xF0],
        Ts.VideoTimeReader.H265 => [0, 0, 0, 1, 0x46, 0x01, 0x50],
        _ => [],
    };

    /// <summary>Whether a NAL unit, from its header on, is an access unit delimiter.</summary>
    public static bool IsDelimiter(byte header, byte streamType) => streamType switch
    {
        Ts.VideoTimeReader.H264 => (header & 0x1F) == 9,
        Ts.VideoTimeReader.H265 => (header >> 1 & 0x3F) == 35,
        _ => false,
    };

    /// <summary>Whether the first NAL unit of an access unit is its delimiter.</summary>
    public static bool BeginsWithDelimiter(ReadOnlySpan<byte> unit, byte streamType)
    {
        var at = unit.IndexOf(StartCode) + StartCode.Length;
        return at >= StartCode.Length && at < unit.Length && IsDelimiter(unit[at], streamType);
    }
}
