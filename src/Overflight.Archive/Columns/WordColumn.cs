using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>A small number in memory that the file spells as a word, so that other tools need no table.</summary>
internal sealed class WordColumn(string name, Func<FixTable, short[]> values, string[] words) : FixColumn(name)
{
    private readonly PinnedText[] _pinned = [.. words.Select(w => new PinnedText(w))];

    public override Node Node() => new PrimitiveNode(Name, Repetition.Required, LogicalType.String(), PhysicalType.ByteArray);

    public override void Configure(WriterPropertiesBuilder builder) => builder.EnableDictionary(Name);

    public override void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch)
    {
        var column = values(table);
        for (var i = 0; i < rows.Length; i++)
            scratch.Texts[i] = _pinned[column[rows[i]]].Bytes;
        ((ColumnWriter<ByteArray>)writer).WriteBatch(scratch.Texts.AsSpan(0, rows.Length));
    }

    public override void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch)
    {
        var column = values(table);
        var typed = (ColumnReader<ByteArray>)reader;
        var run = new TextRun();
        var number = (short)0;
        for (var done = 0; done < count;)
        {
            // The bytes of one batch are gone with the next.
            typed.ReadBatch(count - done, scratch.Texts, out var read);
            if (read == 0)
                throw Short(done, count);
            run.BeginBatch();
            for (var i = 0; i < (int)read; i++)
            {
                if (run.IsNew(scratch.Texts[i]))
                    number = NumberOf(run.Text);
                column[done + i] = number;
            }
            done += (int)read;
        }
    }

    private short NumberOf(string word) => Array.IndexOf(words, word) is >= 0 and var number
        ? (short)number
        : throw new InvalidDataException($"column {Name} holds \"{word}\", which is none of its words");
}
