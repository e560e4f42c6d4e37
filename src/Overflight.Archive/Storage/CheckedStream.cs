namespace Overflight.Archive.Storage;

/// <summary>Passes written bytes on to a file and keeps the checksum of those since the last <see cref="Cut"/>.</summary>
internal sealed class CheckedStream(string path) : Stream
{
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
    private long _position;
    private long _cut;
    private uint _state = Crc32C.Start;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>What was written since the last call.</summary>
    public ChunkCheck Cut()
    {
        var check = new ChunkCheck(_cut, checked((int)(_position - _cut)), Crc32C.End(_state));
        (_cut, _state) = (_position, Crc32C.Start);
        return check;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _file.Write(buffer);
        _position += buffer.Length;
        _state = Crc32C.Add(_state, buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _file.Flush();

    /// <summary>Writes all to the disk.</summary>
    public void FlushToDisk() => _file.Flush(flushToDisk: true);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
