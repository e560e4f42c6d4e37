using System.Globalization;
using System.Text.Json;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Zones;

/// <summary>
/// A zone from a GeoJSON feature. Properties: <c>name</c> (or <c>id</c>), <c>floorFeet</c>, <c>ceilingFeet</c>,
/// <c>validFrom</c>, <c>validTo</c> (RFC 3339), <c>reading</c> ("chord" as RFC 7946 3.1.1 has it, or "geodesic"),
/// <c>uncertaintyMetres</c>; all but the geometry may be absent.
/// </summary>
internal static class GeoJsonZone
{
    public static ZoneDefinition From(JsonElement feature, int number)
    {
        var area = GeoJsonArea.ReadAll(feature).Single();
        if (area.Rings.Count == 0)
            throw new InvalidDataException("no polygon in it");
        var properties = area.Properties;
        var name = Text(properties, "name") ?? Text(properties, "id") ?? Text(feature, "id") ?? string.Create(CultureInfo.InvariantCulture, $"zone-{number}");
        var reading = Text(properties, "reading") switch
        {
            null or "chord" => EdgeReading.Chord,
            "geodesic" => EdgeReading.Geodesic,
            var other => throw new InvalidDataException($"reading \"{other}\" is neither \"chord\" nor \"geodesic\""),
        };
        var (floor, ceiling) = (Number(properties, "floorFeet"), Number(properties, "ceilingFeet"));
        var (from, to) = (Time(properties, "validFrom"), Time(properties, "validTo"));
        return new ZoneDefinition(
            name,
            area.Rings.Select(r => r.Select(c => new GeoPoint(c.Latitude, c.Longitude)).ToArray()).ToArray(),
            reading,
            Number(properties, "uncertaintyMetres") ?? 0,
            floor is null && ceiling is null ? null : new VerticalLimits(floor ?? double.NegativeInfinity, ceiling ?? double.PositiveInfinity),
            from is null && to is null ? null : new ValidityPeriod(from, to));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;

    private static double? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw new InvalidDataException($"{name} is not a number")
            : null;

    private static UtcInstant? Time(JsonElement element, string name) => Text(element, name) is { } text
        ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? UtcInstant.From(time)
            : throw new InvalidDataException($"{name} \"{text}\" is not a time (RFC 3339)")
        : null;
}
