namespace Overflight.Feeds;

/// <summary>Reads CSV, TSV and their like, columns recognised by the header.</summary>
internal sealed class DelimitedReader(ByteWindow window, ReadSession session, TableHeader header)
{
    private readonly RowInterpreter _interpreter = new(session, marksRowTimes: header.IsOpenSky);
    private readonly List<Range> _cells = [];
    private readonly Row _row = new();
    private long _record;

    /// <summary>Reads the rows; the window stands behind the header.</summary>
    public void Read()
    {
        session.Note(header.Describe());
        while (true)
        {
            if (DelimitedLine.Split(window.Available, header.Delimiter, _cells, out var length, out var inQuotes))
            {
                Accept();
                window.Consume(length);
                continue;
            }
            if (window.More())
                continue;
            if (window.IsFull || inQuotes)
            {
                GiveUp(inQuotes);
                if (window.Available.Length == 0)
                    break;
                continue;
            }
            // The last line may lack its line end, but where the input was cut it is no whole line.
            if (window.Available.Length > 0 && _cells.Count > 1 && _cells.Count < header.Names.Length)
                session.Truncated(window.Offset, _record, $"the table ends within a row, after {_cells.Count} of {header.Names.Length} cells");
            else if (window.Available.Length > 0 && !session.IsCut)
                Accept();
            break;
        }
        _interpreter.Finish();
    }

    private void Accept()
    {
        if (_cells.Count == 1 && window.Available[_cells[0]].Trim(" \r\n"u8).IsEmpty)
            return;
        if (_cells.Count < header.Names.Length / 2 + 1)
        {
            session.Refuse(RejectionKind.Malformed, window.Offset, _record++, "", $"the row has {_cells.Count} cells where the header has {header.Names.Length}");
            return;
        }
        _row.Clear();
        var bytes = window.Available;
        for (var i = 0; i < _cells.Count && i < header.Bindings.Length; i++)
        {
            if (header.Bindings[i].IsUsed)
                _row.Set(header.Bindings[i], bytes[_cells[i]]);
        }
        _interpreter.Accept(_row, _record++, window.Offset);
    }

    /// <summary>Leaves a row that has no end within reach: its line only, when a quote was never closed.</summary>
    private void GiveUp(bool inQuotes)
    {
        session.Refuse(
            inQuotes ? RejectionKind.Malformed : RejectionKind.RecordTooLong, window.Offset, _record++, "",
            inQuotes ? "a quote is opened in this row and never closed; reading goes on with the next line" : $"this row is longer than {window.Available.Length:N0} bytes and is given up");
        do
        {
            var end = window.Available.IndexOf((byte)'\n');
            if (end >= 0)
            {
                window.Consume(end + 1);
                return;
            }
            window.Consume(window.Available.Length);
        }
        while (window.More());
    }
}
