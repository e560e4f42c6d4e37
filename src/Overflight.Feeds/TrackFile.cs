using System.IO.Enumeration;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Reads tracks from files, folders and streams, whatever their format; <c>docs/formats.md</c> describes them.</summary>
public static class TrackFile
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// Reads a file and hands each track to a sink: one a aircraft, whole, in the order the aircraft first appear
    /// (an aircraft may come in parts when <see cref="ReadOptions.MaximumBufferedFixes"/> is reached). Damage
    /// never throws: it is in the report.
    /// </summary>
    /// <param name="path">The file, or <c>-</c> for standard input.</param>
    /// <param name="options">How to read.</param>
    /// <param name="sink">Takes the tracks, on the calling thread.</param>
    /// <param name="bytesRead">Told of bytes read, as they lie in the file, about every megabyte.</param>
    /// <param name="c">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public static ReadReport Read(string path, ReadOptions options, Action<Track> sink, IProgress<long>? bytesRead = null, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        var session = new ReadSession(path, options, sink);
        var stream = InputFile.Open(path, session);
        if (stream is null)
            return session.Report(0, "");
        using (stream)
            return Read(stream, session, bytesRead, c);
    }

    /// <summary>Reads a stream, as <see cref="Read(string, ReadOptions, Action{Track}, IProgress{long}?, CancellationToken)"/> does a file.</summary>
    /// <param name="stream">The bytes; read forwards to the end, not disposed.</param>
    /// <param name="name">What to call it in the report.</param>
    /// <param name="options">How to read.</param>
    /// <param name="sink">Takes the tracks, on the calling thread.</param>
    /// <param name="bytesRead">Told of bytes read, as they lie in the stream, about every megabyte.</param>
    /// <param name="c">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public static ReadReport Read(Stream stream, string name, ReadOptions options, Action<Track> sink, IProgress<long>? bytesRead = null, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        var session = new ReadSession(name, options, sink);
        return Read(stream, session, bytesRead, c);
    }

    private static ReadReport Read(Stream stream, ReadSession session, IProgress<long>? bytesRead, CancellationToken c) =>
        InputFile.Read(stream, session, window => new DocumentReader(window, session).Read(), bytesRead, c);

    /// <summary>
    /// The files that paths name: a file is itself, a folder all files below it in ordinal order of their paths,
    /// <c>-</c> standard input. What does not exist is kept, so that reading it says so.
    /// </summary>
    public static IEnumerable<string> Expand(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path == StandardInput || !Directory.Exists(path))
            {
                yield return path;
                continue;
            }
            var files = FilesBelow(path);
            Array.Sort(files, StringComparer.Ordinal);
            foreach (var file in files)
                yield return file;
        }
    }

    /// <summary>All files below a folder. Links to files are followed, links to folders are not: they could run in a circle.</summary>
    private static string[] FilesBelow(string folder)
    {
        var found = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        return found.ToArray();
    }
}
