using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>A required INT64 column stored as differences, made of and turned back into a table's arrays by two functions.</summary>
/// <param name="name">The column's name in the file.</param>
/// <param name="type">The logical type.</param>
/// <param name="get">The stored number of a row.</param>
/// <param name="set">Puts a stored number into a row.</param>
internal sealed class WholeColumn(string name, Func<LogicalType> type, Func<FixTable, int, long> get, Action<FixTable, int, long> set) : FixColumn(name)
{
    public override Node Node() => new PrimitiveNode(Name, Repetition.Required, type(), PhysicalType.Int64);

    public override void Configure(WriterPropertiesBuilder builder) => builder.DisableDictionary(Name).Encoding(Name, Encoding.DeltaBinaryPacked);

    public override void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch)
    {
        for (var i = 0; i < rows.Length; i++)
            scratch.Longs[i] = get(table, rows[i]);
        ((ColumnWriter<long>)writer).WriteBatch(scratch.Longs.AsSpan(0, rows.Length));
    }

    public override void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch)
    {
        ReadRequired(reader, scratch.Longs.AsSpan(0, count));
        for (var i = 0; i < count; i++)
            set(table, i, scratch.Longs[i]);
    }
}
