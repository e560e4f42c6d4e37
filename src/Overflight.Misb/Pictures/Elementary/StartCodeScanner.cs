namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Takes a unit that begins with a start code.</summary>
/// <param name="offset">Where the unit begins: at its start code, or at the zero byte before that.</param>
/// <param name="head">The first bytes behind the start code; bytes of the next unit may follow in it.</param>
internal delegate void UnitHandler(long offset, ReadOnlySpan<byte> head);

/// <summary>Finds the start codes of a stream (H.264 and H.265 annex B; ISO/IEC 13818-2, 5.2.3).</summary>
internal static class StartCodeScanner
{
    /// <summary>As many bytes of each unit as parameter sets and headers of slices are read from.</summary>
    public const int HeadBytes = 4096;

    private const int BufferBytes = 1 << 18;

    public static void Scan(Stream stream, UnitHandler onUnit)
    {
        var buffer = new byte[BufferBytes];
        var (filled, offset, isEnd) = (0, 0L, false);
        // The byte before the buffer.
        byte before = 1;
        while (!isEnd || filled > 0)
        {
            while (!isEnd && filled < buffer.Length)
            {
                var read = stream.Read(buffer.AsSpan(filled));
                isEnd = read == 0;
                filled += read;
            }
            var bytes = buffer.AsSpan(0, filled);
            // Codes that begin near the end come again with more behind them.
            var end = isEnd ? filled : filled - HeadBytes - NalUnit.StartCode.Length;
            var at = 0;
            while (at < end)
            {
                var found = bytes[at..].IndexOf(NalUnit.StartCode);
                if (found < 0 || at + found >= end)
                {
                    at = Math.Max(at, end);
                    break;
                }
                at += found;
                var head = bytes[(at + NalUnit.StartCode.Length)..];
                if (!head.IsEmpty)
                    onUnit(offset + at - ((at > 0 ? bytes[at - 1] : before) == 0 ? 1 : 0), head[..Math.Min(head.Length, HeadBytes)]);
                at += NalUnit.StartCode.Length;
            }
            at = Math.Min(at, filled);
            if (at > 0)
                before = bytes[at - 1];
            bytes[at..].CopyTo(buffer);
            (filled, offset) = (filled - at, offset + at);
            if (isEnd)
                break;
        }
    }
}
