using System.Text.Json;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Sets;

/// <summary>The recorded worked values of ST 0601 and the sets around it.</summary>
internal static class Vectors
{
    private static readonly Lazy<JsonDocument> s_document = new(() => JsonDocument.Parse(File.ReadAllBytes(Recorded.PathOf("vectors/st0601_vectors.json"))));

    public static JsonElement[] Section(string name) => [.. s_document.Value.RootElement.GetProperty(name).EnumerateArray()];

    public static byte[] Hex(this JsonElement row, string name = "hex") => Convert.FromHexString(row.GetProperty(name).GetString()!);

    public static string? Optional(this JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
