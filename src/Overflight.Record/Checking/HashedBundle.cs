using System.Buffers.Binary;
using System.Security.Cryptography;
using Overflight.Record.Merkle;
using Overflight.Record.Tiles;

namespace Overflight.Record.Checking;

/// <summary>An entry bundle with the hashes of its entries, computed anew.</summary>
/// <param name="Bytes">The bundle; null where it is missing.</param>
/// <param name="Hashes">32 bytes for each entry that is whole.</param>
/// <param name="Fault">What is wrong with the bundle itself.</param>
internal sealed record HashedBundle(byte[]? Bytes, byte[] Hashes, string? Fault)
{
    public int Count => Hashes.Length / MerkleHash.Size;

    public static HashedBundle Missing(string reason) => new(null, [], reason);

    /// <summary>Hashes the first entries of a bundle, without copying them: the byte before each holds the zero of its leaf while it is hashed.</summary>
    public static HashedBundle Of(byte[] bytes, int width)
    {
        var hashes = new byte[width * MerkleHash.Size];
        var offset = 0;
        for (var i = 0; i < width; i++)
        {
            if (bytes.Length - offset < 2 || BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(offset)) is var length && bytes.Length - offset - 2 < length)
                return new(bytes, hashes[..(i * MerkleHash.Size)], $"ends within its entry {i}, at byte {offset}");
            var low = bytes[offset + 1];
            bytes[offset + 1] = 0;
            SHA256.HashData(bytes.AsSpan(offset + 1, length + 1), hashes.AsSpan(i * MerkleHash.Size));
            bytes[offset + 1] = low;
            offset += 2 + length;
        }
        return new(bytes, hashes, offset == bytes.Length || width < TilePath.Width ? null : $"has {bytes.Length - offset} bytes behind its 256 entries, from byte {offset} on");
    }

    /// <summary>Where an entry's bytes begin in the bundle.</summary>
    public int OffsetOf(int place)
    {
        int offset = 0, length = 0;
        for (var i = 0; i <= place && EntryBundle.TryRead(Bytes, ref offset, out var entry); i++)
            length = entry.Length;
        return offset - length;
    }
}
