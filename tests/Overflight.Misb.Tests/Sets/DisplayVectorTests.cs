using System.Globalization;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Tests.Sets;

/// <summary>The recorded texts that jMISB shows for values: what they say must be what is read, whatever the wording.</summary>
[Trait("Category", "Recorded")]
public sealed class DisplayVectorTests
{
    [Fact]
    public void Every_text_says_what_is_read()
    {
        var unmet = Vectors.Section("st0601_display_strings").Where(row => !Says(row.GetProperty("tag").GetUInt64(), row.Hex(), row.Optional("value")!)).Select(r => r.GetRawText()).ToArray();

        Assert.True(unmet.Length == 0, $"{unmet.Length} unmet:\n{string.Join('\n', unmet)}");
    }

    private static bool Says(ulong tag, byte[] raw, string shown)
    {
        var set = new KlvSet(St0601Set.Definition);
        set.SetBytes(tag, raw);
        var node = set[0].ToNode();
        return tag switch
        {
            81 => shown == $"({node[1]!.Number}%, {node[2]!.Number}%),({node[3]!.Number}%, {node[4]!.Number}%)",
            // An identifier cut short: jMISB shows none, here it is a problem and bytes.
            94 => set.Problems.Count == 1 && node.Kind == ValueKind.Bytes,
            122 => shown == "[Country Codes]" ? node.Children.Count >= 2 : Plain(shown) == Plain(node["Coding Method"]!.Text!),
            // jMISB's names for common sums of flags ("GPS/INS [3]"): the number in them is the value.
            124 => shown.EndsWith($"[{node.Number}]", StringComparison.Ordinal) && node.Flags.Count == System.Numerics.BitOperations.PopCount((uint)node.IntegerBits),
            127 => shown == string.Create(CultureInfo.InvariantCulture, $"{node["Numerator"]!.Number / (node["Denominator"]?.Number ?? 1):0.00} fps"),
            139 => shown == string.Join(',', node.Flags),
            _ when node.Text is { } text => Plain(shown) == Plain(text),
            _ => shown == $"{node.IntegerBits}{(shown.Any(char.IsLetter) ? node.Unit!.Replace("us", "µs", StringComparison.Ordinal) : "")}",
        };
    }

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
