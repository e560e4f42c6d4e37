using System.Text;

namespace Overflight.Misb.Sets;

/// <summary>Bytes of a text item to text.</summary>
internal static class TextDecoder
{
    /// <summary>The text. UTF-16 items hold country codes, of ISO 646 alone: where they do not start with a zero byte, the writer used UTF-8 against the standard (ST 0102), and so they are read.</summary>
    public static string Of(Coding coding, ReadOnlySpan<byte> bytes) =>
        (coding == Coding.Utf16 && IsUtf16(bytes) ? Encoding.BigEndianUnicode : Encoding.UTF8).GetString(bytes);

    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.Length % 2 == 0 && (bytes.IsEmpty || bytes[0] == 0);
}
