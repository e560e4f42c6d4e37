namespace Overflight.Cli.Video.Footprints;

/// <summary>An input that can be read twice: standard input and pipes are kept in a temporary file that goes with this object.</summary>
internal sealed class SeekableInput : IDisposable
{
    private readonly string? _temporary;

    public SeekableInput(string path)
    {
        Path = path;
        using var input = VideoInput.Open(path);
        if (input.CanSeek && path != "-")
            return;
        _temporary = System.IO.Path.GetTempFileName();
        Path = _temporary;
        using var kept = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.Read);
        input.CopyTo(kept);
    }

    /// <summary>What to read.</summary>
    public string Path { get; }

    public void Dispose()
    {
        if (_temporary is not null)
            File.Delete(_temporary);
    }
}
