using System.Globalization;
using System.Text;

namespace Overflight.Feeds;

/// <summary>Turns the bytes between a JSON string's quotes into text.</summary>
internal static class JsonText
{
    /// <summary>The same bytes where nothing is escaped, as nearly always; else the text's UTF-8.</summary>
    public static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> raw) =>
        raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(Decode(raw)) : raw;

    /// <summary>Undoes escapes; broken ones become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || ++i == text.Length)
            {
                decoded.Append(i < text.Length ? text[i] : '\uFFFD');
                continue;
            }
            if (text[i] == 'u')
            {
                ushort unit = 0;
                var isHex = i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, Math.Min(4, text.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out unit);
                decoded.Append(isHex ? (char)unit : '\uFFFD');
                i += Math.Min(4, text.Length - i - 1);
                continue;
            }
            decoded.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var c => c });
        }
        return decoded.ToString();
    }
}
