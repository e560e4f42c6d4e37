using System.Text.Json;

namespace Overflight.Record.Packaging;

/// <summary>An object that has exactly the members that it may have.</summary>
internal sealed class StrictObject
{
    private readonly JsonElement _element;
    private readonly string _file;

    public StrictObject(JsonElement element, string file, params ReadOnlySpan<string> members)
    {
        (_element, _file) = (element, file);
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != members.Length)
            throw Wrong();
        foreach (var member in members)
        {
            if (!element.TryGetProperty(member, out _))
                throw Wrong();
        }
    }

    public long Whole(string name) =>
        _element.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && DecimalNumber.TryParse(value.GetRawText(), out var number) && number <= Leaves.CanonicalJson.MaximumInteger ? number : throw Wrong(name);

    public string Text(string name) => TextOrNull(name) ?? throw Wrong(name);

    public string? TextOrNull(string name)
    {
        var value = _element.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name);
        }
        catch (InvalidOperationException error)
        {
            throw new RecordException(_file, $"\"{name}\" is no text of Unicode", error);
        }
    }

    public IEnumerable<JsonElement> List(string name) => _element.GetProperty(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : throw Wrong(name);

    private RecordException Wrong(string? name = null) => new(_file, name is null ? "an object has not exactly the members that it may have" : $"\"{name}\" is not what it may be");
}
