namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, highest bit first, lengthened one code early.</summary>
internal static class Lzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int FirstFree = 258;
    private const int MostCodes = 4096;

    /// <summary>Fills what it can and says how much.</summary>
    /// <exception cref="InvalidDataException">A code stands for nothing yet.</exception>
    public static int Decode(ReadOnlySpan<byte> packed, Span<byte> bytes)
    {
        // Before TIFF 6.0 some wrote the lowest bit first; their clear code shows it.
        if (packed.Length >= 2 && packed[0] == 0 && (packed[1] & 1) == 1)
            throw new InvalidDataException("LZW with the lowest bit first, from before TIFF 6.0");
        // A string is a stretch of what was decoded before: where it began and how long it is.
        Span<int> starts = stackalloc int[MostCodes];
        Span<int> lengths = stackalloc int[MostCodes];
        var (next, width, written) = (FirstFree, 9, 0);
        var (lastStart, lastLength) = (0, 0);
        long bits = 0;
        var held = 0;
        for (var at = 0; written < bytes.Length;)
        {
            while (held < width && at < packed.Length)
                (bits, held) = ((bits << 8) | packed[at++], held + 8);
            if (held < width)
                break;
            held -= width;
            var code = (int)(bits >> held) & ((1 << width) - 1);
            bits &= (1L << held) - 1;
            if (code == End)
                break;
            if (code == Clear)
            {
                (next, width, lastLength) = (FirstFree, 9, 0);
                continue;
            }
            var start = written;
            int length;
            if (code < Clear)
            {
                bytes[written++] = (byte)code;
                length = 1;
            }
            else
            {
                // The code that is just being made is the last string and its own first byte again.
                var isNew = code == next && lastLength > 0;
                if (code < FirstFree || (code >= next && !isNew))
                    throw new InvalidDataException($"LZW code {code} before it was made, at byte {at}");
                (var from, length) = isNew ? (lastStart, lastLength + 1) : (starts[code], lengths[code]);
                for (var i = 0; i < length && written < bytes.Length; i++)
                    bytes[written++] = bytes[from + i];
            }
            if (lastLength > 0 && next < MostCodes)
            {
                (starts[next], lengths[next]) = (lastStart, lastLength + 1);
                next++;
                if (next + 1 >= 1 << width && width < 12)
                    width++;
            }
            (lastStart, lastLength) = (start, length);
        }
        return written;
    }
}
