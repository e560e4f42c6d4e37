namespace Overflight.Patterns.Kinds;

/// <summary>The least or greatest value of a window that moves along a sequence, in constant time a step.</summary>
internal sealed class MonotoneWindow(bool isLeast)
{
    private int[] _indices = [];
    private double[] _values = [];
    private int _head;
    private int _tail;

    /// <summary>The least or greatest of the window; it must not be empty.</summary>
    public double Value => _values[_head];

    /// <summary>Begins anew with room for a sequence.</summary>
    public void Clear(int length)
    {
        if (_indices.Length < length)
            (_indices, _values) = (new int[length], new double[length]);
        (_head, _tail) = (0, 0);
    }

    /// <summary>Moves the window's end to the next element.</summary>
    public void Push(int index, double value)
    {
        while (_tail > _head && (isLeast ? _values[_tail - 1] >= value : _values[_tail - 1] <= value))
            _tail--;
        (_indices[_tail], _values[_tail]) = (index, value);
        _tail++;
    }

    /// <summary>Moves the window's start.</summary>
    public void DropBefore(int index)
    {
        while (_head < _tail && _indices[_head] < index)
            _head++;
    }
}
