using System.Text;

namespace Overflight.Cli.Video.Mux;

/// <summary>Reads the records of a table (RFC 4180): cells in quotes may hold delimiters, line ends and doubled quotes.</summary>
internal sealed class CsvRecords(BoundedText text)
{
    private readonly StringBuilder _cell = new();

    /// <summary>The line on which the last record began.</summary>
    public long Line { get; private set; }

    /// <summary>What stands between cells: a comma unless the first line has none, but semicolons or tabs.</summary>
    public char Delimiter { get; set; } = ',';

    /// <summary>The next record; null at the end. Empty lines are passed over.</summary>
    /// <exception cref="RowException">A quote stands where none may; the record was read to its end of line.</exception>
    public List<string>? Read()
    {
        while (text.Peek() is '\n' or '\r')
            text.Read();
        if (text.Peek() < 0)
            return null;
        Line = text.Line;
        var cells = new List<string>();
        var wrong = false;
        while (true)
        {
            _cell.Clear();
            var end = text.Peek() == '"' ? ReadQuoted(ref wrong) : ReadPlain(text.Read());
            cells.Add(_cell.ToString());
            if (end == Delimiter)
                continue;
            if (wrong)
                throw new RowException(null, $"cell {cells.Count} has a quote inside that is not doubled, or does not end");
            return cells;
        }
    }

    private int ReadPlain(int letter)
    {
        for (; letter >= 0 && letter != '\n' && letter != Delimiter; letter = text.Read())
            text.Append(_cell, letter);
        return letter;
    }

    private int ReadQuoted(ref bool wrong)
    {
        text.Read();
        for (int letter; (letter = text.Read()) >= 0;)
        {
            if (letter == '"')
            {
                if (text.Peek() != '"')
                {
                    var next = text.Read();
                    wrong |= next >= 0 && next != '\n' && next != Delimiter;
                    return ReadPlain(next);
                }
                text.Read();
            }
            text.Append(_cell, letter);
        }
        wrong = true;
        return -1;
    }
}
