namespace Overflight.Scenery.Picture;

/// <summary>Letters of five by seven dots, our own, drawn white with a dark edge.</summary>
internal static class Lettering
{
    public const int Advance = 6;
    public const int Height = 7;

    // Seven rows of five dots, the left one highest; rows are told apart by spaces.
    private static readonly Dictionary<char, byte[]> s_letters = new()
    {
        ['A'] = Rows(0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001),
        ['B'] = Rows(0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110),
        ['C'] = Rows(0b01111, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b01111),
        ['D'] = Rows(0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110),
        ['E'] = Rows(0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111),
        ['F'] = Rows(0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000),
        ['G'] = Rows(0b01111, 0b10000, 0b10000, 0b10011, 0b10001, 0b10001, 0b01111),
        ['H'] = Rows(0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001),
        ['I'] = Rows(0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110),
        ['J'] = Rows(0b00111, 0b00010, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100),
        ['K'] = Rows(0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001),
        ['L'] = Rows(0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111),
        ['M'] = Rows(0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001),
        ['N'] = Rows(0b10001, 0b11001, 0b11001, 0b10101, 0b10011, 0b10011, 0b10001),
        ['O'] = Rows(0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110),
        ['P'] = Rows(0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000, 0b10000),
        ['Q'] = Rows(0b01110, 0b10001, 0b10001, 0b10001, 0b10101, 0b10010, 0b01101),
        ['R'] = Rows(0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001),
        ['S'] = Rows(0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110),
        ['T'] = Rows(0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100),
        ['U'] = Rows(0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110),
        ['V'] = Rows(0b10001, 0b10001, 0b10001, 0b01010, 0b01010, 0b00100, 0b00100),
        ['W'] = Rows(0b10001, 0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001),
        ['X'] = Rows(0b10001, 0b01010, 0b01010, 0b00100, 0b01010, 0b01010, 0b10001),
        ['Y'] = Rows(0b10001, 0b01010, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100),
        ['Z'] = Rows(0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b11111),
        ['0'] = Rows(0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110),
        ['1'] = Rows(0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110),
        ['2'] = Rows(0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111),
        ['3'] = Rows(0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110),
        ['4'] = Rows(0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010),
        ['5'] = Rows(0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110),
        ['6'] = Rows(0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110),
        ['7'] = Rows(0b11111, 0b00001, 0b00010, 0b00010, 0b00100, 0b00100, 0b00100),
        ['8'] = Rows(0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110),
        ['9'] = Rows(0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100),
        ['-'] = Rows(0, 0, 0, 0b11111, 0, 0, 0),
        ['+'] = Rows(0, 0b00100, 0b00100, 0b11111, 0b00100, 0b00100, 0),
        ['.'] = Rows(0, 0, 0, 0, 0, 0b00110, 0b00110),
        [':'] = Rows(0, 0b00110, 0b00110, 0, 0b00110, 0b00110, 0),
        ['/'] = Rows(0b00001, 0b00010, 0b00010, 0b00100, 0b01000, 0b01000, 0b10000),
        ['°'] = Rows(0b00110, 0b01001, 0b00110, 0, 0, 0, 0),
    };

    /// <summary>Writes a line; letters that are not known are left out. Nothing is drawn beyond the picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="text">Capitals, digits, - + . : / °.</param>
    /// <param name="left">The first column.</param>
    /// <param name="top">The first row.</param>
    /// <param name="scale">Pixels a dot.</param>
    public static void Write(PictureFrame frame, ReadOnlySpan<char> text, int left, int top, int scale)
    {
        // The edge first, so that letters lie on top of it.
        for (var pass = 0; pass < 2; pass++)
            for (var n = 0; n < text.Length; n++)
                if (s_letters.TryGetValue(text[n], out var rows))
                    for (var row = 0; row < Height; row++)
                        for (var dot = 0; dot < 5; dot++)
                            if ((rows[row] >> (4 - dot) & 1) == 1)
                            {
                                var (x, y) = (left + (n * Advance + dot) * scale, top + row * scale);
                                if (pass == 0)
                                    Paint(frame, x - 1, y - 1, scale + 2, 24);
                                else
                                    Paint(frame, x, y, scale, 228);
                            }
    }

    /// <summary>Fills a square with grey.</summary>
    public static void Paint(PictureFrame frame, int left, int top, int side, byte luma) => Paint(frame, left, top, side, side, luma);

    /// <summary>Fills a rectangle with grey.</summary>
    public static void Paint(PictureFrame frame, int left, int top, int width, int height, byte luma)
    {
        var (x0, x1) = (Math.Clamp(left, 0, frame.Width), Math.Clamp(left + width, 0, frame.Width));
        for (var y = Math.Clamp(top, 0, frame.Height); y < Math.Clamp(top + height, 0, frame.Height); y++)
        {
            frame.Luma(y)[x0..x1].Fill(luma);
            frame.Chroma(y)[(x0 & ~1)..((x1 + 1) & ~1)].Fill(128);
        }
    }

    private static byte[] Rows(params byte[] rows) => rows;
}
