using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Overflight.Designations.Keeping;

/// <summary>The JSON files of a store.</summary>
internal static class StoreJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <exception cref="DesignationException">The file is not of that schema.</exception>
    public static T Read<T>(string path, string schema, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return TextOf(document.RootElement, "schema") == schema ? read(document.RootElement) : throw new FormatException($"its schema is not {schema}");
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new DesignationException($"{path}: {error.Message}", DesignationFault.Unreadable, error);
        }
    }

    public static string TextOf(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    public static string? TextOrNull(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static DateOnly DateOf(JsonElement json, string name) => DateOnly.ParseExact(TextOf(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
