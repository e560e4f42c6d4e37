using System.Text.Json;
using Overflight.Record.Leaves;

namespace Overflight.Notices.Recording;

/// <summary>Reads public fields of leaves, each of the form that its kind has.</summary>
internal static class LeafMember
{
    /// <exception cref="InvalidDataException">There is none, or it is no text.</exception>
    public static string Text(Leaf leaf, string name) => Read(leaf, name, JsonValueKind.String).GetString()!;

    /// <exception cref="InvalidDataException">There is none, or it is no whole number.</exception>
    public static int Number(Leaf leaf, string name) => Read(leaf, name, JsonValueKind.Number).TryGetInt32(out var number) ? number : throw Wrong(leaf, name);

    /// <exception cref="InvalidDataException">There is none, or it is neither true nor false.</exception>
    public static bool Truth(Leaf leaf, string name) => Json(leaf, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : throw Wrong(leaf, name);

    /// <exception cref="InvalidDataException">There is none, or it is no array of texts.</exception>
    public static IReadOnlyList<string> Texts(Leaf leaf, string name) =>
        [.. Read(leaf, name, JsonValueKind.Array).EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(leaf, name))];

    /// <exception cref="InvalidDataException">There is none, or it is of another kind.</exception>
    public static JsonElement Read(Leaf leaf, string name, JsonValueKind kind) => Json(leaf, name) is { } value && value.ValueKind == kind ? value : throw Wrong(leaf, name);

    private static JsonElement? Json(Leaf leaf, string name) => leaf.Field(name) is { } json ? JsonElement.Parse(json.Span) : null;

    private static InvalidDataException Wrong(Leaf leaf, string name) => new($"is of kind {leaf.Kind}, and has no {name}, or one of another form");
}
