using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video.Mux;

/// <summary>Values of JSON beside those of items.</summary>
internal static class JsonValues
{
    public static string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new RowException(name, "holds half a surrogate pair, which is no text");
        }
    }

    public static byte[] BytesOf(JsonElement value, string name)
    {
        try
        {
            return Convert.FromHexString(value.ValueKind == JsonValueKind.String ? TextOf(value, name) : throw new RowException(name, "raw is no string of hexadecimal digits"));
        }
        catch (FormatException)
        {
            throw new RowException(name, "raw is no string of pairs of hexadecimal digits");
        }
    }

    /// <summary>Whether a value is what <c>video klv</c> writes for an item.</summary>
    public static bool IsOf(JsonElement value, KlvNode node, string name) => node.Kind switch
    {
        ValueKind.Empty => value.ValueKind == JsonValueKind.Null,
        ValueKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number.Equals(node.Number),
        ValueKind.SignedInteger => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number == node.IntegerBits,
        ValueKind.UnsignedInteger => value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number) && number == (ulong)node.IntegerBits,
        ValueKind.Special => value.ValueKind == JsonValueKind.String && TextOf(value, name) == KlvWords.Of(node.Special),
        ValueKind.Text => value.ValueKind == JsonValueKind.String && TextOf(value, name) == node.Text,
        _ => false,
    };

    /// <summary>A node with another value of its kind; null where the value is of no kind that it could have.</summary>
    public static KlvNode? Changed(KlvNode node, JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String when node.Kind == ValueKind.Text => node with { Text = TextOf(value, name) },
        JsonValueKind.Number when value.TryGetInt64(out var whole) && node.Kind is ValueKind.SignedInteger or ValueKind.UnsignedInteger =>
            node with { Kind = ValueKind.SignedInteger, IntegerBits = whole, Number = whole },
        JsonValueKind.Number when node.Kind is ValueKind.Number or ValueKind.Special && value.TryGetDouble(out var number) =>
            node with { Kind = ValueKind.Number, Number = number, Special = SpecialValue.None },
        _ => null,
    };
}
