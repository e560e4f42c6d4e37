using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>
/// A coordinate as a decimal of seven places: what a feed gives in up to seven decimals is kept exactly, and nothing moves by
/// more than 5e-8 degrees (6 mm). As differences of whole numbers, which are small along a track.
/// </summary>
internal sealed class LatitudeColumn(string name) : FixColumn(name)
{
    public override Node Node() => new PrimitiveNode(Name, Repetition.Required, LogicalType.Decimal(9, 7), PhysicalType.Int32);

    public override void Configure(WriterPropertiesBuilder builder) => builder.DisableDictionary(Name).Encoding(Name, Encoding.DeltaBinaryPacked);

    public override void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch)
    {
        for (var i = 0; i < rows.Length; i++)
            scratch.Ints[i] = table.Latitude[rows[i]];
        ((ColumnWriter<int>)writer).WriteBatch(scratch.Ints.AsSpan(0, rows.Length));
    }

    public override void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch) =>
        ReadRequired(reader, table.Latitude.AsSpan(0, count));
}
