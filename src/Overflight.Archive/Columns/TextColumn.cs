using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>An optional text, by number in memory; number 0 is null in the file.</summary>
internal sealed class TextColumn(string name, Func<FixTable, int[]> values) : FixColumn(name)
{
    public override Node Node() => new PrimitiveNode(Name, Repetition.Optional, LogicalType.String(), PhysicalType.ByteArray);

    public override void Configure(WriterPropertiesBuilder builder) => builder.EnableDictionary(Name);

    public override void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch)
    {
        var column = values(table);
        var present = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var number = column[rows[i]];
            scratch.Levels[i] = (short)(number == 0 ? 0 : 1);
            if (number != 0)
                scratch.Texts[present++] = texts.BytesOf(number);
        }
        ((ColumnWriter<ByteArray>)writer).WriteBatch(rows.Length, scratch.Levels.AsSpan(0, rows.Length), [], scratch.Texts.AsSpan(0, present));
    }

    public override bool IsEmpty(FixTable table, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            if (values(table)[row] != 0)
                return false;
        return true;
    }

    public override void Clear(FixTable table, int count) => values(table).AsSpan(0, count).Clear();

    public override void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch)
    {
        var column = values(table);
        var typed = (ColumnReader<ByteArray>)reader;
        var run = new TextRun();
        var number = 0;
        for (var done = 0; done < count;)
        {
            // The bytes of one batch are gone with the next.
            var read = (int)typed.ReadBatch(count - done, scratch.Levels, [], scratch.Texts, out var present);
            if (read == 0)
                throw Short(done, count);
            run.BeginBatch();
            var next = 0;
            for (var i = 0; i < read; i++)
            {
                if (scratch.Levels[i] == 0)
                {
                    column[done + i] = 0;
                    continue;
                }
                if (run.IsNew(scratch.Texts[next++]))
                    number = texts.NumberOf(run.Text);
                column[done + i] = number;
            }
            done += read;
        }
    }
}
