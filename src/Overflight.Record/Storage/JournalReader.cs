using Overflight.Record.Merkle;

namespace Overflight.Record.Storage;

/// <summary>
/// Reads a journal from its beginning. A tail that is not whole was never acknowledged and ends it; damage to what was acknowledged
/// is an error. The two are told apart: a write cut short ends the file within the entry, or leaves zeros where the entry goes on.
/// </summary>
internal sealed class JournalReader : IDisposable
{
    private const int Sector = 512;

    /// <summary>Fewer zeros may be there by chance.</summary>
    private const int FewestZeros = 4;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly byte[] _record = new byte[JournalFormat.EntryOverhead + ushort.MaxValue];

    public JournalReader(string path)
    {
        _path = path;
        _stream = new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 1 << 16 });
        var header = new byte[JournalFormat.HeaderLength];
        var read = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        (BaseSize, BaseRoot) = JournalFormat.ReadHeader(header.AsSpan(0, read), path);
        Offset = JournalFormat.HeaderLength;
    }

    public long BaseSize { get; }

    public MerkleHash BaseRoot { get; }

    /// <summary>The end of the entries read so far: where the next append goes.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes behind the last whole entry that belong to a write that was never acknowledged.</summary>
    public long TornBytes => _stream.Length - Offset;

    /// <summary>Reads the next entry; false at the end. The memory is good until the next call.</summary>
    /// <exception cref="RecordException">What was acknowledged is damaged.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> entry, out MerkleHash leaf)
    {
        (entry, leaf) = (default, default);
        if (_stream.ReadAtLeast(_record.AsSpan(0, JournalFormat.HeadLength), JournalFormat.HeadLength, throwOnEndOfStream: false) < JournalFormat.HeadLength)
            return false;
        if (JournalFormat.ReadHead(_record) is not { } length)
            return EndsHere(JournalFormat.HeadLength, "its head is not one");
        var rest = length + MerkleHash.Size;
        if (_stream.ReadAtLeast(_record.AsSpan(JournalFormat.HeadLength, rest), rest, throwOnEndOfStream: false) < rest)
            return false;
        entry = _record.AsMemory(JournalFormat.HeadLength, length);
        leaf = MerkleHash.From(_record.AsSpan(JournalFormat.HeadLength + length, MerkleHash.Size));
        if (MerkleTree.HashLeaf(entry.Span) != leaf)
            return EndsHere(JournalFormat.EntryOverhead + length, "its hash is not that of its bytes");
        Offset += JournalFormat.EntryOverhead + length;
        return true;
    }

    public void Dispose() => _stream.Dispose();

    private bool EndsHere(int length, string reason)
    {
        if (HoldsUnwrittenSector(length))
            return false;
        throw new RecordException(_path, $"the entry at byte {Offset} is damaged: {reason}; it was acknowledged, so it is not dropped. Restore the journal from a copy, then run \"overflight record fsck\"");
    }

    /// <summary>File systems extend a file before they fill it, sector by sector: a write cut short leaves zeros to a sector's end.</summary>
    private bool HoldsUnwrittenSector(int length)
    {
        var record = new byte[length + Sector];
        _stream.Position = Offset;
        var bytes = record.AsSpan(0, _stream.ReadAtLeast(record, record.Length, throwOnEndOfStream: false));
        for (var begin = 0; begin < Math.Min(length, bytes.Length);)
        {
            var end = (int)Math.Min(begin + Sector - (Offset + begin) % Sector, bytes.Length);
            if (end - begin >= FewestZeros && !bytes[begin..end].ContainsAnyExcept((byte)0))
                return true;
            begin = end;
        }
        return false;
    }
}
