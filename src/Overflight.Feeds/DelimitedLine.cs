namespace Overflight.Feeds;

/// <summary>Splits delimited text into cells: quotes as in RFC 4180, a quoted cell may hold line ends.</summary>
internal static class DelimitedLine
{
    /// <summary>
    /// Finds the cells of the line at the start of some bytes. False where the line's end is not among them
    /// (at the end of the input that is no fault).
    /// </summary>
    /// <param name="bytes">The bytes, from the line's start.</param>
    /// <param name="delimiter">The byte between cells.</param>
    /// <param name="cells">Takes each cell's place, quotes apart.</param>
    /// <param name="length">The line's length with its end; all bytes where the end is not among them.</param>
    /// <param name="inQuotes">Whether the bytes end within quotes.</param>
    public static bool Split(ReadOnlySpan<byte> bytes, byte delimiter, List<Range> cells, out int length, out bool inQuotes)
    {
        cells.Clear();
        inQuotes = false;
        var i = 0;
        while (true)
        {
            if ((uint)i < (uint)bytes.Length && bytes[i] == '"')
            {
                var close = EndOfQuoted(bytes, i + 1);
                if (close < 0)
                {
                    inQuotes = true;
                    length = bytes.Length;
                    return false;
                }
                cells.Add((i + 1)..close);
                i = close + 1;
                var next = bytes[i..].IndexOfAny(delimiter, (byte)'\n');
                i = next < 0 ? bytes.Length : i + next;
            }
            else
            {
                var next = bytes[i..].IndexOfAny(delimiter, (byte)'\n');
                var end = next < 0 ? bytes.Length : i + next;
                cells.Add(i..(end > i && bytes[end - 1] == '\r' && (next < 0 || bytes[end] == '\n') ? end - 1 : end));
                i = end;
            }
            if (i >= bytes.Length)
            {
                length = bytes.Length;
                return false;
            }
            if (bytes[i++] == '\n')
            {
                length = i;
                return true;
            }
        }
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> bytes, int start)
    {
        for (var i = start; i < bytes.Length; i++)
        {
            var quote = bytes[i..].IndexOf((byte)'"');
            if (quote < 0)
                return -1;
            i += quote;
            if (i + 1 >= bytes.Length || bytes[i + 1] != '"')
                return i;
            i++;
        }
        return -1;
    }
}
