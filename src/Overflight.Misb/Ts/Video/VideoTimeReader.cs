namespace Overflight.Misb.Ts;

/// <summary>
/// Finds the time stamps in a piece of a video stream: in SEI messages "user data unregistered" of H.264 (D.1.7) and H.265
/// (D.2.7), and in the user data of MPEG-2 (ISO/IEC 13818-2, 6.2.2.2.2).
/// </summary>
internal sealed class VideoTimeReader(byte streamType, int pid, FaultReporter faults)
{
    public const byte H264 = 0x1B;
    public const byte H265 = 0x24;
    private const byte Mpeg1 = 0x01;
    private const byte Mpeg2 = 0x02;
    private const int UserDataUnregistered = 5;
    private const byte UserDataStartCode = 0xB2;

    // An SEI unit is small; what is as long as this is damage.
    private const int MostUnitBytes = 1 << 16;

    private MispTimeStamp[] _stamps = new MispTimeStamp[4];
    private byte[] _unescaped = new byte[256];
    private int[] _positions = new int[256];
    private int _count;

    private static ReadOnlySpan<byte> StartCode => [0, 0, 1];

    /// <summary>The stamps in these bytes, good until the next call.</summary>
    public ReadOnlySpan<MispTimeStamp> Read(in PesUnit unit)
    {
        _count = 0;
        if (streamType is not (H264 or H265 or Mpeg1 or Mpeg2))
            return [];
        var bytes = unit.Payload;
        for (var at = Next(bytes, 0); at < bytes.Length; at = Next(bytes, at))
        {
            var header = HeaderOfUserData(bytes[at..]);
            if (header == 0)
                continue;
            var start = at + header;
            var end = bytes[start..].IndexOf(StartCode);
            ReadUnit(unit, start, end < 0 ? bytes.Length : start + end);
        }
        return _stamps.AsSpan(0, _count);
    }

    /// <summary>The position behind the next start code; past the end where there is none.</summary>
    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        var found = bytes[from..].IndexOf(StartCode);
        return found < 0 ? bytes.Length : from + found + StartCode.Length;
    }

    /// <summary>The bytes before the messages of a unit that may hold a stamp; 0 where it holds none.</summary>
    private int HeaderOfUserData(ReadOnlySpan<byte> unit) => streamType switch
    {
        H264 => (unit[0] & 0x1F) == 6 ? 1 : 0,
        H265 => unit.Length > 1 && (unit[0] >> 1 & 0x3F) is 39 or 40 ? 2 : 0,
        _ => unit[0] == UserDataStartCode ? 1 : 0,
    };

    private void ReadUnit(in PesUnit unit, int start, int end)
    {
        if (streamType is Mpeg1 or Mpeg2)
        {
            Take(unit.Payload[start..end], unit, start);
            return;
        }
        if (end - start > MostUnitBytes)
        {
            faults.Report(TsFaultKind.LimitReached, unit.Context.Offset, pid, "an SEI unit is longer than 65,536 bytes; the rest of it is not read");
            end = start + MostUnitBytes;
        }
        var length = Unescape(unit.Payload[start..end]);
        var messages = _unescaped.AsSpan(0, length);
        for (var at = 0; at + 2 <= length && messages[at..].ContainsAnyExcept<byte>(0, 0x80);)
        {
            if (!Number(messages, ref at, out var type) || !Number(messages, ref at, out var size))
                return;
            var there = Math.Min(size, length - at);
            if (type == UserDataUnregistered)
                Take(messages.Slice(at, there), unit, start + _positions[Math.Min(at, length - 1)]);
            at += there;
        }
    }

    // ff_byte* last_byte (7.3.2.3.1): the sum of them all.
    private static bool Number(ReadOnlySpan<byte> bytes, ref int at, out int number)
    {
        number = 0;
        while (at < bytes.Length)
        {
            number += bytes[at];
            if (bytes[at++] != 0xFF)
                return true;
        }
        return false;
    }

    /// <summary>Takes the 03 out of each 00 00 03 (H.264 7.4.1), and notes where each byte came from.</summary>
    private int Unescape(ReadOnlySpan<byte> bytes)
    {
        if (_unescaped.Length < bytes.Length)
            (_unescaped, _positions) = (new byte[2 * bytes.Length], new int[2 * bytes.Length]);
        var (length, zeros) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            var b = bytes[at];
            if (zeros >= 2 && b == 3)
            {
                zeros = 0;
                continue;
            }
            (_unescaped[length], _positions[length]) = (b, at);
            length++;
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return length;
    }

    private void Take(ReadOnlySpan<byte> payload, in PesUnit unit, int position)
    {
        if (!MispTimeStamp.IsIdentified(payload, out var timeUnit))
            return;
        if (!MispTimeStamp.TryRead(payload, timeUnit, unit.Map.OffsetOf(unit.Start + position), out var stamp))
        {
            faults.Report(TsFaultKind.TimeStampMalformed, unit.Context.Offset, pid, "a time stamp in the video is cut short or lacks its 0xFF bytes");
            return;
        }
        if (_count == _stamps.Length)
            Array.Resize(ref _stamps, 2 * _count);
        _stamps[_count++] = stamp;
    }
}
