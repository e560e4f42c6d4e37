namespace Overflight.Misb.Ts;

/// <summary>Where the pieces of a gathered unit lie in the stream. Kept from unit to unit, so it allocates only while it grows.</summary>
internal sealed class OffsetMap(BufferBudget budget)
{
    private const int PieceBytes = sizeof(int) + sizeof(long);
    private const int FirstPieces = 16;
    private int[] _positions = new int[FirstPieces];
    private long[] _offsets = new long[FirstPieces];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Says that the bytes from a position on lie at an offset; positions come in rising order.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Add(int position, long offset)
    {
        if (_count == _positions.Length)
        {
            if (!budget.Take(_count * PieceBytes))
                return false;
            Array.Resize(ref _positions, 2 * _count);
            Array.Resize(ref _offsets, 2 * _count);
        }
        (_positions[_count], _offsets[_count]) = (position, offset);
        _count++;
        return true;
    }

    /// <summary>Forgets everything and gives the memory back.</summary>
    public void Release()
    {
        budget.GiveBack((_positions.Length - FirstPieces) * PieceBytes);
        (_positions, _offsets, _count) = (new int[FirstPieces], new long[FirstPieces], 0);
    }

    public long OffsetOf(int position)
    {
        var piece = PieceOf(position);
        return piece < 0 ? 0 : _offsets[piece] + position - _positions[piece];
    }

    /// <summary>Appends what another map says of a range, moved to a position of this one.</summary>
    /// <returns>Whether there was room.</returns>
    public bool AddRange(OffsetMap from, int start, int length, int position)
    {
        var isRoom = Add(position, from.OffsetOf(start));
        for (var piece = from.PieceOf(start) + 1; isRoom && piece < from._count && from._positions[piece] < start + length; piece++)
            isRoom = Add(position + from._positions[piece] - start, from._offsets[piece]);
        return isRoom;
    }

    private int PieceOf(int position)
    {
        var found = Array.BinarySearch(_positions, 0, _count, position);
        return found >= 0 ? found : ~found - 1;
    }
}
