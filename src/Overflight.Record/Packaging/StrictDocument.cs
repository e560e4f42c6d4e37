using System.Text.Json;

namespace Overflight.Record.Packaging;

/// <summary>JSON that two readers cannot read differently: UTF-8, no member twice, nothing behind the value.</summary>
internal static class StrictDocument
{
    private const int MaximumDepth = 16;

    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes, string file)
    {
        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw new RecordException(file, $"is no JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine}", error);
        }
    }
}
