using System.Text;
using CsCheck;

namespace Overflight.Record.Tests.Leaves;

/// <summary>JSON texts of all shapes: spaces, escapes where none are needed, members in any order.</summary>
internal static class JsonGen
{
    private static readonly Gen<string> s_space = One("", "", "", " ", "\n", "\t \r");

    private static readonly Gen<string> s_character = Gen.OneOf(
        Gen.Char['a', 'z'].Select(c => c.ToString()),
        One("\\\"", "\\\\", "\\/", "\\b", "\\n", "\\u0000", "\\u001F", "\\u00e9", "\\ud83d\\ude00", "\\uFB33", "\u00e9", "\ufb33", "\ud83d\ude00", "\u20ac", "\u007f", "\uffff"));

    private static readonly Gen<string> s_text = s_character.Array[0, 6].Select(parts => "\"" + string.Concat(parts) + "\"");

    private static readonly Gen<string> s_number = Gen.OneOf(
        Gen.Int.Select(i => $"{i}"),
        Gen.Double.Where(double.IsFinite).Select(d => $"{d:R}"),
        Gen.Select(Gen.Int[-99, 99], Gen.Int[-30, 30]).Select((m, e) => $"{m}.50e{e}"),
        One("-0", "0.0", "1E0", "12345678901234567890", "100000000000000000000000"));

    public static Gen<string> Value { get; } = ValueOf(3);

    /// <summary>Values that a leaf may hold.</summary>
    public static Gen<string> LeafValue { get; } = Gen.OneOf(s_text, Gen.Int.Select(i => $"{i}"), One("null", "true", "[]", "{}", "[1,{\"b\":\"x\",\"a\":[]}]"));

    public static Gen<string> Name => s_text;

    public static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> ValueOf(int depth)
    {
        var leaf = Gen.OneOf(s_text, s_number, One("null", "true", "false"));
        if (depth == 0)
            return leaf;
        var inner = ValueOf(depth - 1);
        var array = Gen.Select(inner.Array[0, 4], s_space).Select((items, space) => "[" + space + string.Join(space + "," + space, items) + space + "]");
        var members = Gen.Select(s_text, inner).Array[0, 6].Select(Distinct);
        var @object = Gen.Select(members, s_space).Select((items, space) => "{" + space + string.Join(space + "," + space, items.Select(m => m.Name + space + ":" + space + m.Value)) + space + "}");
        return Gen.OneOf(leaf, array, @object, @object);
    }

    private static (string Name, string Value)[] Distinct((string Name, string Value)[] members) =>
        [.. members.DistinctBy(m => System.Text.Json.JsonSerializer.Deserialize<string>(Encoding.UTF8.GetBytes(m.Name)))];
}
