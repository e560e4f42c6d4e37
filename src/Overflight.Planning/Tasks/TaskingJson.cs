using System.Text.Json;
using System.Text.Json.Serialization;
using Overflight.Authority.Documents;

namespace Overflight.Planning.Tasks;

/// <summary>The JSON of taskings.</summary>
public static class TaskingJson
{
    /// <summary>How taskings are read and written.</summary>
    public static JsonSerializerOptions Options { get; } = AuthorityJson.Strict(TaskingJsonContext.Default);

    /// <summary>A tasking from its bytes.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names the field.</exception>
    public static Tasking Read(ReadOnlySpan<byte> utf8) => AuthorityJson.Read<Tasking>(utf8, Options, TaskingCheck.Check);

    /// <summary>Whether a file is a tasking, by its kind.</summary>
    public static bool IsTasking(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("kind"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("tasking"u8);
            }
        }
        catch (JsonException)
        {
            // What it is then is for its own reader to say.
        }
        return false;
    }
}

/// <summary>The types, known when compiled.</summary>
[JsonSerializable(typeof(Tasking))]
internal sealed partial class TaskingJsonContext : JsonSerializerContext;
