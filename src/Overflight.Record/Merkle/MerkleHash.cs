using System.Runtime.Intrinsics;

namespace Overflight.Record.Merkle;

/// <summary>A SHA-256 hash of a leaf or a node of the tree: 32 bytes. Its text is base64 (RFC 4648, section 4).</summary>
public readonly struct MerkleHash : IEquatable<MerkleHash>
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private readonly Vector256<byte> _bytes;

    private MerkleHash(Vector256<byte> bytes) => _bytes = bytes;

    /// <summary>The hash that 32 bytes hold.</summary>
    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static MerkleHash From(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new(Vector256.Create(bytes))
        : throw new ArgumentException($"a hash has 32 bytes, not {bytes.Length}", nameof(bytes));

    /// <summary>Reads the base64 of a hash, strictly: 44 characters, canonical.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MerkleHash hash)
    {
        hash = default;
        if (text.Length != 44 || StrictBase64.Decode(text) is not { Length: Size } bytes)
            return false;
        hash = From(bytes);
        return true;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination) => _bytes.CopyTo(destination);

    /// <summary>The 32 bytes as a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The hash in base64url without padding, as leaves name one another.</summary>
    public string ToBase64Url() => System.Buffers.Text.Base64Url.EncodeToString(ToArray());

    /// <inheritdoc/>
    public bool Equals(MerkleHash other) => _bytes == other._bytes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MerkleHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bytes.AsInt32()[0];

    /// <summary>Whether both are the same hash.</summary>
    public static bool operator ==(MerkleHash left, MerkleHash right) => left.Equals(right);

    /// <summary>Whether the hashes differ.</summary>
    public static bool operator !=(MerkleHash left, MerkleHash right) => !left.Equals(right);

    /// <summary>The hash in base64.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
