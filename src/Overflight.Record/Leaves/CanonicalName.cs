using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>The order of names in canonical JSON: by UTF-16 code units of what they say, not of how they are escaped (RFC 8785, section 3.2.3).</summary>
internal static class CanonicalName
{
    /// <summary>Compares two names, both in their canonical form with quotation marks.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        // Up to the first byte that differs, or may be part of a character of several.
        var at = 1;
        while (left[at] == right[at] && left[at] < 0x80 && left[at] is not ((byte)'"' or (byte)'\\'))
            at++;
        left = left[at..];
        right = right[at..];
        while (true)
        {
            byte a = left[0], b = right[0];
            if (a < 0x80 && b < 0x80 && a != b && a is not ((byte)'"' or (byte)'\\') && b is not ((byte)'"' or (byte)'\\'))
                return a.CompareTo(b);
            if (a == (byte)'"' || b == (byte)'"')
                return (b == (byte)'"').CompareTo(a == (byte)'"');
            var order = UnitsOf(CanonicalText.Take(ref left)).CompareTo(UnitsOf(CanonicalText.Take(ref right)));
            if (order != 0)
                return order;
        }
    }

    /// <summary>The code units as one number: the first in the upper half, a second in the lower.</summary>
    private static uint UnitsOf(Rune rune)
    {
        if (rune.IsBmp)
            return (uint)rune.Value << 16;
        var offset = (uint)rune.Value - 0x10000;
        return 0xD800u + (offset >> 10) << 16 | 0xDC00 + (offset & 0x3FF);
    }
}
