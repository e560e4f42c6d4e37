namespace Overflight.Feeds;

/// <summary>Reads Mode A codes: four octal digits, also as tables turn them into numbers ("21", "1000.0").</summary>
internal static class SquawkText
{
    /// <summary>The digits read as a decimal number, or −1.</summary>
    public static short Read(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\""u8);
        if (text.EndsWith(".0"u8))
            text = text[..^2];
        if (text.Length is 0 or > 4)
            return -1;
        var code = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return -1;
            code = code * 10 + (digit - '0');
        }
        return (short)code;
    }
}
