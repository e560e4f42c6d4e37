namespace Overflight.Feeds.Cot;

/// <summary>Finds events among the bytes of a stream, without reading XML: they come one behind another, each with or without a declaration.</summary>
internal static class EventSpan
{
    private const string Blanks = " \t\r\n";

    /// <summary>Where an event's start tag begins, or −1.</summary>
    public static int Start(ReadOnlySpan<byte> data)
    {
        for (var from = 0; ;)
        {
            var found = data[from..].IndexOf("<event"u8);
            if (found < 0)
                return -1;
            from += found;
            if (from + 6 >= data.Length)
                return -1;
            if (Blanks.Contains((char)data[from + 6], StringComparison.Ordinal) || data[from + 6] is (byte)'>' or (byte)'/')
                return from;
            from += 6;
        }
    }

    /// <summary>How long the event at the start of the data is; 0 where its end is not among them.</summary>
    public static int Length(ReadOnlySpan<byte> data)
    {
        var end = StartTagLength(data);
        if (end == 0 || data[end - 2] == '/')
            return end;
        for (var from = end; ;)
        {
            var found = data[from..].IndexOf("</event"u8);
            if (found < 0)
                return 0;
            from += found + 7;
            var rest = data[from..].TrimStart(" \t\r\n"u8);
            if (rest.IsEmpty)
                return 0;
            if (rest[0] == '>')
                return data.Length - rest.Length + 1;
        }
    }

    private static int StartTagLength(ReadOnlySpan<byte> data)
    {
        byte quote = 0;
        for (var i = 0; i < data.Length; i++)
        {
            var b = data[i];
            if (quote != 0)
                quote = b == quote ? (byte)0 : quote;
            else if (b is (byte)'"' or (byte)'\'')
                quote = b;
            else if (b == '>')
                return i + 1;
        }
        return 0;
    }
}
