using Overflight.Geodesy;

namespace Overflight.Cli.Archives;

/// <summary>RFC 4180 with a header, lines ended by a line feed.</summary>
internal sealed class AnswerCsv(TextWriter output) : IAnswerWriter
{
    public void Begin(IReadOnlyList<AnswerColumn> columns) => Line(columns.Select(c => c.Name));

    public void Row(IReadOnlyList<object?> values, IReadOnlyList<GeoPoint> places) => Line(values.Select(AnswerValue.Text));

    public void Finish(AnswerSummary summary)
    {
    }

    private void Line(IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(Quoted)));
        output.Write('\n');
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
