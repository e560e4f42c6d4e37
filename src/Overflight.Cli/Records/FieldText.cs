using System.Text;
using System.Text.Json;
using Overflight.Cli.Running;

namespace Overflight.Cli.Records;

/// <summary>A field of a leaf: its name and its canonical JSON.</summary>
internal static class FieldText
{
    public static string Of(string name, ReadOnlyMemory<byte> value) => PrintableText.Of($"{name}: {Encoding.UTF8.GetString(value.Span)}");

    public static void Write(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.Span, skipInputValidation: true);
    }
}
