using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>
/// The first directory of a TIFF file, classic (TIFF 6.0, section 2) or BigTIFF, in either byte order. Values are read when they are asked for,
/// so that long tables of offsets take no memory.
/// </summary>
internal sealed class TiffFile
{
    private const int MostEntries = 4096;

    private readonly Dictionary<TiffTag, TiffEntry> _entries = [];
    private readonly bool _isLittle;
    private readonly bool _isBigTiff;

    /// <summary>Reads the header and the directory.</summary>
    /// <exception cref="InvalidDataException">The file is not TIFF, or its directory is damaged.</exception>
    public TiffFile(string path)
    {
        Path = path;
        using var handle = Open();
        Span<byte> header = stackalloc byte[16];
        header = header[..FileBytes.Read(handle, 0, header)];
        if (header.Length < 8 || !(header.StartsWith("II"u8) || header.StartsWith("MM"u8)))
            throw new InvalidDataException("not TIFF: it does not begin with II or MM");
        _isLittle = header[0] == 'I';
        _isBigTiff = U16(header[2..]) switch
        {
            42 => false,
            43 when header.Length == 16 && U16(header[4..]) == 8 && U16(header[6..]) == 0 => true,
            var version => throw new InvalidDataException($"not TIFF: version {version}"),
        };
        ReadDirectory(handle, Offset(_isBigTiff ? U64(header[8..]) : U32(header[4..])));
    }

    public string Path { get; }

    /// <summary>Whether numbers have their lowest byte first.</summary>
    public bool IsLittleEndian => _isLittle;

    /// <summary>Opens the file for <see cref="Unsigned(SafeFileHandle, TiffEntry, long)"/>.</summary>
    public SafeFileHandle Open() => File.OpenHandle(Path);

    /// <summary>A field; null where there is none.</summary>
    public TiffEntry? Find(TiffTag tag) => _entries.TryGetValue(tag, out var entry) ? entry : null;

    /// <summary>A field that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public TiffEntry Need(TiffTag tag) => Find(tag) ?? throw new InvalidDataException($"no {tag} (tag {(ushort)tag})");

    /// <summary>The first value of a field; what is given where there is no such field.</summary>
    /// <exception cref="InvalidDataException">It has no whole numbers, or another number of values than expected.</exception>
    public ulong Unsigned(TiffTag tag, ulong? otherwise = null)
    {
        if (Find(tag) is not { } entry)
            return otherwise ?? throw new InvalidDataException($"no {tag} (tag {(ushort)tag})");
        using var handle = Open();
        return Unsigned(handle, entry, 0);
    }

    /// <summary>A value of a field of whole numbers.</summary>
    /// <exception cref="InvalidDataException">The field has no such value.</exception>
    public ulong Unsigned(SafeFileHandle handle, TiffEntry entry, long index)
    {
        if ((ulong)index >= entry.Count || entry.Type is not (1 or 3 or 4 or 13 or 16 or 18))
            throw new InvalidDataException($"{entry.Name} has {entry.Count} values of type {entry.Type}: no whole number {index}");
        Span<byte> bytes = stackalloc byte[8];
        bytes = bytes[..entry.ValueBytes];
        Fill(handle, entry, entry.Offset + index * entry.ValueBytes, bytes);
        return bytes.Length switch { 1 => bytes[0], 2 => U16(bytes), 4 => U32(bytes), _ => U64(bytes) };
    }

    /// <summary>All the values of a field of the given type, as they stand; empty where there is no such field.</summary>
    /// <exception cref="InvalidDataException">They are of another type, or more than may be.</exception>
    public byte[] Bytes(TiffTag tag, ushort type, int mostValues)
    {
        if (Find(tag) is not { } entry)
            return [];
        if (entry.Type != type || entry.Count > (ulong)mostValues)
            throw new InvalidDataException($"{entry.Name} has {entry.Count} values of type {entry.Type}, not up to {mostValues} of type {type}");
        var bytes = new byte[(int)entry.Count * entry.ValueBytes];
        using var handle = Open();
        Fill(handle, entry, entry.Offset, bytes);
        return bytes;
    }

    /// <summary>The numbers of a field of doubles.</summary>
    /// <exception cref="InvalidDataException">They are of another type, or more than may be.</exception>
    public double[] Doubles(TiffTag tag, int mostValues)
    {
        var bytes = Bytes(tag, 12, mostValues);
        var numbers = new double[bytes.Length / 8];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BitConverter.UInt64BitsToDouble(U64(bytes.AsSpan(8 * i)));
        return numbers;
    }

    /// <summary>The numbers of a field of shorts.</summary>
    /// <exception cref="InvalidDataException">They are of another type, or more than may be.</exception>
    public ushort[] Shorts(TiffTag tag, int mostValues)
    {
        var bytes = Bytes(tag, 3, mostValues);
        var numbers = new ushort[bytes.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = U16(bytes.AsSpan(2 * i));
        return numbers;
    }

    /// <summary>The text of a field, without what ends it.</summary>
    /// <exception cref="InvalidDataException">It is of another type, or longer than may be.</exception>
    public string Text(TiffTag tag, int mostBytes) => Encoding.Latin1.GetString(Bytes(tag, 2, mostBytes)).Split('\0')[0].Trim();

    private ushort U16(ReadOnlySpan<byte> bytes) => _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint U32(ReadOnlySpan<byte> bytes) => _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private ulong U64(ReadOnlySpan<byte> bytes) => _isLittle ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);

    private void ReadDirectory(SafeFileHandle handle, long offset)
    {
        var (countBytes, entryBytes) = _isBigTiff ? (8, 20) : (2, 12);
        Span<byte> head = stackalloc byte[countBytes];
        if (FileBytes.Read(handle, offset, head) < countBytes)
            throw new InvalidDataException($"no directory at offset {offset}: the file ends before");
        var count = _isBigTiff ? U64(head) : U16(head);
        if (count is 0 or > MostEntries)
            throw new InvalidDataException($"the directory at offset {offset} has {count} fields");
        var bytes = new byte[(int)count * entryBytes];
        if (FileBytes.Read(handle, offset + countBytes, bytes) < bytes.Length)
            throw new InvalidDataException($"the directory at offset {offset}: the file ends before its {count} fields do");
        for (var i = 0; i < (int)count; i++)
        {
            var at = bytes.AsSpan(i * entryBytes, entryBytes);
            var entry = new TiffEntry((TiffTag)U16(at), U16(at[2..]), _isBigTiff ? U64(at[4..]) : U32(at[4..]), 0);
            var inline = _isBigTiff ? 8 : 4;
            // Values that fit stand in place of their offset.
            var isInline = entry.ValueBytes == 0 || entry.Count <= (ulong)(inline / entry.ValueBytes);
            var place = isInline ? offset + countBytes + i * entryBytes + entryBytes - inline : Offset(_isBigTiff ? U64(at[12..]) : U32(at[8..]));
            _entries.TryAdd(entry.Tag, entry with { Offset = place });
        }
    }

    private static void Fill(SafeFileHandle handle, TiffEntry entry, long offset, Span<byte> bytes)
    {
        if (FileBytes.Read(handle, offset, bytes) < bytes.Length)
            throw new InvalidDataException($"{entry.Name}: the file ends before its values at offset {offset}");
    }

    /// <summary>An offset that no file reaches is kept within what can be asked for: the file then ends before it.</summary>
    private static long Offset(ulong offset) => (long)Math.Min(offset, 1UL << 60);
}
