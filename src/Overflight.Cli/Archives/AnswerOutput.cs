using System.Text;
using Overflight.Cli.Running;

namespace Overflight.Cli.Archives;

/// <summary>The writer that a format names, and where it writes.</summary>
internal sealed class AnswerOutput : IDisposable
{
    private readonly OutputTarget _target;
    private IDisposable? _inner;

    public AnswerOutput(string format, string? path)
    {
        _target = new OutputTarget(path);
        if (format is "json" or "geojson")
        {
            var json = new AnswerJson(_target.Stream, format == "geojson");
            (Writer, _inner) = (json, json);
            return;
        }
        var text = new StreamWriter(_target.Stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        (Writer, _inner) = (format == "csv" ? new AnswerCsv(text) : new AnswerText(text), text);
    }

    public IAnswerWriter Writer { get; }

    /// <summary>Everything was written: a file gets its name.</summary>
    public void Commit()
    {
        _inner?.Dispose();
        _inner = null;
        _target.Commit();
    }

    public void Dispose()
    {
        _inner?.Dispose();
        _target.Dispose();
    }
}
