namespace Overflight.Notices.Pages.Pdf;

/// <summary>One of the fonts that every reader of PDF has (ISO 32000-1, section 9.6.2.2), in Windows-1252.</summary>
internal sealed class StandardFont
{
    /// <summary>Characters 0x80 to 0x9F of Windows-1252; a zero where there is none.</summary>
    private const string Upper = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    private readonly short[] _ascii;
    private readonly short _other;

    private StandardFont(string name, string resource, short other, params short[] ascii) => (Name, Resource, _other, _ascii) = (name, resource, other, ascii);

    /// <summary>For text.</summary>
    public static StandardFont Regular { get; } = new(
        "Helvetica", "F1", 556,
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584);

    /// <summary>For headings.</summary>
    public static StandardFont Bold { get; } = new(
        "Helvetica-Bold", "F2", 611,
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584);

    /// <summary>For hashes.</summary>
    public static StandardFont Mono { get; } = new("Courier", "F3", 600);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StandardFont> All { get; } = [Regular, Bold, Mono];

    /// <summary>Its name in PDF.</summary>
    public string Name { get; }

    /// <summary>Its name within our pages.</summary>
    public string Resource { get; }

    /// <summary>
    /// A text as these fonts can write it: what Windows-1252 does not have becomes its code point, such as <c>[U+0142]</c>, so that nothing is
    /// left out unsaid.
    /// </summary>
    public static string Writable(string text) =>
        text.EnumerateRunes().All(rune => CodeOf(rune.Value) is not null) ? text : string.Concat(text.EnumerateRunes().Select(rune => CodeOf(rune.Value) is null ? $"[U+{rune.Value:X4}]" : rune.ToString()));

    /// <summary>The bytes of a writable text.</summary>
    public static byte[] Encode(string writable) => [.. writable.Select(c => CodeOf(c) ?? (byte)'?')];

    /// <summary>Width of a writable text, in points; accented letters are as wide as their base, rarer signs about right.</summary>
    public double Width(string writable, double size) => writable.Sum(c => (double)WidthOf(c)) * size / 1_000;

    private short WidthOf(char c)
    {
        var plain = LatinLetters.BaseOf(c);
        if (plain - ' ' is >= 0 and var place && place < _ascii.Length)
            return _ascii[place];
        return c is '—' or '…' or '™' or '‰' or 'Æ' or 'Œ' ? (short)Math.Max(1_000, (int)_other) : _other;
    }

    private static byte? CodeOf(int c) => c switch
    {
        (>= 0x20 and < 0x7F) or (>= 0xA0 and <= 0xFF) => (byte)c,
        > 0xFF and <= 0xFFFF when Upper.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and var place => (byte)(0x80 + place),
        _ => null,
    };
}
