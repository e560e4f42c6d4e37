using Overflight.Geodesy.Terrain.Tiff;

namespace Overflight.Geodesy.Terrain;

/// <summary>Finds terrain files and opens them by their endings.</summary>
internal static class TerrainFiles
{
    private const int MostFiles = 100_000;
    private const int MostDepth = 3;

    /// <summary>The terrain files of a folder and up to three folders below, in order of their paths; or the file itself.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder or file.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public static List<string> List(string path, TerrainProblems problems)
    {
        if (File.Exists(path))
            return [path];
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MostDepth, IgnoreInaccessible = false, AttributesToSkip = 0 };
        var files = Directory.EnumerateFiles(path, "*", options).Where(f => IsTerrain(f)).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToList();
        if (files.Count > MostFiles)
        {
            problems.Add(path, $"more than {MostFiles} files; the rest are not read");
            files.RemoveAt(MostFiles);
        }
        return files;
    }

    /// <summary>Opens a file; null, and a problem, where it cannot be.</summary>
    public static TerrainGrid? Open(string file, PageCache cache, TerrainProblems problems)
    {
        try
        {
            return Ending(file) switch
            {
                ".hgt" => HgtTile.Open(file, cache),
                ".dt0" or ".dt1" or ".dt2" => DtedFile.Open(file, cache),
                ".tif" or ".tiff" => GeoTiff.Open(file, cache),
                _ => throw new InvalidDataException("not a terrain file: .hgt, .dt0, .dt1, .dt2, .tif and .tiff are read"),
            };
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            problems.Add(file, error.Message);
            return null;
        }
    }

    private static bool IsTerrain(string file) => Ending(file) is ".hgt" or ".dt0" or ".dt1" or ".dt2" or ".tif" or ".tiff";

    private static string Ending(string file) => Path.GetExtension(file).ToLowerInvariant();
}
