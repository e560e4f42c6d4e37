namespace Overflight.Feeds;

/// <summary>One row of a table by role: the bytes of each cell, whatever table they came from. Used again for every row.</summary>
internal sealed class Row
{
    private const int Cells = (int)ColumnRole.Count + ColumnNames.TimeSlots;
    private readonly int[] _start = new int[Cells];
    private readonly int[] _length = new int[Cells];
    private readonly double[] _scale = new double[Cells];
    private readonly byte[] _rank = new byte[Cells];
    private byte[] _text = new byte[1024];
    private int _used;
    private ulong _has;

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        _used = 0;
        _has = 0;
    }

    /// <summary>Puts a cell in; blank cells are as none, and a cell of lower rank wins.</summary>
    public void Set(in ColumnBinding binding, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !binding.IsUsed)
            return;
        var cell = binding.Role == ColumnRole.Time ? (int)ColumnRole.Count + binding.Rank : (int)binding.Role;
        if (Has(cell) && _rank[cell] <= binding.Rank)
            return;
        if (text.Length > _text.Length - _used)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + text.Length));
        text.CopyTo(_text.AsSpan(_used));
        _start[cell] = _used;
        _length[cell] = text.Length;
        _scale[cell] = binding.Scale;
        _rank[cell] = (byte)Math.Min(binding.Rank, 255);
        _used += text.Length;
        _has |= 1UL << cell;
    }

    /// <summary>Puts a cell in whatever stood there before.</summary>
    public void Replace(in ColumnBinding binding, ReadOnlySpan<byte> text)
    {
        if (binding.Rank == 0)
            _has &= ~(1UL << (int)binding.Role);
        Set(binding, text);
    }

    public bool Has(ColumnRole role) => Has((int)role);

    public ReadOnlySpan<byte> Text(ColumnRole role) => Text((int)role);

    /// <summary>A cell as a number in the unit of its role; NaN where there is none or it is no number.</summary>
    public double Number(ColumnRole role)
    {
        var cell = (int)role;
        return Has(cell) && DecimalText.TryParse(Text(cell), out var number) ? number * _scale[cell] : double.NaN;
    }

    public double Scale(ColumnRole role) => _scale[(int)role];

    public ReadOnlySpan<byte> TimeText(int slot) => Text((int)ColumnRole.Count + slot);

    public double TimeScale(int slot) => _scale[(int)ColumnRole.Count + slot];

    private bool Has(int cell) => (_has >> cell & 1) != 0;

    private ReadOnlySpan<byte> Text(int cell) => Has(cell) ? _text.AsSpan(_start[cell], _length[cell]) : default;
}
