namespace Overflight.Feeds;

/// <summary>
/// Reads a column-oriented table: an object whose members are columns, each an object keyed by row or an array.
/// Columns come one after another, so the table must be held until its end; only columns that are used are.
/// </summary>
internal sealed class JsonColumnReader(ByteWindow window, ReadSession session)
{
    private readonly List<JsonColumn> _columns = [];
    private readonly Dictionary<string, int> _rowOfKey = [];
    private readonly List<string> _keys = [];
    private bool _tooMany;

    public void Read()
    {
        var members = new JsonMembers(window, session);
        if (!members.Enter())
            return;
        while (members.NextKey())
        {
            var binding = ColumnNames.Recognise(members.Key);
            var opening = members.Next();
            if (!binding.IsUsed || opening is not ((byte)'{' or (byte)'['))
            {
                members.Skip();
                continue;
            }
            var column = new JsonColumn(binding);
            _columns.Add(column);
            window.Consume(1);
            if (!ReadCells(column, members.Key, opening == '{'))
                break;
        }
        HandOnRows();
    }

    /// <summary>Reads a column's cells; false when the table cannot be read further.</summary>
    private bool ReadCells(JsonColumn column, string name, bool isKeyed)
    {
        var closing = isKeyed ? (byte)'}' : (byte)']';
        var index = 0;
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
                if (next == closing)
                {
                    window.Consume(mark + 1);
                    return true;
                }
                var key = isKeyed ? scanner.ReadKey() : default;
                if (!scanner.IsGood)
                    break;
                var row = isKeyed ? RowOf(key, index) : index;
                scanner.Next();
                var start = scanner.Position;
                var kind = scanner.ReadScalar(out _, out var text);
                if (kind is JsonKind.Object or JsonKind.Array)
                    scanner.SkipValue();
                if (!scanner.IsGood)
                    break;
                if (kind is not (JsonKind.String or JsonKind.Null or JsonKind.Object or JsonKind.Array))
                    text = scanner.Data[start..scanner.Position];
                if (row >= 0 && !column.TryAdd(row, JsonText.Plain(text)))
                    session.Refuse(RejectionKind.Malformed, window.Offset + mark, row, name, "this row stands twice or out of order in its column");
                index++;
            }
            var failedAt = scanner.Position - mark;
            window.Consume(mark);
            if (scanner.State == ScanState.NeedsMore && window.More())
                continue;
            if (scanner.State == ScanState.Bad)
                session.Refuse(RejectionKind.Malformed, window.Offset + failedAt, index, name, "not well-formed JSON here; columns from here on are not read");
            else if (window.IsFull)
                session.Refuse(RejectionKind.RecordTooLong, window.Offset, index, name, "a cell longer than a megabyte; columns from here on are not read");
            else
                session.Truncated(window.Offset, index, $"the JSON ends within the column \"{Shown.Of(name)}\"; columns after it are missing, so that rows cannot be put together without them");
            return false;
        }
    }

    /// <summary>The row a key stands for: its place in the first column, −1 where there are too many.</summary>
    private int RowOf(ReadOnlySpan<byte> key, int index)
    {
        if (index < _keys.Count && Matches(key, _keys[index]))
            return index;
        var text = JsonText.Decode(key);
        if (_rowOfKey.TryGetValue(text, out var row))
            return row;
        if (_keys.Count >= session.Options.MaximumBufferedFixes)
        {
            if (!_tooMany)
                session.Refuse(RejectionKind.TooManyRows, window.Offset, _keys.Count, "", $"a table by columns must be held whole, and this one has more than {_keys.Count:N0} rows; the rest is not read");
            _tooMany = true;
            return -1;
        }
        _rowOfKey.Add(text, _keys.Count);
        _keys.Add(text);
        return _keys.Count - 1;
    }

    private static bool Matches(ReadOnlySpan<byte> key, string known)
    {
        if (key.Length != known.Length)
            return false;
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != known[i])
                return false;
        }
        return true;
    }

    private void HandOnRows()
    {
        var rows = _columns.Count == 0 ? 0 : _columns.Max(c => c.Rows);
        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Latitude, ColumnRole.Longitude])
        {
            if (_columns.Exists(c => c.Binding.Role == role))
                continue;
            session.Refuse(RejectionKind.MissingColumn, -1, -1, "", $"no {role.ToString().ToLowerInvariant()} column was found in this table by columns; names known: {ColumnNames.KnownFor(role)}");
            return;
        }
        var interpreter = new RowInterpreter(session, marksRowTimes: true);
        var row = new Row();
        for (var i = 0; i < rows; i++)
        {
            row.Clear();
            foreach (var column in _columns)
                row.Set(column.Binding, column.Cell(i));
            interpreter.Accept(row, i, -1);
        }
        interpreter.Finish();
    }
}
