using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Overflight.Geodesy;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;
using Overflight.Tracks;

namespace Overflight.Sorties;

/// <summary>The JSON of aircraft types, winds, routes and logs: strict on the way in (nothing unknown, nothing twice, nothing missing).</summary>
public static class SortieJson
{
    /// <summary>How they are read and written; for a scenario that holds such records, take its resolver and converters.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Reads one record, such as an <c>AircraftType</c>, a <c>WindFieldData</c> or a <c>Route</c>.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InvalidDataException">It is none; the message names the file and the field.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, string file) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))) ?? throw new InvalidDataException($"{file}: holds null");
        }
        catch (JsonException error)
        {
            var where = error.LineNumber is { } line ? $"line {line + 1}, {error.Path}: " : "";
            throw new InvalidDataException($"{file}: {where}{error.Message.Split(" Path: ")[0]}", error);
        }
        catch (NotSupportedException error)
        {
            throw new InvalidDataException($"{file}: {error.Message.Split(" Path: ")[0]}", error);
        }
    }

    /// <summary>A record's bytes.</summary>
    public static byte[] Write<T>(T record) where T : class => JsonSerializer.SerializeToUtf8Bytes(record, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    private static JsonSerializerOptions Make()
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
            TypeInfoResolver = SortieJsonContext.Default,
        };
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new PlaceConverter());
        options.Converters.Add(new JsonStringEnumConverter<SpeedChoice>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<AltitudePlan>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<TurnKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<FenceKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<LinkRegainedAction>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<SortieEventKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }

    /// <summary>RFC 3339, always UTC.</summary>
    private sealed class InstantConverter : JsonConverter<UtcInstant>
    {
        public override UtcInstant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? "";
            return text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? UtcInstant.From(time)
                : throw new JsonException($"\"{text}\" is no time in UTC, such as 2026-03-01T14:00:00Z");
        }

        public override void Write(Utf8JsonWriter writer, UtcInstant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>A place as [longitude, latitude], the order of GeoJSON and of the areas of the papers.</summary>
    private sealed class PlaceConverter : JsonConverter<GeoPoint>
    {
        public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            double longitude = 0, latitude = 0;
            var ok = reader.TokenType == JsonTokenType.StartArray && Number(ref reader, ref longitude) && Number(ref reader, ref latitude)
                && reader.Read() && reader.TokenType == JsonTokenType.EndArray;
            var place = new GeoPoint(latitude, longitude);
            return ok && place.IsValid ? place : throw new JsonException("is no place: [longitude, latitude] in degrees");
        }

        public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.LongitudeDegrees);
            writer.WriteNumberValue(value.LatitudeDegrees);
            writer.WriteEndArray();
        }

        private static bool Number(ref Utf8JsonReader reader, ref double value)
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number)
                return false;
            value = reader.GetDouble();
            return true;
        }
    }
}
