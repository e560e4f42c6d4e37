namespace Overflight.Archive;

/// <summary>A file of the archive is missing, torn or changed since it was written; the message names it.</summary>
/// <param name="path">The file.</param>
/// <param name="inner">What showed it.</param>
public sealed class DamagedFileException(string path, Exception inner) : IOException($"{path}: damaged: {inner?.Message}", inner)
{
    /// <summary>The file.</summary>
    public string File { get; } = path;
}
