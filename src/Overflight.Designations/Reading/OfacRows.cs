using System.Text;

namespace Overflight.Designations.Reading;

/// <summary>
/// The rows of one of OFAC's comma-separated files, as its data specification describes them (Office of Foreign Assets Control, "Specially
/// Designated Nationals and Blocked Persons: Data Specification"): no header, CR LF, text between quotation marks, <c>-0- </c> for nothing, and
/// one 0x1A at the end. A row is a line: a quotation mark left open ends with it, so that damage stays where it is.
/// </summary>
internal static class OfacRows
{
    /// <summary>The longest row, bytes; the longest seen has about 1,200.</summary>
    public const int LongestRow = 1 << 16;

    private const byte EndOfFile = 0x1A;

    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    public static IEnumerable<OfacRow> Read(Stream stream)
    {
        var buffer = new byte[LongestRow * 2];
        var (start, end) = (0, 0);
        var (line, offset) = (1L, 0L);
        var isSkipping = false;
        var isOver = false;
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0 && !isOver)
            {
                if (end - start > LongestRow)
                {
                    if (!isSkipping)
                        yield return new(line, offset, [], $"a row of more than {LongestRow:N0} bytes", false);
                    isSkipping = true;
                    offset += end - start;
                    (start, end) = (0, 0);
                }
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                var read = stream.Read(buffer, end, buffer.Length - end);
                isOver = read == 0;
                end += read;
                continue;
            }
            var taken = length < 0 ? end - start : length;
            if (!isSkipping && Parse(buffer.AsSpan(start, taken), line, offset, isLast: length < 0) is { } row)
                yield return row;
            isSkipping = false;
            if (length < 0)
                yield break;
            start += taken + 1;
            offset += taken + 1;
            line++;
        }
    }

    private static OfacRow? Parse(ReadOnlySpan<byte> bytes, long line, long offset, bool isLast)
    {
        if (bytes is [.. var most, (byte)'\r'])
            bytes = most;
        if (isLast && bytes is [.. var before, EndOfFile])
            bytes = before;
        if (offset == 0 && bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (bytes.Length == 0)
            return null;
        if (bytes.Length > LongestRow)
            return new(line, offset, [], $"a row of more than {LongestRow:N0} bytes", false);
        string text;
        var isRecoded = false;
        try
        {
            text = s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            (text, isRecoded) = (Encoding.Latin1.GetString(bytes), true);
        }
        foreach (var c in text)
        {
            if (char.IsControl(c))
                return new(line, offset, [], $"a control character (0x{(int)c:X2})", isRecoded);
        }
        var fields = new List<string?>(12);
        var fault = Split(text, fields);
        return new(line, offset, [.. fields], fault, isRecoded);
    }

    private static string? Split(string text, List<string?> fields)
    {
        for (var at = 0; ;)
        {
            if (at < text.Length && text[at] == '"')
            {
                var value = new StringBuilder();
                for (at++; ; at++)
                {
                    var close = text.IndexOf('"', at);
                    if (close < 0)
                        return "a quotation mark is not closed";
                    value.Append(text, at, close - at);
                    at = close + 1;
                    if (at >= text.Length || text[at] != '"')
                        break;
                    value.Append('"');
                }
                if (at < text.Length && text[at] != ',')
                    return $"text behind a closing quotation mark, at character {at + 1}";
                fields.Add(value.ToString());
            }
            else
            {
                var comma = text.IndexOf(',', at);
                var bare = text.AsSpan(at, (comma < 0 ? text.Length : comma) - at);
                at += bare.Length;
                fields.Add(bare.Trim(' ') is "-0-" or "" ? null : bare.ToString());
            }
            if (at >= text.Length)
                return null;
            at++;
        }
    }
}
