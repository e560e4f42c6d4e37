using System.Text;

namespace Overflight.Feeds;

/// <summary>Text from a file made fit for a message: short, and without control characters.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Of(ReadOnlySpan<byte> text) => Of(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * Longest)]));

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Longest)))
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c);
        return text.Length > Longest ? shown.Append('…').ToString() : shown.ToString();
    }
}
