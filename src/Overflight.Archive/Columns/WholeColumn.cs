using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>A required INT64 column stored as differences, made of and turned back into a table's arrays by two functions.</summary>
/// <param name="name">The column's name in the file.</param>
/// <param name="type">The logical type.</param>
/// <param name="get">The stored number of a row.</param>
/// <param name="set">Puts the stored numbers into a table's first rows.</param>
internal sealed class WholeColumn(string name, Func<LogicalType> type, Func<FixTable, int, long> get, WholeColumn.Setter set) : FixColumn(name)
{
    /// <summary>Puts stored numbers into a table's first rows.</summary>
    internal delegate void Setter(FixTable table, ReadOnlySpan<long> values);

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
        set(table, scratch.Longs.AsSpan(0, count));
    }
}
