using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>An optional whole number of few values, INT32; −1 in memory is null in the file.</summary>
internal sealed class SmallColumn(string name, int bits, Func<FixTable, short[]> values) : FixColumn(name)
{
    public override Node Node() => new PrimitiveNode(Name, Repetition.Optional, LogicalType.Int(bits, true), PhysicalType.Int32);

    public override void Configure(WriterPropertiesBuilder builder) => builder.EnableDictionary(Name);

    public override void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch)
    {
        var column = values(table);
        var present = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = column[rows[i]];
            scratch.Levels[i] = (short)(value < 0 ? 0 : 1);
            if (value >= 0)
                scratch.Ints[present++] = value;
        }
        ((ColumnWriter<int>)writer).WriteBatch(rows.Length, scratch.Levels.AsSpan(0, rows.Length), [], scratch.Ints.AsSpan(0, present));
    }

    public override bool IsEmpty(FixTable table, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            if (values(table)[row] >= 0)
                return false;
        return true;
    }

    public override void Clear(FixTable table, int count) => values(table).AsSpan(0, count).Fill(-1);

    public override void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch)
    {
        var column = values(table);
        var levels = scratch.Levels.AsSpan(0, count);
        ReadOptional<int>(reader, levels, scratch.Ints);
        var present = 0;
        for (var i = 0; i < count; i++)
            column[i] = (short)(levels[i] == 0 ? -1 : scratch.Ints[present++]);
    }
}
