namespace Overflight.Feeds;

/// <summary>One column of a column-oriented table: its cells as bytes, by row.</summary>
internal sealed class JsonColumn(ColumnBinding binding)
{
    private readonly List<int> _ends = [];
    private byte[] _text = new byte[1 << 12];
    private int _used;

    public ColumnBinding Binding { get; } = binding;

    public int Rows => _ends.Count;

    /// <summary>The bytes held, over all cells.</summary>
    public int Bytes => _used;

    /// <summary>Adds a cell for a row; rows that were left out stay blank. Rows must come in order.</summary>
    public bool TryAdd(int row, ReadOnlySpan<byte> cell)
    {
        if (row < _ends.Count || cell.Length > Array.MaxLength / 2 - _used)
            return false;
        while (_ends.Count < row)
            _ends.Add(_used);
        if (cell.Length > _text.Length - _used)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + cell.Length));
        cell.CopyTo(_text.AsSpan(_used));
        _used += cell.Length;
        _ends.Add(_used);
        return true;
    }

    public ReadOnlySpan<byte> Cell(int row)
    {
        if (row >= _ends.Count)
            return default;
        var start = row == 0 ? 0 : _ends[row - 1];
        return _text.AsSpan(start, _ends[row] - start);
    }
}
