namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>Reads a stream with some of its bytes replaced.</summary>
/// <param name="inner">The stream, from its start; not closed.</param>
/// <param name="patches">Bytes by offset.</param>
internal sealed class PatchedStream(Stream inner, SortedDictionary<long, byte> patches) : Stream
{
    private readonly KeyValuePair<long, byte>[] _patches = [.. patches];
    private long _at;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        for (; _next < _patches.Length && _patches[_next].Key < _at + count; _next++)
            buffer[(int)(_patches[_next].Key - _at)] = _patches[_next].Value;
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
