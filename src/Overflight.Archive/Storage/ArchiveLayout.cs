using System.Globalization;

namespace Overflight.Archive.Storage;

/// <summary>Where things lie in an archive's folder.</summary>
internal sealed record ArchiveLayout(string Folder)
{
    /// <summary>The one file that says what the archive holds.</summary>
    public string Manifest => Path.Combine(Folder, "manifest.json");

    /// <summary>Held by the one writer.</summary>
    public string WriterLock => Path.Combine(Folder, "writer.lock");

    /// <summary>Shared by readers; who deletes replaced files holds it alone.</summary>
    public string ReaderLock => Path.Combine(Folder, "readers.lock");

    /// <summary>Files that are not whole yet.</summary>
    public string Temporary => Path.Combine(Folder, "tmp");

    /// <summary>A file by the name that the manifest gives it.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Where a file that will have a name is written.</summary>
    public string TemporaryOf(string name) => Path.Combine(Temporary, name.Replace('/', '_'));

    /// <summary>The name of a data file: its UTC day, the commit that brought it, its number there.</summary>
    public static string DataFile(DateOnly day, long generation, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{DayFolder(day)}/{generation:00000000}-{number:0000}.parquet");

    /// <summary>The name of what a commit worked out of a data file.</summary>
    public static string PresenceFile(string dataFile, long generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.ChangeExtension(dataFile, null)}.{generation:00000000}.presence");

    public static string InputFile(long generation) => string.Create(CultureInfo.InvariantCulture, $"inputs/{generation:00000000}.jsonl");

    /// <summary>All data and input files that lie there, by name, whether or not the manifest knows them.</summary>
    public IEnumerable<string> Present() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder, "day=*").Append(PathOf("inputs")).Where(Directory.Exists).Order(StringComparer.Ordinal)
            .SelectMany(d => Directory.EnumerateFiles(d).Order(StringComparer.Ordinal)).Select(f => Path.GetRelativePath(Folder, f))
        : [];

    private static string DayFolder(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"day={day:yyyy-MM-dd}");
}
