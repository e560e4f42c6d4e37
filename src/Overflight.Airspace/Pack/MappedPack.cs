using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text.Json;

namespace Overflight.Airspace.Pack;

/// <summary>A pack file mapped into memory. The sets it hands out keep it mapped.</summary>
internal sealed unsafe class MappedPack
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private MappedPack(MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        _file = file;
        _view = view;
    }

    public IReadOnlyList<(BoundarySource Source, BoundarySet Set)> Sets { get; private set; } = [];

    /// <exception cref="InvalidDataException">The file is not a pack of this format.</exception>
    public static MappedPack Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < 16)
            throw Damaged(path, "shorter than its head");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        var pack = new MappedPack(file, view);
        // Never released: the view's handle lives as long as the pack, and the pack as long as its sets.
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var head = new ReadOnlySpan<byte>(start, (int)Math.Min(length, int.MaxValue));
        if (!head.StartsWith(PackFormat.Magic))
            throw Damaged(path, "not a boundary pack, or one of another version");
        var metadataLength = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        if (count > 64 || 16 + 16 * (long)count + metadataLength > length)
            throw Damaged(path, "its head points outside it");
        var metadata = JsonSerializer.Deserialize(head.Slice(16 + 16 * (int)count, (int)metadataLength), PackMetadataContext.Default.PackMetadata)
            ?? throw Damaged(path, "no metadata");
        if (metadata.Sets.Count != count)
            throw Damaged(path, "its metadata names another number of sets");
        var sets = new List<(BoundarySource, BoundarySet)>();
        for (var i = 0; i < count; i++)
        {
            var offset = BinaryPrimitives.ReadUInt64LittleEndian(head[(16 + 16 * i)..]);
            var setLength = BinaryPrimitives.ReadUInt64LittleEndian(head[(24 + 16 * i)..]);
            if (offset > (ulong)length || setLength > (ulong)length - offset)
                throw Damaged(path, $"set {i} lies outside it");
            sets.Add((metadata.Sets[i], new BoundarySet(start + offset, (long)setLength, pack, metadata.Sets[i].Claims)));
        }
        pack.Sets = sets;
        return pack;
    }

    private static InvalidDataException Damaged(string path, string why) =>
        new($"{path}: {why}; delete it and run ./overflight again to rebuild it");
}
