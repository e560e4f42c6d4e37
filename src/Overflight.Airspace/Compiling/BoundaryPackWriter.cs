using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Compiling;

/// <summary>Writes a pack file of one or more sets: to a temporary name, then renamed, so that no half file is ever opened.</summary>
internal static class BoundaryPackWriter
{
    public static void Write(string path, IReadOnlyList<(BoundarySource Source, byte[] Set)> sets)
    {
        var metadata = JsonSerializer.SerializeToUtf8Bytes(
            new PackMetadata { Format = 1, Sets = [.. sets.Select(s => s.Source with { CompiledSha256 = Convert.ToHexStringLower(SHA256.HashData(s.Set)) })] },
            PackMetadataContext.Default.PackMetadata);
        var head = new byte[16 + 16 * sets.Count];
        PackFormat.Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), (uint)metadata.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), (uint)sets.Count);
        var offset = Aligned(head.Length + metadata.Length);
        for (var i = 0; i < sets.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(16 + 16 * i), (ulong)offset);
            BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(24 + 16 * i), (ulong)sets[i].Set.Length);
            offset = Aligned(offset + sets[i].Set.Length);
        }
        var temporary = path + ".tmp";
        using (var file = File.Create(temporary))
        {
            file.Write(head);
            file.Write(metadata);
            foreach (var (_, set) in sets)
            {
                file.Position = Aligned(file.Position);
                file.Write(set);
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private static long Aligned(long offset) => (offset + PackFormat.Alignment - 1) / PackFormat.Alignment * PackFormat.Alignment;
}
