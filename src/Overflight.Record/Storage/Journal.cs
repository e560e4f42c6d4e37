using Overflight.Record.Merkle;
using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>The file that makes entries durable before tiles are made of them; <see cref="JournalFormat"/> tells its bytes.</summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _stream;
    private byte[] _buffer = new byte[1 << 16];

    private Journal(FileStream stream, long length) => (_stream, Length) = (stream, length);

    /// <summary>Bytes that are durable.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a journal without entries at a path, in the place of one that is there.</summary>
    public static Journal Begin(LogFolder folder, string path, long size, MerkleHash root)
    {
        DurableFile.Write(path, folder.TemporaryFile("journal"), JournalFormat.Header(size, root));
        return Continue(path, JournalFormat.HeaderLength);
    }

    /// <summary>Goes on behind the last whole entry, and drops what follows it.</summary>
    public static Journal Continue(string path, long length)
    {
        var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete, BufferSize = 0 });
        try
        {
            if (stream.Length > length)
            {
                stream.SetLength(length);
                stream.Flush(flushToDisk: true);
            }
            return new(stream, length);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Appends entries in one write and flushes them to the disk. Nothing is acknowledged before this returns.</summary>
    public void Append(ReadOnlySpan<(ReadOnlyMemory<byte> Entry, MerkleHash Leaf)> entries)
    {
        var length = 0;
        foreach (var (entry, _) in entries)
            length += JournalFormat.EntryOverhead + entry.Length;
        if (_buffer.Length < length)
            _buffer = new byte[length];
        var rest = _buffer.AsSpan(0, length);
        foreach (var (entry, leaf) in entries)
        {
            JournalFormat.WriteHead(rest, entry.Length);
            entry.Span.CopyTo(rest[JournalFormat.HeadLength..]);
            leaf.CopyTo(rest[(JournalFormat.HeadLength + entry.Length)..]);
            rest = rest[(JournalFormat.EntryOverhead + entry.Length)..];
        }
        _stream.Position = Length;
        _stream.Write(_buffer.AsSpan(0, length));
        _stream.Flush(flushToDisk: true);
        Length += length;
    }

    public void Dispose() => _stream.Dispose();
}
