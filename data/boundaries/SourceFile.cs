using System.Security.Cryptography;
using System.Text.Json;
using Overflight.Airspace.Compiling;
using Overflight.Airspace.Pack;
using Overflight.Airspace.Zones;

namespace Overflight.BoundaryCompiler;

/// <summary>A GeoJSON file of claims, read into edges on the 1e-7 degree lattice.</summary>
internal static class SourceFile
{
    public static (EdgeSoup Soup, string Sha256) Read(string path, Func<JsonElement, string> claimOf)
    {
        var bytes = File.ReadAllBytes(path);
        using var document = JsonDocument.Parse(bytes);
        var soup = new EdgeSoup();
        var ring = new List<(int, int)>();
        foreach (var area in GeoJsonArea.ReadAll(document.RootElement))
        {
            var claim = soup.AddClaim(claimOf(area.Properties));
            foreach (var corners in area.Rings)
            {
                ring.Clear();
                foreach (var (longitude, latitude) in corners)
                    ring.Add((ToUnits(longitude), ToUnits(latitude)));
                soup.AddRing(claim, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ring));
            }
        }
        return (soup, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static int ToUnits(double degrees)
    {
        var units = Math.Round(degrees * PackFormat.UnitsPerDegree);
        // The sources have at most seven decimals, so nothing is rounded away; a new source that has more must say so.
        if (units / PackFormat.UnitsPerDegree != degrees)
            throw new InvalidDataException($"{degrees:R} has more than seven decimals");
        return (int)units;
    }
}
