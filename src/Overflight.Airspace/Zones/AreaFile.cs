using System.Text.Json;
using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>An area to search in: the polygons of any GeoJSON object (RFC 7946), with its edges read as that standard has them, straight in longitude and latitude.</summary>
public static class AreaFile
{
    /// <summary>The regions that the area is made of, one a feature; a place in any of them is in the area.</summary>
    /// <exception cref="InvalidDataException">The file is not GeoJSON, holds no polygon, or one that cannot be read; or is larger than <see cref="ZoneFile.MostBytes"/>.</exception>
    public static IReadOnlyList<AirspaceRegion> Read(string path)
    {
        if (new FileInfo(path).Length > ZoneFile.MostBytes)
            throw new InvalidDataException($"larger than {ZoneFile.MostBytes >> 20} MB; give an area in a smaller file");
        var definitions = new List<ZoneDefinition>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 64 });
            foreach (var area in GeoJsonArea.ReadAll(document.RootElement).Where(a => a.Rings.Count > 0))
                definitions.Add(new ZoneDefinition(
                    $"feature {definitions.Count + 1}",
                    area.Rings.Select(r => r.Select(c => new GeoPoint(c.Latitude, c.Longitude)).ToArray()).ToArray(),
                    EdgeReading.Chord, 0, null, null));
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} of it: {error.Message}");
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"feature {definitions.Count + 1}: {error.Message}");
        }
        var problems = new List<string>();
        var regions = ZoneRegions.Of(Path.GetFileName(path), definitions, problems);
        // Half an area would be a wrong answer, not a partial one.
        return problems.Count > 0 ? throw new InvalidDataException(problems[0])
            : regions.Count > 0 ? regions
            : throw new InvalidDataException("no polygon in it");
    }
}
