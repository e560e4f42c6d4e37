using System.Globalization;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video;

/// <summary>Values of KLV items in words.</summary>
internal static class KlvWords
{
    /// <summary>"out-of-range", "off-earth", ...</summary>
    public static string Of(SpecialValue value)
    {
        var words = new System.Text.StringBuilder();
        foreach (var letter in value.ToString().Replace("NaN", "Nan", StringComparison.Ordinal))
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append('-');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }

    /// <summary>A value as one cell of a table; empty for what has parts, or nothing but bytes.</summary>
    public static string Of(KlvNode item) => item.Kind switch
    {
        ValueKind.Number => item.Number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.SignedInteger => item.IntegerBits.ToString(CultureInfo.InvariantCulture),
        ValueKind.UnsignedInteger => ((ulong)item.IntegerBits).ToString(CultureInfo.InvariantCulture),
        ValueKind.Special => Of(item.Special),
        ValueKind.Text => item.Text ?? "",
        _ => "",
    };
}
