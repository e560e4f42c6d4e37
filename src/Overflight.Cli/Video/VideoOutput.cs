using Overflight.Cli.Running;

namespace Overflight.Cli.Video;

/// <summary>Where a transport stream goes: a file that appears when it is whole.</summary>
internal sealed class VideoOutput : IDisposable
{
    private readonly OutputTarget? _file;

    private VideoOutput(string path)
    {
        _file = new OutputTarget(path);
        Stream = _file.Stream;
    }

    public Stream Stream { get; }

    public static VideoOutput Open(string path, bool isPaced, CancellationToken stop) => new(path);

    /// <summary>Everything was written.</summary>
    public void Commit() => _file?.Commit();

    public void Dispose() => _file?.Dispose();
}
