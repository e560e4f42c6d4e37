using System.Globalization;
using Overflight.Record.Merkle;

namespace Overflight.Record.Leaves;

/// <summary>Reads canonical JSON values of the forms that members of leaves have.</summary>
internal static class LeafValue
{
    public static bool TryText(ReadOnlySpan<byte> value, out string text)
    {
        var isText = value[0] == (byte)'"';
        text = isText ? CanonicalText.Read(value) : "";
        return isText;
    }

    /// <summary>A whole number, not below 0.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> value, out long number) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public static bool TryHash(string text, out MerkleHash hash)
    {
        hash = default;
        if (StrictBase64.DecodeUrl(text) is not { Length: MerkleHash.Size } bytes)
            return false;
        hash = MerkleHash.From(bytes);
        return true;
    }

    /// <exception cref="RecordException">The member that every leaf has is no text.</exception>
    public static string Text(string name, ReadOnlySpan<byte> value) => TryText(value, out var text) ? text : throw new RecordException($"{name} is a text");

    /// <exception cref="RecordException">The member that every leaf has is no whole number.</exception>
    public static long Number(string name, ReadOnlySpan<byte> value) => TryNumber(value, out var number) ? number : throw new RecordException($"{name} is a whole number, not below 0");
}
