using System.Text.Json;

namespace Overflight.Notices.Telling;

/// <summary>A part of a notice that its reader may read.</summary>
/// <param name="Place">Its place in the notice, from 0; where parts are sealed, places are missing.</param>
/// <param name="Name">Its name.</param>
/// <param name="Class">Who may read it; null for all recipients.</param>
/// <param name="Value">What it says.</param>
public sealed record NoticePart(int Place, string Name, string? Class, string Value)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Class is not null)
            json.WriteString("class", Class);
        json.WriteString("name", Name);
        json.WriteNumber("place", Place);
        json.WriteString("value", Value);
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static NoticePart Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            && json.TryGetProperty("place", out var place) && place.TryGetInt32(out var number)
            && json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String)
            return new(number, name.GetString()!, json.TryGetProperty("class", out var @class) ? @class.GetString() : null, value.GetString()!);
        throw new InvalidDataException("a part of a notice has name, place and value, and this has not");
    }
}
