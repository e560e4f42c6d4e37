using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>The order of names in canonical JSON: by UTF-16 code units of what they say, not of how they are escaped (RFC 8785, section 3.2.3).</summary>
internal static class CanonicalName
{
    /// <summary>Compares two names, both in their canonical form with quotation marks.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        // Behind the marks before, so that the mark after ends both.
        left = left[1..];
        right = right[1..];
        while (true)
        {
            byte a = left[0], b = right[0];
            if (a == b && a is not ((byte)'"' or (byte)'\\') && a < 0x80)
            {
                left = left[1..];
                right = right[1..];
                continue;
            }
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
