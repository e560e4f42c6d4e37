using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>The JSON of documents and decisions: strict on the way in (nothing unknown, nothing twice, nothing missing), steady on the way out.</summary>
public static class AuthorityJson
{
    /// <summary>The greatest file that is read, bytes.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>How documents are read and written.</summary>
    public static JsonSerializerOptions Options { get; } = Strict(AuthorityJsonContext.Default);

    /// <summary>A document from its bytes.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="sha256">Their hash, hex.</param>
    /// <exception cref="InvalidDataException">It is none; the message names the field.</exception>
    public static AuthorityDocument Read(ReadOnlySpan<byte> utf8, string sha256)
    {
        var document = Read<AuthorityDocument>(utf8, Options, DocumentCheck.Check);
        return document with { Sha256 = sha256 };
    }

    /// <summary>An object from a file that a person wrote.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="options">As <see cref="Strict"/> makes them.</param>
    /// <param name="check">What it must be to mean anything.</param>
    /// <exception cref="InvalidDataException">It is none; the message names the field.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonSerializerOptions options, Action<T> check) where T : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(check);
        try
        {
            var read = JsonSerializer.Deserialize(utf8, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) ?? throw new InvalidDataException("holds null");
            check(read);
            return read;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{Where(error)}{error.Message.Split(" Path: ")[0]}");
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or FormatException)
        {
            throw new InvalidDataException(error.Message.Split(" (Parameter")[0].Split(" Path: ")[0]);
        }
    }

    /// <summary>A document's bytes.</summary>
    public static byte[] Write(AuthorityDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, (JsonTypeInfo<AuthorityDocument>)Options.GetTypeInfo(typeof(AuthorityDocument)));

    private static string Where(JsonException error) => error.LineNumber is { } line ? $"line {line + 1}, {error.Path}: " : "";

    /// <summary>How files that people write are read: nothing unknown, nothing twice, nothing missing, times in UTC.</summary>
    /// <param name="resolver">The types, known when compiled.</param>
    public static JsonSerializerOptions Strict(IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = true,
            MaxDepth = 32,
            TypeInfoResolver = resolver,
        };
        options.Converters.Add(new JsonStringEnumConverter<LegalRegime>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<IncidentKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        return options;
    }

    /// <summary>RFC 3339, always UTC: a paper that says 14:00 without a zone says nothing.</summary>
    private sealed class InstantConverter : JsonConverter<UtcInstant>
    {
        public override UtcInstant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? "";
            return text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? UtcInstant.From(time)
                : throw new JsonException($"\"{text}\" is no time in UTC, such as 2026-03-01T14:00:00Z");
        }

        public override void Write(Utf8JsonWriter writer, UtcInstant value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
