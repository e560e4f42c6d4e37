namespace Overflight.Designations.Reading;

/// <summary>A file of a list, to be read once from its beginning.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Open">Opens it; the reader closes it.</param>
public sealed record ListSource(string Name, Func<Stream> Open)
{
    /// <summary>A file on the disk.</summary>
    public static ListSource OfFile(string path) => new(Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
}
