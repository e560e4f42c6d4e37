using System.Globalization;

namespace Overflight.Record;

/// <summary>Numbers as the C2SP texts write them: ASCII digits, no leading zero, no sign.</summary>
internal static class DecimalNumber
{
    public static bool TryParse(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');
}
