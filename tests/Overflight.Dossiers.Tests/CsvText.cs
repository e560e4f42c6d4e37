using System.Text;

namespace Overflight.Dossiers.Tests;

/// <summary>Reads RFC 4180 as strictly as it is written.</summary>
internal static class CsvText
{
    public static List<List<string>> Parse(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '"')
            {
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i += text[i] == '"' ? 2 : 1)
                    cell.Append(text[i]);
                i++;
            }
            else
                while (text[i] is not (',' or '\r'))
                    cell.Append(text[i++]);
            row.Add(cell.ToString());
            cell.Clear();
            if (text[i] == ',')
            {
                i++;
                continue;
            }
            Assert.Equal("\r\n", text.Substring(i, 2));
            i += 2;
            rows.Add(row);
            row = [];
        }
        return rows;
    }
}
