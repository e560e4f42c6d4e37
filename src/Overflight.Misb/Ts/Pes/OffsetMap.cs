namespace Overflight.Misb.Ts;

/// <summary>Where the pieces of a gathered unit lie in the stream. Kept from unit to unit, so it allocates only while it grows.</summary>
internal sealed class OffsetMap
{
    private int[] _positions = new int[16];
    private long[] _offsets = new long[16];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Says that the bytes from a position on lie at an offset; positions come in rising order.</summary>
    public void Add(int position, long offset)
    {
        if (_count == _positions.Length)
        {
            Array.Resize(ref _positions, 2 * _count);
            Array.Resize(ref _offsets, 2 * _count);
        }
        (_positions[_count], _offsets[_count]) = (position, offset);
        _count++;
    }

    public long OffsetOf(int position)
    {
        var piece = PieceOf(position);
        return piece < 0 ? 0 : _offsets[piece] + position - _positions[piece];
    }

    /// <summary>Appends what another map says of a range, moved to a position of this one.</summary>
    public void AddRange(OffsetMap from, int start, int length, int position)
    {
        Add(position, from.OffsetOf(start));
        for (var piece = from.PieceOf(start) + 1; piece < from._count && from._positions[piece] < start + length; piece++)
            Add(position + from._positions[piece] - start, from._offsets[piece]);
    }

    private int PieceOf(int position)
    {
        var found = Array.BinarySearch(_positions, 0, _count, position);
        return found >= 0 ? found : ~found - 1;
    }
}
