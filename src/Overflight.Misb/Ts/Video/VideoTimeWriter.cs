namespace Overflight.Misb.Ts;

/// <summary>Puts a time stamp into an access unit of video, in front of its first slice (MISB ST 0604).</summary>
internal static class VideoTimeWriter
{
    private const byte Mpeg2 = 0x02;

    /// <summary>Whether a stamp of microseconds can be put into an access unit: it is of a coding that has a form for it, and has a slice.</summary>
    public static bool CanInsert(ReadOnlySpan<byte> unit, byte streamType) =>
        streamType is VideoTimeReader.H264 or VideoTimeReader.H265 or Mpeg2 && FirstSlice(unit, streamType) >= 0;

    /// <summary>The access unit with the stamp.</summary>
    /// <exception cref="ArgumentException">Stamps of this unit have no form in this kind of video, or no slice is there.</exception>
    public static byte[] Insert(ReadOnlySpan<byte> unit, byte streamType, MispTimeStamp stamp)
    {
        ReadOnlySpan<byte> head = streamType switch
        {
            // nal_unit_type 6; payload type 5 (user data unregistered), 28 bytes.
            VideoTimeReader.H264 when stamp.Unit == MispTimeUnit.Microseconds => [0, 0, 0, 1, 0x06, 5, MispTimeStamp.Bytes],
            // nal_unit_type 39 (prefix SEI), layer 0, temporal id 1.
            VideoTimeReader.H265 => [0, 0, 0, 1, 0x4E, 0x01, 5, MispTimeStamp.Bytes],
            Mpeg2 when stamp.Unit == MispTimeUnit.Microseconds => [0, 0, 1, 0xB2],
            _ => throw new ArgumentException($"Time stamps in {stamp.Unit} have no form in video of stream type 0x{streamType:X2}.", nameof(stamp)),
        };
        Span<byte> payload = stackalloc byte[MispTimeStamp.Bytes];
        stamp.Write(payload, streamType);
        var at = FirstSlice(unit, streamType);
        if (at < 0)
            throw new ArgumentException("The access unit has no slice.", nameof(unit));
        var result = new List<byte>(unit.Length + head.Length + payload.Length * 3 / 2 + 1);
        result.AddRange(unit[..at]);
        result.AddRange(head);
        if (streamType == Mpeg2)
            result.AddRange(payload);
        else
        {
            AddEscaped(result, payload);
            result.Add(0x80);
        }
        result.AddRange(unit[at..]);
        return [.. result];
    }

    private static int FirstSlice(ReadOnlySpan<byte> unit, byte streamType)
    {
        for (var at = 0; at + 3 < unit.Length; at++)
        {
            var found = unit[at..].IndexOf<byte>([0, 0, 1]);
            if (found < 0 || at + found + 3 >= unit.Length)
                break;
            at += found;
            if (IsSlice(unit[at + 3], streamType))
                // The zero byte of a four-byte start code belongs to it.
                return at > 0 && unit[at - 1] == 0 && streamType != Mpeg2 ? at - 1 : at;
        }
        return -1;
    }

    private static bool IsSlice(byte header, byte streamType) => streamType switch
    {
        VideoTimeReader.H264 => (header & 0x1F) is >= 1 and <= 5,
        VideoTimeReader.H265 => (header >> 1 & 0x3F) < 32,
        _ => header is >= 1 and <= 0xAF,
    };

    // H.264 7.4.1: no 00 00 00, 00 00 01, 00 00 02 or 00 00 03 inside a unit.
    private static void AddEscaped(List<byte> result, ReadOnlySpan<byte> bytes)
    {
        var zeros = 0;
        foreach (var b in bytes)
        {
            if (zeros >= 2 && b <= 3)
            {
                result.Add(3);
                zeros = 0;
            }
            result.Add(b);
            zeros = b == 0 ? zeros + 1 : 0;
        }
    }
}
