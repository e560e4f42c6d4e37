using System.Diagnostics;

namespace Overflight.Cli.Running;

/// <summary>A line on a terminal's standard error that says how far long work is; silent for the first two seconds and when piped.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private long _lastMilliseconds = 1_800;
    private bool _hasLine;

    public void Tell(Func<string> text)
    {
        if (!_isShown || _clock.ElapsedMilliseconds - _lastMilliseconds < 200)
            return;
        lock (_gate)
        {
            _lastMilliseconds = _clock.ElapsedMilliseconds;
            _hasLine = true;
            Console.Error.Write("\r\u001b[K" + text());
        }
    }

    public void Dispose()
    {
        if (_hasLine)
            Console.Error.Write("\r\u001b[K");
    }
}
