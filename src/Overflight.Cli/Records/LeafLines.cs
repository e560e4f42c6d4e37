using System.Buffers;
using System.IO.Pipelines;

namespace Overflight.Cli.Records;

/// <summary>Lines of a file or a pipe as they come: what is there already is given at once, and nothing is waited for behind it.</summary>
internal sealed class LeafLines(Stream input, int longest) : IAsyncDisposable
{
    /// <summary>So many at a time: then they are made durable together.</summary>
    private const int MostLines = 1_024;

    private readonly PipeReader _pipe = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 1 << 16));
    private long _number;
    private bool _isTooLong;

    /// <summary>The next lines with their numbers, from 1; an empty line is null, one that is too long has no bytes. None at the end.</summary>
    public async Task<List<(long Number, byte[]? Line)>> Read(CancellationToken cancellation)
    {
        var lines = new List<(long, byte[]?)>();
        while (true)
        {
            var result = await _pipe.ReadAsync(cancellation);
            var rest = result.Buffer;
            while (lines.Count < MostLines && rest.PositionOf((byte)'\n') is { } end)
            {
                Take(lines, rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (rest.Length > longest && rest.PositionOf((byte)'\n') is null)
            {
                _isTooLong = true;
                rest = rest.Slice(rest.End);
            }
            if (result.IsCompleted && lines.Count < MostLines && (rest.Length > 0 || _isTooLong))
            {
                Take(lines, rest);
                rest = rest.Slice(rest.End);
            }
            // What is looked at and not taken must not be waited behind when lines are there to be given.
            _pipe.AdvanceTo(rest.Start, lines.Count > 0 ? rest.Start : rest.End);
            if (lines.Count > 0 || result.IsCompleted)
                return lines;
        }
    }

    public ValueTask DisposeAsync() => _pipe.CompleteAsync();

    private void Take(List<(long, byte[]?)> lines, ReadOnlySequence<byte> line)
    {
        _number++;
        if (_isTooLong || line.Length > longest)
            lines.Add((_number, []));
        else if (!IsBlank(line))
            lines.Add((_number, line.ToArray()));
        _isTooLong = false;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r'))
                return false;
        }
        return true;
    }
}
