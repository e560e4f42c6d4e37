namespace Overflight.Cli.Video;

/// <summary>Passes on the packets of a transport stream, as many as are wanted; each is written by itself. The stream behind stays open.</summary>
internal sealed class CountingStream(Stream inner, LiveLimits? limits) : Stream
{
    private const int PacketBytes = 188;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (limits?.Count(buffer.Length / PacketBytes) != false)
            inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
