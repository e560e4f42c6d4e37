namespace Overflight.Scenery.Picture;

/// <summary>Fills convex polygons, their edges smooth. Not safe for use by several threads at once.</summary>
internal sealed class PolygonFill
{
    private const int Lines = 4;
    private readonly int[] _cover = new int[4096];

    /// <summary>Fills a polygon.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="corners">Its corners in pixels, in order.</param>
    /// <param name="colour">Luma and chroma, video range.</param>
    /// <param name="part">How opaque, 0 to 256.</param>
    public void Fill(PictureFrame frame, ReadOnlySpan<(float X, float Y)> corners, (int Luma, int Blue, int Red) colour, int part)
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var (x, y) in corners)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        if (!(left < frame.Width && right > 0 && top < frame.Height && bottom > 0))
            return;
        var (x0, x1) = (Math.Max(0, (int)left), Math.Min(frame.Width - 1, (int)right));
        for (var row = Math.Max(0, (int)top); row <= Math.Min(frame.Height - 1, (int)bottom); row++)
        {
            var cover = _cover.AsSpan(x0, x1 - x0 + 1);
            cover.Clear();
            for (var line = 0; line < Lines; line++)
                if (Span(corners, row + (line + 0.5f) / Lines) is var (from, to) && to > from)
                    Cover(cover, from - x0, to - x0);
            Blend(frame, row, x0, cover, colour, part);
        }
    }

    private static (float From, float To) Span(ReadOnlySpan<(float X, float Y)> corners, float y)
    {
        var (from, to) = (float.MaxValue, float.MinValue);
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (a.Y <= y == b.Y <= y)
                continue;
            var x = a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X);
            (from, to) = (Math.Min(from, x), Math.Max(to, x));
        }
        return (from, to);
    }

    // Each line holds a quarter of 256 a pixel.
    private static void Cover(Span<int> cover, float from, float to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(cover.Length, to));
        for (var i = (int)from; i < to; i++)
            cover[i] += (int)(64 * (Math.Min(to, i + 1) - Math.Max(from, i)));
    }

    private static void Blend(PictureFrame frame, int row, int x0, Span<int> cover, (int Luma, int Blue, int Red) colour, int part)
    {
        var luma = frame.Luma(row);
        var chroma = frame.Chroma(row);
        for (var i = 0; i < cover.Length; i++)
        {
            var weight = cover[i] * part >> 8;
            if (weight <= 0)
                continue;
            var x = x0 + i;
            luma[x] = (byte)Math.Clamp(luma[x] + ((colour.Luma - luma[x]) * weight >> 8), 16, 235);
            // Four pixels share their chroma; each brings it near by its part.
            var at = x & ~1;
            chroma[at] = (byte)(chroma[at] + ((colour.Blue - chroma[at]) * weight >> 9));
            chroma[at + 1] = (byte)(chroma[at + 1] + ((colour.Red - chroma[at + 1]) * weight >> 9));
        }
    }
}
