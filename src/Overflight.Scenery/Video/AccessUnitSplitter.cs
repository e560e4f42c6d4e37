namespace Overflight.Scenery.Video;

/// <summary>Cuts an H.264 byte stream (ISO/IEC 14496-10, annex B) into access units at their delimiters (nal_unit_type 9), which the encoder is told to write.</summary>
internal sealed class AccessUnitSplitter(Action<ReadOnlySpan<byte>> take)
{
    private const int Delimiter = 9;

    private byte[] _bytes = new byte[1 << 16];
    private int _count;
    private int _searched;

    /// <summary>Takes the next bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_count + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _count + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
        while (Next() is var at && at > 0)
        {
            take(_bytes.AsSpan(0, at));
            _bytes.AsSpan(at, _count - at).CopyTo(_bytes);
            (_count, _searched) = (_count - at, 0);
        }
    }

    /// <summary>Hands on the last unit.</summary>
    public void Complete()
    {
        if (_count > 0)
            take(_bytes.AsSpan(0, _count));
        (_count, _searched) = (0, 0);
    }

    // Where the second delimiter begins, with its zero byte; -1 where none is there yet.
    private int Next()
    {
        for (var at = Math.Max(_searched, 4); ; at++)
        {
            var found = _bytes.AsSpan(at, _count - at).IndexOf<byte>([0, 0, 1]);
            if (found < 0 || at + found + 3 >= _count)
            {
                _searched = Math.Max(at, _count - 4);
                return -1;
            }
            at += found;
            if ((_bytes[at + 3] & 0x1F) == Delimiter)
                return _bytes[at - 1] == 0 ? at - 1 : at;
        }
    }
}
