using System.Buffers;

namespace Overflight.Feeds;

/// <summary>A window that slides over a stream and grows to hold one record, up to a limit.</summary>
internal sealed class ByteWindow(Stream stream, int maximum = ByteWindow.DefaultMaximum) : IDisposable
{
    /// <summary>The longest record read whole, bytes.</summary>
    public const int DefaultMaximum = 1 << 20;

    private const int StartSize = 1 << 18;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(StartSize);
    private int _start;
    private int _end;
    private bool _ended;
    private int _maximum = maximum;

    /// <summary>What is in the window.</summary>
    public ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Where the window starts, plain bytes from the start of the input.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the window holds as much as it may and nothing was consumed; only a record too long does that.</summary>
    public bool IsFull => _end - _start >= _maximum;

    /// <summary>Lets records grow to another limit.</summary>
    public void AllowRecordsOf(int bytes) => _maximum = bytes;

    public void Consume(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>
    /// Brings in more bytes behind those available, at least as many again while the input has them, so that a
    /// long record is looked at anew only a few times. False at the end of the input, or when <see cref="IsFull"/>.</summary>
    public bool More()
    {
        if (_ended || IsFull)
            return false;
        if (_end == _buffer.Length)
            MakeRoom();
        else if (_start == _end)
            _start = _end = 0;
        var before = _end;
        var wanted = Math.Min(_buffer.Length, _end + (_end - _start));
        do
        {
            var read = stream.Read(_buffer.AsSpan(_end));
            _end += read;
            _ended = read == 0;
        }
        while (!_ended && _end < wanted);
        return _end > before;
    }

    /// <summary>Fills the window to a size if the input has as much, and shows it.</summary>
    public ReadOnlySpan<byte> Peek(int size)
    {
        while (_end - _start < size && More())
        {
        }
        return Available[..Math.Min(size, _end - _start)];
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        if (held > _buffer.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Available.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            Available.CopyTo(_buffer);
        }
        _start = 0;
        _end = held;
    }
}
