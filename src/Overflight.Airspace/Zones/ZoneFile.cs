using System.Text.Json;
using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>Zones that a user gives, as GeoJSON or OpenAir (told apart by content), made into regions.</summary>
/// <param name="Zones">The zones that could be read.</param>
/// <param name="Problems">What could not, each naming the place in the file.</param>
public sealed record ZoneFile(IReadOnlyList<AirspaceRegion> Zones, IReadOnlyList<string> Problems)
{
    /// <summary>A zone file larger than this is refused, bytes.</summary>
    public const long MostBytes = 256 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is neither GeoJSON nor OpenAir, or larger than <see cref="MostBytes"/>.</exception>
    public static ZoneFile Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new InvalidDataException($"larger than {MostBytes >> 20} MB; give zones in smaller files");
        var bytes = File.ReadAllBytes(path);
        var problems = new List<string>();
        var first = bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8);
        var definitions = first.Length > 0 && first[0] == (byte)'{'
            ? FromGeoJson(bytes, problems)
            : OpenAirReader.Read(bytes, problems);
        return new ZoneFile(ZoneRegions.Of(Path.GetFileName(path), definitions, problems), problems);
    }

    private static List<ZoneDefinition> FromGeoJson(byte[] bytes, List<string> problems)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} of it: {error.Message}");
        }
        using (document)
        {
            var zones = new List<ZoneDefinition>();
            var number = 0;
            foreach (var feature in Features(document.RootElement))
            {
                number++;
                try
                {
                    zones.Add(GeoJsonZone.From(feature, number));
                }
                catch (Exception error) when (error is InvalidDataException or KeyNotFoundException or InvalidOperationException or FormatException)
                {
                    problems.Add($"feature {number}: {error.Message}");
                }
            }
            return zones;
        }
    }

    private static JsonElement.ArrayEnumerator Features(JsonElement root) =>
        root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array
            ? features.EnumerateArray()
            : throw new InvalidDataException("not a GeoJSON FeatureCollection: no \"features\"");
}
