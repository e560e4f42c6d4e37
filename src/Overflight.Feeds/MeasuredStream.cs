using System.Security.Cryptography;

namespace Overflight.Feeds;

/// <summary>Counts and hashes the bytes of an input as they are read, tells of progress, and heeds cancellation.</summary>
internal sealed class MeasuredStream(Stream inner, bool hash, IProgress<long>? progress, CancellationToken cancellation) : ForwardStream
{
    private const long ProgressStep = 1 << 20;
    private readonly IncrementalHash? _hash = hash ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private long _told;

    public long Bytes { get; private set; }

    /// <summary>Whether the last read brought less than was asked for, as it does at the end of a file.</summary>
    public bool EndIsNear { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        EndIsNear = read < buffer.Length;
        _hash?.AppendData(buffer[..read]);
        Bytes += read;
        if (Bytes - _told >= ProgressStep || (read == 0 && Bytes > _told))
        {
            _told = Bytes;
            progress?.Report(Bytes);
        }
        return read;
    }

    /// <summary>Reads what a format's reader left (trailing bytes), so that count and hash cover the whole input.</summary>
    public void ReadToEnd()
    {
        Span<byte> rest = stackalloc byte[8192];
        while (Read(rest) > 0)
        {
        }
    }

    public string HashText() => _hash is null ? "" : Convert.ToHexStringLower(_hash.GetCurrentHash());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash?.Dispose();
        base.Dispose(disposing);
    }
}
