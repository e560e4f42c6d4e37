using ParquetSharp;

namespace Overflight.Archive.Columns;

/// <summary>Working memory for writing or reading one row group, kept from column to column. Not thread-safe.</summary>
internal sealed class ColumnScratch(int rows)
{
    public short[] Levels { get; } = new short[rows];

    public int[] Ints { get; } = new int[rows];

    public long[] Longs { get; } = new long[rows];

    public float[] Floats { get; } = new float[rows];

    public ByteArray[] Texts { get; } = new ByteArray[rows];
}
