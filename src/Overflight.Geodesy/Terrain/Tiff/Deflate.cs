using System.IO.Compression;

namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>Deflate in a zlib wrapper (Adobe's 8 and the older 32946).</summary>
internal static class Deflate
{
    /// <summary>Fills what it can and says how much.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static int Decode(byte[] packed, Span<byte> bytes)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
    }
}
