using System.Buffers;

namespace Overflight.Dossiers.Csv;

/// <summary>One row of a table as RFC 4180 writes it.</summary>
public static class CsvRow
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a row; cells with commas, quotes or line ends are quoted.</summary>
    public static void Write(TextWriter output, ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                output.Write(',');
            output.Write(cells[i].AsSpan().ContainsAny(NeedQuotes) ? $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cells[i]);
        }
        output.Write("\r\n");
    }

    /// <summary>Text from data that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Disarmed(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20') ? "'" + text : text;
}
