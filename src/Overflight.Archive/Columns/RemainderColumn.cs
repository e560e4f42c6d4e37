using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>The microseconds beyond the milliseconds of the time, 0 to 999; read after the time, to which it adds.</summary>
internal sealed class RemainderColumn(string name) : FixColumn(name)
{
    public override Node Node() => new PrimitiveNode(Name, Repetition.Required, LogicalType.Int(16, true), PhysicalType.Int32);

    public override void Configure(WriterPropertiesBuilder builder) => builder.EnableDictionary(Name);

    public override void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch)
    {
        for (var i = 0; i < rows.Length; i++)
            scratch.Ints[i] = FixSchema.Remainder(table.TimeMicroseconds[rows[i]]);
        ((ColumnWriter<int>)writer).WriteBatch(scratch.Ints.AsSpan(0, rows.Length));
    }

    public override bool IsEmpty(FixTable table, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            if (FixSchema.Remainder(table.TimeMicroseconds[row]) != 0)
                return false;
        return true;
    }

    public override void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch)
    {
        ReadRequired(reader, scratch.Ints.AsSpan(0, count));
        for (var i = 0; i < count; i++)
            table.TimeMicroseconds[i] += scratch.Ints[i];
    }
}
