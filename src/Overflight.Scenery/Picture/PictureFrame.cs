namespace Overflight.Scenery.Picture;

/// <summary>A picture in NV12: luma row by row, then a pair of chroma for each square of four, ITU-R BT.709, video range (16 to 235).</summary>
public sealed class PictureFrame
{
    /// <summary>A black picture.</summary>
    /// <param name="width">In pixels, 64 to 4096, a multiple of 16.</param>
    /// <param name="height">In pixels, 64 to 4096, a multiple of 4.</param>
    public PictureFrame(int width, int height)
    {
        if (width is < 64 or > 4096 || width % 16 != 0 || height is < 64 or > 4096 || height % 4 != 0)
            throw new ArgumentException($"A picture is 64 to 4096 pixels wide, a multiple of 16, and 64 to 4096 high, a multiple of 4; not {width} x {height}.");
        (Width, Height, Bytes) = (width, height, new byte[width * height * 3 / 2]);
        Bytes.AsSpan(0, width * height).Fill(16);
        Bytes.AsSpan(width * height).Fill(128);
    }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>The picture, as FFmpeg takes it (nv12).</summary>
    public byte[] Bytes { get; }

    internal Span<byte> Luma(int row) => Bytes.AsSpan(row * Width, Width);

    internal Span<byte> Chroma(int row) => Bytes.AsSpan(Width * Height + (row >> 1) * Width, Width);

    /// <summary>The picture as red, green, blue, a byte each, rows from the top.</summary>
    public byte[] ToRgb()
    {
        var rgb = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var luma = (Luma(y)[x] - 16) * 255 / 219.0;
                var (blue, red) = ((Chroma(y)[x & ~1] - 128) * 255 / 224.0, (Chroma(y)[x | 1] - 128) * 255 / 224.0);
                var at = (y * Width + x) * 3;
                rgb[at] = (byte)Math.Clamp(luma + 1.5748 * red + 0.5, 0, 255);
                rgb[at + 1] = (byte)Math.Clamp(luma - 0.1873 * blue - 0.4681 * red + 0.5, 0, 255);
                rgb[at + 2] = (byte)Math.Clamp(luma + 1.8556 * blue + 0.5, 0, 255);
            }
        return rgb;
    }
}
