namespace Overflight.Dossiers.Html;

/// <summary>Tables with a caption and named columns; on a narrow screen each row becomes a list of its cells.</summary>
internal sealed class TableWriter(MarkupWriter markup)
{
    public void Write(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, string style = "")
    {
        using (markup.Element("table", ("class", style)))
        {
            markup.Leaf("caption", caption);
            using (markup.Element("thead"))
            using (markup.Element("tr"))
                foreach (var column in columns)
                    markup.Leaf("th", column, ("scope", "col"));
            using (markup.Element("tbody"))
                foreach (var row in rows)
                    Row(columns, row);
        }
        markup.Line();
    }

    /// <summary>Names and values, one a line.</summary>
    public void List(IEnumerable<(string Name, string Value)> entries, string style = "facts")
    {
        using (markup.Element("dl", ("class", style)))
            foreach (var (name, value) in entries)
                using (markup.Element("div"))
                {
                    markup.Leaf("dt", name);
                    markup.Leaf("dd", value);
                }
        markup.Line();
    }

    private void Row(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        using (markup.Element("tr"))
            for (var i = 0; i < cells.Count; i++)
                if (i == 0)
                    markup.Leaf("th", cells[i], ("scope", "row"));
                else
                    markup.Leaf("td", cells[i], ("data-name", columns[i]));
        markup.Line();
    }
}
