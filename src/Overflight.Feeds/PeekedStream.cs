namespace Overflight.Feeds;

/// <summary>A stream whose first bytes were looked at and are given again.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _first;
    private readonly int _count;
    private int _given;

    public PeekedStream(Stream inner, int count)
    {
        _inner = inner;
        _first = new byte[count];
        _count = inner.ReadAtLeast(_first, count, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> First => _first.AsSpan(0, _count);

    public override int Read(Span<byte> buffer)
    {
        if (_given == _count)
            return _inner.Read(buffer);
        var n = Math.Min(buffer.Length, _count - _given);
        _first.AsSpan(_given, n).CopyTo(buffer);
        _given += n;
        return n;
    }
}
