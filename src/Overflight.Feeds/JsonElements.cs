namespace Overflight.Feeds;

/// <summary>Walks the elements of a JSON array of any length through a window, past damage.</summary>
internal static class JsonElements
{
    /// <summary>
    /// Reads elements up to and with the closing bracket. False when the input ends first; that is told,
    /// unless <paramref name="endIsEnd"/> (JSON lines have no bracket).
    /// </summary>
    public static bool Read(ByteWindow window, ReadSession session, IElementParser parser, long firstRecord = 0, bool endIsEnd = false)
    {
        var record = firstRecord;
        while (true)
        {
            var scanner = new JsonScanner(window.Available);
            var mark = 0;
            while (true)
            {
                var next = scanner.Next();
                if (next == ',')
                {
                    scanner.Position++;
                    continue;
                }
                mark = scanner.Position;
                if (next == ']' && !endIsEnd)
                {
                    window.Consume(mark + 1);
                    return true;
                }
                if (!scanner.IsGood)
                    break;
                if (next != parser.Opening)
                    scanner.State = ScanState.Bad;
                else
                    parser.Parse(ref scanner, record, window.Offset + mark);
                if (!scanner.IsGood)
                    break;
                record++;
            }
            var failedAt = scanner.Position - mark;
            window.Consume(mark);
            if (scanner.State == ScanState.Bad)
            {
                session.Refuse(RejectionKind.Malformed, window.Offset + failedAt, record, "", "not well-formed JSON here; reading goes on with the next record");
                record++;
                window.Consume(Math.Max(1, Math.Min(failedAt, window.Available.Length)));
                if (!SkipToNext(window, parser.Opening))
                    return false;
            }
            else if (!window.More())
            {
                if (window.IsFull)
                {
                    session.Refuse(RejectionKind.RecordTooLong, window.Offset, record, "", $"this record is longer than {window.Available.Length:N0} bytes and is given up; reading goes on with the next");
                    record++;
                    window.Consume(window.Available.Length);
                    if (!SkipToNext(window, parser.Opening))
                        return false;
                    continue;
                }
                if (!endIsEnd || window.Available.Length > 0)
                    session.Truncated(window.Offset, record, "the JSON ends within a record or before its closing bracket");
                // What is left is part of a record and means nothing to whoever reads on.
                window.Consume(window.Available.Length);
                return false;
            }
        }
    }

    /// <summary>Moves to the next element: its opening byte behind a comma or a new line.</summary>
    private static bool SkipToNext(ByteWindow window, byte opening)
    {
        byte before = 0;
        do
        {
            var bytes = window.Available;
            for (var i = 0; i < bytes.Length; i++)
            {
                var b = bytes[i];
                if (b == opening && (before == ',' || before == '\n'))
                {
                    window.Consume(i);
                    return true;
                }
                if (b is not ((byte)' ' or (byte)'\r' or (byte)'\t'))
                    before = b;
            }
            window.Consume(bytes.Length);
        }
        while (window.More());
        return false;
    }
}
