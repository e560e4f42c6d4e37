using System.Buffers.Text;

namespace Overflight.Record;

/// <summary>
/// Base64 (RFC 4648, sections 4 and 5) of which one value has one text only: no white space, full padding or none at all, no stray
/// bits. Signed texts need it: two texts of one value would be two names of one thing.
/// </summary>
internal static class StrictBase64
{
    /// <summary>The bytes of base64 with padding, or null.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        if (text.Length % 4 != 0 || !Convert.TryFromBase64Chars(text, bytes, out var written))
            return null;
        Array.Resize(ref bytes, written);
        return text.SequenceEqual(Convert.ToBase64String(bytes)) ? bytes : null;
    }

    /// <summary>The bytes of base64url without padding, or null.</summary>
    public static byte[]? DecodeUrl(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 == 1 || text.Contains('='))
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var written) != System.Buffers.OperationStatus.Done)
            return null;
        Array.Resize(ref bytes, written);
        return text.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }
}
