using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Geodesy;

namespace Overflight.Cli.Archives;

/// <summary>A table for people. Widths come from the first rows; a longer value pushes its own row only.</summary>
internal sealed class AnswerText(TextWriter output) : IAnswerWriter
{
    private const int MeasuredRows = 200;

    private readonly List<string[]> _waiting = [];
    private int[] _shown = [];
    private int[]? _widths;

    public void Begin(IReadOnlyList<AnswerColumn> columns)
    {
        _shown = Enumerable.Range(0, columns.Count).Where(i => columns[i].Heading is not null).ToArray();
        _waiting.Add(_shown.Select(i => columns[i].Heading!).ToArray());
    }

    public void Row(IReadOnlyList<object?> values, IReadOnlyList<GeoPoint> places)
    {
        var row = _shown.Select(i => PrintableText.Of(AnswerValue.Text(values[i]))).ToArray();
        if (_widths is null)
        {
            _waiting.Add(row);
            if (_waiting.Count > MeasuredRows)
                Measure();
        }
        else
            Line(row);
    }

    public void Finish(AnswerSummary summary)
    {
        if (_widths is null && _waiting.Count > 1)
            Measure();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Rows:#,0} {summary.What}{(summary.FixesLookedAt is { } looked ? $"; {looked:#,0} of {summary.ArchiveFixes:#,0} fixes looked at" : "")}"));
        if (summary.WithoutAltitude > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.WithoutAltitude:#,0} fixes are left out: they have no altitude"));
        if (summary.Damaged.Count > 0)
            output.WriteLine("The answer lacks what was in damaged files.");
    }

    private void Measure()
    {
        _widths = new int[_shown.Length];
        for (var i = 0; i < _widths.Length; i++)
            _widths[i] = _waiting.Max(r => r[i].Length);
        _waiting.ForEach(Line);
        _waiting.Clear();
    }

    private void Line(string[] row) => output.WriteLine(string.Join("  ", row.Select((text, i) => text.PadRight(_widths![i]))).TrimEnd());
}
