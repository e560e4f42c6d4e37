using System.IO.Compression;
using System.Security.Cryptography;

namespace Overflight.Patterns.Score;

/// <summary>
/// A model as bytes: <c>OVFSCORE</c>, version 1 (one byte), the SHA-256 of the content, the content's length (32 bits), the content in
/// Brotli. The content, little-endian: variant, types, description, feature names, base rate, kernel, boosted trees, forest, blend.
/// </summary>
internal static class ModelFile
{
    private const byte Version = 1;
    private const int HeaderBytes = 8 + 1 + SHA256.HashSizeInBytes + sizeof(int);
    private const int MostBytes = 1 << 22;

    private static ReadOnlySpan<byte> Magic => "OVFSCORE"u8;

    public static byte[] Write(SurveillanceModel model)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
            ModelContent.Write(writer, model);
        var bytes = content.ToArray();
        using var file = new MemoryStream();
        file.Write(Magic);
        file.WriteByte(Version);
        file.Write(SHA256.HashData(bytes));
        file.Write(BitConverter.GetBytes(bytes.Length));
        using (var packed = new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true))
            packed.Write(bytes);
        return file.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no model, or damaged; the message says how.</exception>
    public static SurveillanceModel Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < HeaderBytes || !file.StartsWith(Magic))
            throw new InvalidDataException($"{name}: not a surveillance model");
        if (file[8] != Version)
            throw new InvalidDataException($"{name}: version {file[8]} of the model format, not {Version}");
        var length = BitConverter.ToInt32(file[(HeaderBytes - sizeof(int))..]);
        if (length is < 0 or > MostBytes)
            throw new InvalidDataException($"{name}: says its content has {length} bytes; at most {MostBytes} are read");
        var content = new byte[length];
        if (!BrotliDecoder.TryDecompress(file[HeaderBytes..], content, out var written) || written != length)
            throw new InvalidDataException($"{name}: damaged, its content cannot be unpacked");
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(file.Slice(9, SHA256.HashSizeInBytes)))
            throw new InvalidDataException($"{name}: damaged, its content does not match its checksum");
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content));
            return ModelContent.Read(reader);
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidDataException)
        {
            throw new InvalidDataException($"{name}: its content is no model of this program: {e.Message}", e);
        }
    }
}
