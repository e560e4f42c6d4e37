namespace Overflight.Cli.Running;

/// <summary>Where results go: standard output, or a file that appears only when it is whole.</summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;
    private bool _isCommitted;

    public OutputTarget(string? path)
    {
        _path = path;
        if (path is null)
        {
            Stream = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            return;
        }
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        _temporary = path + ".part";
        Stream = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
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
}
