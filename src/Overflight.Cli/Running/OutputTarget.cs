namespace Overflight.Cli.Running;

/// <summary>Where results go: standard output, a file that appears only when it is whole, or a device or pipe that has a name.</summary>
internal sealed class OutputTarget : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly string? _path;
    private readonly string? _temporary;
    private bool _isCommitted;

    /// <summary>Begins to write.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="isPrivate">Whether a file is made that nobody but its owner can read.</param>
    public OutputTarget(string? path, bool isPrivate = false)
    {
        if (path is null)
        {
            Stream = new BufferedStream(Console.OpenStandardOutput(), BufferBytes);
            return;
        }
        if (OpenUnlessRegular(path) is { } stream)
        {
            Stream = stream;
            return;
        }
        // A link stays a link: what it leads to is replaced.
        _path = Resolve(path);
        if (Path.GetDirectoryName(_path) is { } folder)
            Directory.CreateDirectory(folder);
        _temporary = _path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = BufferBytes };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            // One that a stopped run has left would keep its own mode.
            File.Delete(_temporary);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        Stream = new FileStream(_temporary, options);
    }

    public Stream Stream { get; }

    /// <summary>Gives the file its name; without this call nothing is left of it.</summary>
    public void Commit()
    {
        if (_path is null)
        {
            Stream.Flush();
            return;
        }
        Stream.Dispose();
        File.Move(_temporary!, _path, overwrite: true);
        _isCommitted = true;
    }

    public void Dispose()
    {
        if (Stream.CanWrite)
            Stream.Dispose();
        if (_temporary is not null && !_isCommitted)
            File.Delete(_temporary);
    }

    /// <summary>
    /// A stream into a device or a named pipe, which must be written as it is: a file renamed over it would put an end to it (to /dev/null
    /// for the whole machine, where root does it).
    /// </summary>
    private static FileStream? OpenUnlessRegular(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return null;
        var full = Resolve(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferBytes);
        if (!stream.CanSeek || full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal))
            return stream;
        stream.Dispose();
        return null;
    }

    private static string Resolve(string path) =>
        (new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
